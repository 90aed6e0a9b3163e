// The catalogue as `rules explain` and `rules test` show it.

#include "app/catalogue.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/run.h"

namespace klikpad {
namespace {

const std::string kFolder = std::string(KLIKPAD_ROOT) + "/rules";

TEST_CASE("every entry of the catalogue is shown whole, and entries do not overlap") {
  const auto entries = ReadCatalogue(kFolder);
  REQUIRE_MESSAGE(entries, entries.error().Text());
  CHECK(entries->size() > 200);
  std::set<std::string> kinds;
  for (std::size_t i = 0; i < entries->size(); ++i) {
    const CatalogueEntry& entry = (*entries)[i];
    CAPTURE(entry.file);
    CAPTURE(entry.id);
    kinds.insert(entry.kind);
    CHECK(entry.text.find(entry.id) != std::string::npos);
    CHECK(entry.first_line <= entry.last_line);
    if (i > 0 && (*entries)[i - 1].file == entry.file) {
      CHECK((*entries)[i - 1].last_line < entry.first_line);
    }
  }
  CHECK(kinds.size() == 6);
}

TEST_CASE("every example of every file reads as it says") {
  const auto rules = LoadRules(kFolder);
  REQUIRE_MESSAGE(rules, rules.error().Text());
  const auto results = RunExamples(kFolder, *rules);
  REQUIRE_MESSAGE(results, results.error().Text());
  std::set<std::string> files;
  for (const ExampleResult& result : *results) {
    CAPTURE(result.file);
    CAPTURE(result.line);
    CAPTURE(result.example);
    files.insert(result.file);
    CHECK(result.problem == "");
  }
  for (const std::string file :
       {"networks.yaml", "messaging.yaml", "chat-vendors.yaml", "account-words.yaml", "phones.yaml",
        "emails.yaml", "addresses.yaml", "communities.yaml"}) {
    CAPTURE(file);
    CHECK(files.contains(file));
  }
}

TEST_CASE("an example that does not read as it says is told with what came out") {
  auto rules = LoadRules(kFolder);
  REQUIRE(rules);
  auto& list = rules->networks.list;
  const auto twitter = std::find_if(list.begin(), list.end(),
                                    [](const Network& each) { return each.id == "twitter"; });
  REQUIRE(twitter != list.end());
  twitter->examples.front().use = "share";
  const auto results = RunExamples(kFolder, *rules);
  REQUIRE(results);
  const auto wrong = std::find_if(results->begin(), results->end(),
                                  [](const ExampleResult& each) { return !each.problem.empty(); });
  REQUIRE(wrong != results->end());
  CHECK(wrong->problem == "use is 'follow', not 'share'");
  const auto entries = ReadCatalogue(kFolder);
  REQUIRE(entries);
  for (const CatalogueEntry& entry : *entries) {
    if (entry.id != "twitter" || entry.kind != "network") continue;
    const std::string told = ExplainEntry(entry, *results);
    CHECK(told.find("twitter: a network, rules/networks.yaml line ") == 0);
    CHECK(told.find("use is 'follow', not 'share'") != std::string::npos);
  }
}

}  // namespace
}  // namespace klikpad
