// reports/wording.yaml: whole, in both languages, with equal placeholders.

#include "report/wording.h"

#include <doctest/doctest.h>

#include <set>

#include "base/files.h"
#include "model/words.h"
#include "sample.h"

namespace klikpad {
namespace {

std::multiset<std::string> Places(const std::string& text) {
  std::multiset<std::string> names;
  for (std::size_t at = 0; (at = text.find('{', at)) != std::string::npos; ++at) {
    names.insert(text.substr(at, text.find('}', at) - at));
  }
  return names;
}

template <typename E>
void CheckGroup(const ReportWording& wording, const std::string& group) {
  for (const std::string& word : AllWords<E>()) {
    CAPTURE(group);
    CAPTURE(word);
    REQUIRE(wording.words.count(group) == 1);
    CHECK(wording.words.at(group).count(word) == 1);
  }
}

TEST_CASE("Dutch and English texts have equal placeholders") {
  const ReportWording wording = TestWording();
  for (const auto& [key, text] : wording.texts) {
    CAPTURE(key);
    CHECK(Places(text.nl) == Places(text.en));
  }
}

TEST_CASE("every word of the model that a report shows is worded") {
  const ReportWording wording = TestWording();
  for (const std::string group : {"verdict", "count", "group", "group-note"}) {
    CheckGroup<Outcome>(wording, group);
  }
  CheckGroup<Complete>(wording, "complete");
  CheckGroup<HoleReason>(wording, "hole");
  CheckGroup<Owner>(wording, "owner");
  CheckGroup<Use>(wording, "use");
  CheckGroup<Tariff>(wording, "tariff");
  CheckGroup<StepKind>(wording, "step");
  CheckGroup<Role>(wording, "role");
}

TEST_CASE("every text of the wording is used, and every group of words") {
  std::string users = ReadRoot("reports/report.html.mustache");
  const std::string folder = std::string(KLIKPAD_ROOT) + "/src/report";
  const auto files = ListFiles(folder);
  REQUIRE(files.has_value());
  for (const std::string& file : *files) users += ReadRoot("src/report/" + file);
  const ReportWording wording = TestWording();
  for (const auto& [key, text] : wording.texts) {
    CAPTURE(key);
    const bool is_used = users.find('"' + key + '"') != std::string::npos ||
                         users.find("{{t." + key + "}}") != std::string::npos;
    CHECK(is_used);
  }
  for (const auto& [group, words] : wording.words) {
    CAPTURE(group);
    CHECK(users.find('"' + group + '"') != std::string::npos);
  }
}

TEST_CASE("a mistake in the wording is named with its line") {
  struct Case {
    std::string name, text, error;
  };
  const std::string rules = "units: {}\nlooks: {}\nroles: {}\nfaults: {}\n";
  const std::vector<Case> cases = {
      {"a language is missing", "texts:\n  a: {nl: x}\nwords: {}\nalways_shown: []\n",
       "wording.yaml:2: "},
      {"another language", "texts:\n  a: {nl: x, en: y, de: z}\nwords: {}\nalways_shown: []\n",
       "wording.yaml:2: "},
      {"an unknown key", "texts: {}\nwords: {}\nword: {}\nalways_shown: []\n", "wording.yaml:3: "},
      {"an empty text", "texts:\n  a: {nl: x, en: ''}\nwords: {}\nalways_shown: []\n",
       "wording.yaml:2: empty text"},
      {"no words", "texts: {}\nalways_shown: []\n", "wording.yaml:1: "}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto wording =
        ParseReportWording(*Yaml::Parse(c.text, "wording.yaml"), *Yaml::Parse(rules, "rules.yaml"),
                           *Yaml::Parse("remarks: []", "remarks.yaml"));
    REQUIRE_FALSE(wording.has_value());
    CHECK(wording.error().Text().rfind(c.error, 0) == 0);
  }
}

}  // namespace
}  // namespace klikpad
