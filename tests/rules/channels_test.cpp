// The catalogue of channels and the click model: the shipped files, and what a mistake in them
// says.

#include "rules/channels.h"

#include <doctest/doctest.h>

#include <string>

#include "rules/click_model.h"

namespace klikpad {
namespace {

const std::string kRules = std::string(KLIKPAD_ROOT) + "/rules/";

Channels Shipped() {
  auto yaml = Yaml::Load(kRules + "channels.yaml");
  REQUIRE_MESSAGE(yaml, yaml.error().Text());
  auto channels = ParseChannels(*yaml);
  REQUIRE_MESSAGE(channels, channels.error().Text());
  return *channels;
}

TEST_CASE("the catalogue holds every channel that reports and packs may name, in that order") {
  const std::vector<std::string> expected{
      "twitter",  "phone",        "fax",         "sms",       "chat",
      "whatsapp", "messenger",    "telegram",    "signal",    "apple-messages",
      "viber",    "line",         "email",       "form",      "callback",
      "address",  "facebook",     "instagram",   "linkedin",  "youtube",
      "tiktok",   "pinterest",    "threads",     "bluesky",   "mastodon",
      "discord",  "reddit",       "xing",        "community", "share",
      "app",      "hyves",        "google-plus", "vine",      "periscope",
      "skype",    "facebook-chat"};
  CHECK(Shipped().Ids() == expected);
}

TEST_CASE("dead channels say since when") {
  const Channels channels = Shipped();
  for (const ChannelInfo& channel : channels.list) {
    CAPTURE(channel.id);
    CHECK(channel.is_dead == !channel.dead_since.empty());
    CHECK_FALSE(channel.name_nl.empty());
    CHECK_FALSE(channel.name_en.empty());
  }
  CHECK(channels.Find("hyves")->is_dead);
  CHECK(channels.Find("google-plus")->is_dead);
  CHECK(channels.Find("skype")->is_dead);
  CHECK(channels.Find("facebook-chat")->is_dead);
  CHECK_FALSE(channels.Find("twitter")->is_dead);
  CHECK(channels.Find("fidonet") == nullptr);
}

TEST_CASE("a mistake in the catalogue is named with file and line") {
  struct Case {
    std::string name, text, error;
  };
  const std::vector<Case> cases{
      {"unknown family", "channels:\n- {id: a, family: sociall, name: {nl: A, en: A}}\n",
       "c.yaml:2: unknown family 'sociall' (did you mean 'social'?)"},
      {"twice",
       "channels:\n- {id: a, family: mail, name: {nl: A, en: A}}\n"
       "- {id: a, family: mail, name: {nl: A, en: A}}\n",
       "c.yaml:3: channel 'a' stands here twice"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    auto yaml = Yaml::Parse(c.text, "c.yaml");
    REQUIRE(yaml);
    auto channels = ParseChannels(*yaml);
    REQUIRE_FALSE(channels);
    CHECK(channels.error().Text() == c.error);
  }
}

TEST_CASE("every kind of step has a cost, and sending a visitor on costs nothing") {
  auto yaml = Yaml::Load(kRules + "click-model.yaml");
  REQUIRE_MESSAGE(yaml, yaml.error().Text());
  auto model = ParseClickModel(*yaml);
  REQUIRE_MESSAGE(model, model.error().Text());
  CHECK(model->costs.size() == Words<StepKind>::kList.size());
  for (StepKind kind : {StepKind::kRedirect, StepKind::kRefresh}) {
    CHECK(model->Cost(kind).clicks == 0);
    CHECK(model->Cost(kind).seconds == 0);
  }
  for (StepKind kind : {StepKind::kLink, StepKind::kMenu, StepKind::kConsent, StepKind::kSearch,
                        StepKind::kForm, StepKind::kHost, StepKind::kOpen}) {
    CHECK(model->Cost(kind).clicks == 1);
    CHECK(model->Cost(kind).seconds > 0);
  }
  CHECK(model->Cost(StepKind::kLink).seconds == doctest::Approx(1.35 + 1.10 + 0.28));
  CHECK(model->Cost(StepKind::kHost).seconds > model->Cost(StepKind::kLink).seconds);
  CHECK(model->Cost(StepKind::kSearch).seconds > model->Cost(StepKind::kLink).seconds);
}

TEST_CASE("a click model without a step or with an unknown operator is refused") {
  auto lacking = Yaml::Parse("operators: {K: 1}\nsteps:\n  link: {clicks: 1, does: K}\n", "m.yaml");
  REQUIRE(lacking);
  CHECK_FALSE(ParseClickModel(*lacking));
  auto unknown =
      Yaml::Parse("operators: {K: 1}\nsteps:\n  link: {clicks: 1, does: K Q}\n", "m.yaml");
  REQUIRE(unknown);
  auto model = ParseClickModel(*unknown);
  REQUIRE_FALSE(model);
  CHECK(model.error().Text() == "m.yaml:3: 'Q' is no operator of this file");
}

}  // namespace
}  // namespace klikpad
