// Mistakes in the files of networks and words are named with their place; templates match as
// written.

#include "rules/networks.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace klikpad {
namespace {

const std::string kNoMessengers = "networks: []\n";
const std::string kWords =
    "use: {contact: {}, follow: {}, share: {}, nothing: {}, negation: {}, kept: {}, left: {}}\n"
    "owner: {vendor_handles: {}, authority_handles: {}, mail_hosts: [], authority_hosts: [], "
    "authority_numbers: [], referred: [], row_heads: [], warned_before: {}, warned_after: {}, "
    "swindlers: {}, "
    "against_swindlers: {}, own_again: {}, title: {}, credit: "
    "{}, authority: {},"
    " partner: {}, staff: {}, app: {}}\n";

std::string Complaint(const std::string& text) {
  const auto networks = Yaml::Parse(text, "n.yaml");
  const auto messaging = Yaml::Parse(kNoMessengers, "m.yaml");
  const auto words = Yaml::Parse(kWords, "w.yaml");
  REQUIRE(networks);
  REQUIRE(messaging);
  REQUIRE(words);
  const auto parsed = ParseNetworks(*networks, *messaging, *words);
  return parsed ? "" : parsed.error().Text();
}

TEST_CASE("a mistake in an entry is named with file and line") {
  const std::string head = "networks:\n- id: a\n  hosts: [a.example]\n  source: [x]\n";
  const std::string example =
      "  examples:\n  - {url: 'https://a.example/b', kind: p, use: follow}\n";
  struct Case {
    std::string name, text, error;
  };
  const std::vector<Case> cases{
      {"fine", head + "  rules:\n  - {kind: p, use: follow, path: '/{handle}'}\n" + example, ""},
      {"unknown use", head + "  rules:\n  - {kind: p, use: folow, path: '/{handle}'}\n" + example,
       "n.yaml:6: 'folow' is no use (did you mean 'follow'?)"},
      {"no path", head + "  rules:\n  - {kind: p, use: follow}\n" + example,
       "n.yaml:6: needs 'path' or 'at'"},
      {"open brace", head + "  rules:\n  - {kind: p, use: follow, path: '/{handle'}\n" + example,
       "n.yaml:6: '/{handle': a brace is not closed"},
      {"unknown key", head + "  rule: []\n  rules:\n  - {kind: p, path: '/x'}\n" + example,
       "n.yaml:5: unknown key 'rule' (did you mean 'rules'?)"},
      {"no examples", head + "  rules:\n  - {kind: p, path: '/x'}\n  examples: []\n",
       "n.yaml:2: a network needs examples"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Complaint(c.text) == c.error);
  }
}

TEST_CASE("templates match whole texts without regard to case and capture their places") {
  struct Case {
    std::string pattern, text, handle;
    bool is_match;
  };
  const std::vector<Case> cases{
      {"/{handle}", "/Voorbeeld", "Voorbeeld", true},
      {"/{handle}", "/voorbeeld/x", "", false},
      {"/{handle}/*", "/voorbeeld/x/y", "voorbeeld", true},
      {"/{handle}/*", "/voorbeeld", "voorbeeld", true},
      {"/Company/{handle}", "/company/x", "x", true},
      {"/p/{any}-{handle:[0-9]+}", "/p/Een-Naam-123", "123", true},
      {"/{~login|signup}", "/signup", "", true},
      {"/a.b", "/axb", "", false},
      {"/{handle:[a-z]{2,3}}", "/abcd", "", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern);
    CAPTURE(c.text);
    const auto [parsed, problem] = UrlTemplate::Parse(c.pattern, "[A-Za-z]+");
    REQUIRE_MESSAGE(parsed, problem);
    const auto found = parsed->Match(c.text);
    CHECK(found.has_value() == c.is_match);
    if (found && !c.handle.empty()) CHECK(found->at("handle") == c.handle);
  }
}

}  // namespace
}  // namespace klikpad
