// Cases of Crawlee that look for accounts in text and pages, read from the facts that lie beside
// the repository ($KLIKPAD_SHARED, by default the folder `shared` beside it); skipped where they
// are absent. Whole strings are the matter of classify_link_test.cpp.

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "find/accounts/classify_link.h"
#include "look_for_tests.h"

namespace klikpad {
namespace {

std::string SharedFolder() {
  if (const char* folder = std::getenv("KLIKPAD_SHARED")) return folder;
  return std::string(KLIKPAD_ROOT) + "/../shared";
}

std::optional<Yaml> Facts() {
  const std::string path = SharedFolder() + "/facts/social_urls.yaml";
  if (!std::filesystem::exists(path)) {
    MESSAGE("skipped: there is no " << path);
    return std::nullopt;
  }
  auto yaml = Yaml::Load(path);
  REQUIRE_MESSAGE(yaml, yaml.error().Text());
  return *std::move(yaml);
}

std::vector<std::string> TextsOf(const Yaml& yaml) {
  auto texts = yaml.Strings();
  REQUIRE_MESSAGE(texts, texts.error().Text());
  return *std::move(texts);
}

std::optional<AccountLink> Classify(const std::string& text) {
  const auto url = Url::Parse(text.find("://") == text.npos ? "https://" + text : text);
  return url ? ClassifyNearest(*url, ShippedNetworks()) : std::nullopt;
}

// Handles of accounts of a network that a page shows.
std::multiset<std::string> HandlesOn(const std::string& body, const std::string& channel) {
  std::multiset<std::string> handles;
  for (const ContactPoint& point : FindAccounts(body).contacts) {
    if (point.channel == channel && point.use != Use::kShare) {
      handles.insert(AsciiLower(point.value.empty() ? point.url : point.value));
    }
  }
  return handles;
}

// Networks whose accounts, not their films and pictures, the suite looks for.
const std::set<std::string> kAccountNetworks{"twitter", "facebook", "instagram", "linkedin"};

TEST_CASE("what Crawlee captures of an address is what klikpad calls its account") {
  const auto facts = Facts();
  if (!facts) return;
  int count = 0;
  for (const Yaml& item : facts->Find("crawlee_cases")->Find("cases")->Items()) {
    if (item.Find("mode")->Scalar() != "capture_group_1") continue;
    const std::string group = item.Find("group")->Scalar();
    const std::string input = item.Find("input")->Scalar();
    CAPTURE(input);
    ++count;
    const auto link = Classify(input);
    REQUIRE(link.has_value());
    CHECK(link->network->id == group);
    CHECK(link->use.has_value());
    if (!kAccountNetworks.contains(group)) continue;
    const std::string expected = AsciiLower(item.Find("expected")->Scalar());
    CHECK(expected.find(AsciiLower(link->handle)) != std::string::npos);
  }
  CHECK(count > 30);
}

TEST_CASE("accounts that Crawlee finds in text are found in a page's text, and no others") {
  const auto facts = Facts();
  if (!facts) return;
  int count = 0;
  for (const Yaml& item : facts->Find("crawlee_cases")->Find("cases")->Items()) {
    const std::string group = item.Find("group")->Scalar();
    const std::string mode = item.Find("mode")->Scalar();
    if ((mode != "find_all" && mode != "contains") || !kAccountNetworks.contains(group)) continue;
    std::string body;
    const Yaml* input = item.Find("input");
    const std::vector<std::string> list = TextsOf(*input);
    for (const std::string& line : list) body += "<p>" + EscapeHtml(line) + "</p>";
    std::multiset<std::string> expected;
    const Yaml* wanted = item.Find("expected");
    std::vector<std::string> found;
    if (wanted->IsList()) found = TextsOf(*wanted);
    if (mode == "contains" && wanted->Scalar() == "true") found = list;
    for (const std::string& each : found) {
      const auto link = Classify(each);
      REQUIRE(link.has_value());
      expected.insert(AsciiLower(link->value));
    }
    // Crawlee takes names of up to 60 letters; LinkedIn itself allows 100.
    std::string long_name = "in/";
    for (int i = 0; i < 6; ++i) long_name += "someverylongname";
    std::multiset<std::string> handles = HandlesOn(body, group);
    handles.erase(long_name);
    CAPTURE(body);
    ++count;
    CHECK(handles == expected);
  }
  CHECK(count > 20);
}

TEST_CASE("accounts that Crawlee finds in pieces of HTML are found in them") {
  const auto facts = Facts();
  if (!facts) return;
  const std::map<std::string, std::string> channels{
      {"linkedIns", "linkedin"},   {"instagrams", "instagram"}, {"twitters", "twitter"},
      {"facebooks", "facebook"},   {"youtubes", "youtube"},     {"tiktoks", "tiktok"},
      {"pinterests", "pinterest"}, {"discords", "discord"}};
  int count = 0;
  for (const Yaml& item : facts->Find("crawlee_cases")->Find("cases")->Items()) {
    if (item.Find("mode")->Scalar() != "html_fragment") continue;
    const auto channel = channels.find(item.Find("field")->Scalar());
    if (channel == channels.end()) continue;
    const std::string body = item.Find("input")->Scalar();
    CAPTURE(body);
    ++count;
    std::multiset<std::string> expected;
    for (const std::string& each : TextsOf(*item.Find("expected"))) {
      const auto link = Classify(each);
      REQUIRE(link.has_value());
      expected.insert(AsciiLower(link->value));
    }
    CHECK(HandlesOn(body, channel->second) == expected);
  }
  CHECK(count > 10);
}

}  // namespace
}  // namespace klikpad
