// What stands beside the fixture sites: expected verdicts and the table of words in English.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/fixture_site.h"
#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"

namespace klikpad {
namespace {

std::vector<std::string> RuleIds(const std::string& pack) {
  const Result<Yaml> yaml =
      Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/packs/" + pack + ".yaml");
  REQUIRE(yaml.has_value());
  std::vector<std::string> ids;
  for (const Yaml& rule : yaml->Find("rules")->Items()) {
    ids.push_back(rule.Find("id")->Scalar());
  }
  return ids;
}

// Words in double quotes.
std::vector<std::string> Quotes(const std::string& text) {
  std::vector<std::string> quotes;
  for (std::size_t from = text.find('"'); from != std::string::npos;) {
    const std::size_t to = text.find('"', from + 1);
    if (to == std::string::npos) break;
    quotes.push_back(text.substr(from + 1, to - from - 1));
    from = text.find('"', to + 1);
  }
  return quotes;
}

// Words that begin with "/", without the punctuation behind them.
std::vector<std::string> Paths(const std::string& text) {
  std::vector<std::string> paths;
  for (std::size_t at = text.find('/'); at != std::string::npos; at = text.find('/', at)) {
    std::size_t end = text.find(' ', at);
    if (end == std::string::npos) end = text.size();
    std::string path = text.substr(at, end - at);
    while (std::string(",;:).").find(path.back()) != std::string::npos) path.pop_back();
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(') paths.push_back(path);
    at = end;
  }
  return paths;
}

bool HasPageBelow(const FixtureSite& site, const std::string& path) {
  return std::any_of(site.pages.begin(), site.pages.end(),
                     [&](const auto& page) { return page.first.starts_with(path); });
}

TEST_CASE("expected.yaml names every rule of the packs in brand.yaml, with a word of outcome") {
  const std::set<std::string> outcomes{"plus", "minus", "not_applicable", "not_assessed"};
  for (const std::string& name : FixtureNames()) {
    CAPTURE(name);
    const std::string folder = std::string(KLIKPAD_ROOT) + "/fixtures/sites/" + name;
    const Result<Yaml> brand = Yaml::Load(folder + "/brand.yaml");
    const Result<Yaml> expected = Yaml::Load(folder + "/expected.yaml");
    REQUIRE(brand.has_value());
    REQUIRE(expected.has_value());
    std::vector<std::string> packs;
    for (const Yaml::Member& pack : expected->Members()) {
      CAPTURE(pack.key);
      packs.push_back(pack.key);
      std::vector<std::string> ids;
      for (const Yaml::Member& rule : pack.value.Members()) {
        CAPTURE(rule.key);
        CHECK(outcomes.contains(rule.value.Scalar()));
        ids.push_back(rule.key);
      }
      CHECK(ids == RuleIds(pack.key));
    }
    CHECK(packs == brand->Find("packs")->Strings().value());
  }
}

TEST_CASE("what expected.yaml gives as a reason stands on the site or in the timeline") {
  for (const std::string& name : FixtureNames()) {
    const FixtureSite site = WalkFixture(name);
    CAPTURE(name);
    std::string beside;
    for (const auto& [file, bytes] : FixtureFiles(site)) {
      if (file.starts_with("timeline.")) beside += bytes;
    }
    for (const auto& [file, bytes] : FixtureFiles(site)) {
      if (file != "expected.yaml") continue;
      for (const std::string_view text : Split(bytes, '\n')) {
        const std::string line(text);
        const std::size_t mark = line.find("  # ");
        if (mark == std::string::npos) continue;
        const std::string reason = line.substr(mark + 4);
        CAPTURE(line);
        for (const std::string& quote : Quotes(reason)) {
          CAPTURE(quote);
          CHECK((Says(site, quote) || beside.find(quote) != std::string::npos));
        }
        for (const std::string& path : Paths(reason)) {
          CAPTURE(path);
          CHECK((site.pages.contains(path) || HasPageBelow(site, path)));
        }
      }
    }
  }
}

// Looks at the mutations of one site; gives the rules that they turn, "pack/rule".
std::set<std::string> TurnedBy(const std::string& site) {
  CAPTURE(site);
  const std::string folder = std::string(KLIKPAD_ROOT) + "/fixtures/sites/" + site + "/";
  const Result<Yaml> mutations = Yaml::Load(folder + "mutations.yaml");
  const Result<Yaml> expected = Yaml::Load(folder + "expected.yaml");
  REQUIRE(mutations.has_value());
  REQUIRE(expected.has_value());
  std::set<std::string> turned, names;
  for (const Yaml& mutation : mutations->Find("mutations")->Items()) {
    REQUIRE(mutation.AllowOnly({"name", "why", "edits", "turns"}).has_value());
    CAPTURE(mutation.Find("name")->Scalar());
    CHECK(names.insert(mutation.Find("name")->Scalar()).second);
    CHECK_FALSE(mutation.Find("why")->Scalar().empty());
    for (const Yaml& edit : mutation.Find("edits")->Items()) {
      REQUIRE(edit.AllowOnly({"file", "from", "until", "to"}).has_value());
      const Result<std::string> html = ReadFile(folder + "www/" + edit.Find("file")->Scalar());
      REQUIRE(html.has_value());
      const std::string& from = edit.Find("from")->Scalar();
      CAPTURE(from);
      const std::size_t at = html->find(from);
      REQUIRE(at != std::string::npos);
      CHECK(html->find(from, at + 1) == std::string::npos);
      if (const Yaml* until = edit.Find("until")) {
        CHECK(html->find(until->Scalar(), at) != std::string::npos);
      }
    }
    for (const Yaml::Member& pack : mutation.Find("turns")->Members()) {
      for (const Yaml::Member& rule : pack.value.Members()) {
        CAPTURE(rule.key);
        REQUIRE(expected->Find(pack.key) != nullptr);
        REQUIRE(expected->Find(pack.key)->Find(rule.key) != nullptr);
        CHECK(expected->Find(pack.key)->Find(rule.key)->Scalar() != rule.value.Scalar());
        turned.insert(pack.key + "/" + rule.key);
      }
    }
  }
  return turned;
}

TEST_CASE("mutations change words that stand once; each finding is turned by one") {
  const std::set<std::string> bank = TurnedBy("ing-2013");
  std::set<std::string> all = bank;
  for (const std::string site : {"luchtbrug", "stil", "waldbach"}) {
    const std::set<std::string> turned = TurnedBy(site);
    all.insert(turned.begin(), turned.end());
  }
  for (const std::string& rule : RuleIds("twitter-test")) {
    if (rule >= "12" && rule < "17") continue;  // of observations and the app
    CAPTURE(rule);
    CHECK(bank.contains("twitter-test/" + rule));
  }
  for (const std::string& rule : RuleIds("contact-essentials")) {
    CAPTURE(rule);
    CHECK(all.contains("contact-essentials/" + rule));
  }
}

TEST_CASE("each word of labels.en.yaml stands alone in a page") {
  const FixtureSite site = WalkFixture("ing-2013");
  std::string html;
  for (const auto& [file, bytes] : FixtureFiles(site)) {
    if (file.ends_with(".html")) html += bytes;
  }
  const Result<Yaml> table = Yaml::Load(site.folder + "/labels.en.yaml");
  REQUIRE(table.has_value());
  REQUIRE(table->AllowOnly({"labels", "sentences"}).has_value());
  for (const Yaml::Member& part : table->Members()) {
    for (const Yaml::Member& word : part.value.Members()) {
      CAPTURE(word.key);
      CHECK_FALSE(word.value.Scalar().empty());
      CHECK((html.find(">" + word.key + "<") != std::string::npos ||
             html.find(">" + word.key + " | ING<") != std::string::npos ||
             html.find("\"" + word.key + "\"") != std::string::npos));
    }
  }
}

TEST_CASE("each label and heading of ing-2013 has its words in labels.en.yaml") {
  const FixtureSite site = WalkFixture("ing-2013");
  const Result<Yaml> table = Yaml::Load(site.folder + "/labels.en.yaml");
  REQUIRE(table.has_value());
  const Yaml& labels = *table->Find("labels");
  const std::set<std::string> names{"ING", "Facebook", "Twitter", "YouTube", "LinkedIn", "Hyves"};
  for (const auto& [path, page] : site.pages) {
    CAPTURE(path);
    for (const Link& link : page.links) {
      CAPTURE(link.label);
      CHECK((names.contains(link.label) || labels.Find(link.label) != nullptr));
    }
    for (const TextBlock& block : page.blocks) {
      if (block.kind != TextKind::kHeading) continue;
      CAPTURE(block.text);
      CHECK(labels.Find(block.text) != nullptr);
    }
  }
}

}  // namespace
}  // namespace klikpad
