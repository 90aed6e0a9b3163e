// The catalogue of chat vendors reads, is whole, and complains with file and line.

#include "rules/vendors.h"

#include <doctest/doctest.h>

#include <set>

namespace klikpad {
namespace {

Vendors FromFile() {
  Result<Yaml> yaml = Yaml::Load(KLIKPAD_ROOT "/rules/chat-vendors.yaml");
  REQUIRE_MESSAGE(yaml, (yaml ? std::string() : yaml.error().Text()));
  Result<Vendors> vendors = ParseVendors(*yaml);
  REQUIRE_MESSAGE(vendors, (vendors ? std::string() : vendors.error().Text()));
  return std::move(*vendors);
}

std::string Problem(const std::string& entry) {
  std::string text =
      "facades: []\nbuttons: {sure: {}, second: {}, with: {}, others: {}, elsewhere: {}, "
      "below: {}, off: {}, "
      "human: {}, "
      "machine: {}}\n";
  Result<Yaml> yaml = Yaml::Parse(text + "vendors:\n" + entry, "v.yaml");
  REQUIRE(yaml);
  Result<Vendors> vendors = ParseVendors(*yaml);
  return vendors ? std::string() : vendors.error().Text();
}

TEST_CASE("every vendor of the catalogue has a mark, an example and a source") {
  Vendors vendors = FromFile();
  CHECK(vendors.list.size() >= 156);
  std::set<int> marked;
  for (const VendorMark& mark : vendors.marks) {
    if (mark.kind != MarkKind::kOpenCall && mark.kind != MarkKind::kOff) marked.insert(mark.vendor);
  }
  for (std::size_t i = 0; i < vendors.list.size(); ++i) {
    CAPTURE(vendors.list[i].id);
    CHECK(marked.contains(static_cast<int>(i)));
    CHECK(!vendors.list[i].example.empty());
    CHECK(!vendors.list[i].sources.empty());
  }
  CHECK(vendors.Find("intercom") != nullptr);
  CHECK(vendors.Find("nobody") == nullptr);
}

TEST_CASE("what is no chat has another channel, or none") {
  Vendors vendors = FromFile();
  CHECK(vendors.Find("zendesk_widget")->channel == "chat");
  CHECK(vendors.Find("freshdesk_widget")->channel == "form");
  CHECK(vendors.Find("callpage")->channel == "callback");
  CHECK(vendors.Find("callrail")->channel.empty());
  CHECK(vendors.Find("facebook_customerchat")->channel == "facebook-chat");
  CHECK(vendors.Find("facebook_customerchat")->ended == "2024-05-09");
}

TEST_CASE("a mistake in an entry is told with its line") {
  struct Case {
    std::string name, entry, says;
  };
  const std::string start = "  - {id: a, name: A, example: x, source: [s], ";
  for (const Case& c : std::vector<Case>{
           {"unknown key", start + "kind: bot, host: [a.example]}\n", "did you mean 'hosts'"},
           {"unknown kind", start + "kind: bott}\n", "did you mean 'bot'"},
           {"unknown grade", start + "kind: bot, hosts: {secure: [a.example]}}\n", "secure"},
           {"no example", "  - {id: a, name: A, kind: bot, source: [s]}\n", "example"},
           {"no source", "  - {id: a, name: A, kind: bot, example: x}\n", "source"},
           {"too short", start + "kind: bot, markers: [ab]}\n", "too short"},
           {"no selector", start + "kind: bot, elements: ['div > p']}\n", "no selector"},
           {"twice", start + "kind: bot}\n" + start + "kind: bot}\n", "twice"},
       }) {
    CAPTURE(c.name);
    std::string problem = Problem(c.entry);
    CAPTURE(problem);
    CHECK(problem.starts_with("v.yaml:"));
    CHECK(problem.find(c.says) != std::string::npos);
  }
}

TEST_CASE("a pattern's star stands for any run of characters") {
  CHECK(GlobMatch("*-live-chat.vendor.example", "prod4-live-chat.vendor.example"));
  CHECK(GlobMatch("/ESW*/assets/*", "/ESWx/1/assets/js"));
  CHECK(GlobMatch("*", ""));
  CHECK_FALSE(GlobMatch("a*b", "ac"));
  CHECK_FALSE(GlobMatch("", "a"));
  CHECK(GlobMatch("a*a*a*a*a*b", std::string(2000, 'a') + "b"));
}

}  // namespace
}  // namespace klikpad
