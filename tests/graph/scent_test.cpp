// Which labels a visitor follows: the cases of tests/suites/scent-cases.yaml.

#include "graph/scent.h"

#include <doctest/doctest.h>

#include <string>

#include "rules/channels.h"

namespace klikpad {
namespace {

std::string TextOf(const Yaml& yaml, std::string_view key, const std::string& otherwise) {
  const Yaml* value = yaml.Find(key);
  return value ? value->Scalar() : otherwise;
}

TEST_CASE("labels lead where a visitor expects them to lead") {
  const std::string root = KLIKPAD_ROOT;
  const auto vocabulary = LoadVocabulary(root + "/rules/vocabulary");
  REQUIRE_MESSAGE(vocabulary, vocabulary.error().Text());
  const auto channels = ParseChannels(*Yaml::Load(root + "/rules/channels.yaml"));
  REQUIRE(channels);
  const auto suite = Yaml::Load(root + "/tests/suites/scent-cases.yaml");
  REQUIRE_MESSAGE(suite, suite.error().Text());
  const Yaml* cases = suite->Find("cases");
  REQUIRE(cases);
  for (const Yaml& c : cases->Items()) {
    const std::string label = TextOf(c, "label", "");
    const std::string channel = TextOf(c, "channel", "");
    const std::string context = TextOf(c, "context", "");
    const std::string path = TextOf(c, "path", "");
    const std::string lang = TextOf(c, "lang", "nl");
    CAPTURE(c.Line());
    CAPTURE(label);
    CAPTURE(channel);
    const ChannelInfo* info = channels->Find(channel);
    const Scent scent = LabelScent(ReadScent({label, context, path, lang}, *vocabulary), channel,
                                   info ? info->family : "", *vocabulary);
    CAPTURE(scent.why);
    const std::string found = scent.strength >= kScentThreshold ? "follow"
                              : scent.strength > 0              ? "weak"
                                                                : "none";
    CHECK(found == TextOf(c, "scent", ""));
    CHECK(scent.is_jargon == (TextOf(c, "jargon", "") == "true"));
    CHECK(scent.is_false == (TextOf(c, "false", "") == "true"));
  }
}

TEST_CASE("a channel's own name smells stronger than contact, contact stronger than help") {
  const auto vocabulary = LoadVocabulary(std::string(KLIKPAD_ROOT) + "/rules/vocabulary");
  REQUIRE(vocabulary);
  const auto strength = [&](const std::string& label) {
    return LabelScent(ReadScent({label, "", "", "nl"}, *vocabulary), "twitter", "social",
                      *vocabulary)
        .strength;
  };
  CHECK(strength("Twitter") > strength("Social media"));
  CHECK(strength("Social media") > strength("Contact"));
  CHECK(strength("Contact") > strength("Klantenservice"));
  CHECK(strength("Klantenservice") > strength("Hulp"));
  CHECK(strength("Hulp") > strength("Colofon"));
  CHECK(strength("Colofon") > strength("Rekening openen"));
}

}  // namespace
}  // namespace klikpad
