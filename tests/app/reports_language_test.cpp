// The Dutch report of every fixture is Dutch: each remark of the audit has its Dutch sentence, and
// no English word of klikpad's own is left in what a reader sees.

#include <doctest/doctest.h>

#include <set>

#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"
#include "fixture_audit.h"
#include "report/remarks.h"

namespace klikpad {
namespace {

const std::vector<std::string> kFixtures = {"ing-2013", "klein", "luchtbrug", "stil"};

Remarks LoadRemarks() {
  const auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/reports/remarks.yaml");
  REQUIRE(yaml.has_value());
  const auto remarks = Remarks::Parse(*yaml);
  REQUIRE_MESSAGE(remarks.has_value(), remarks.error().Text());
  return *remarks;
}

std::set<std::string> RemarksOf(const Json& audit) {
  std::set<std::string> texts;
  for (const Json& contact : audit["contacts"].Items()) {
    for (const Json& signal : contact["signals"].Items()) texts.insert(signal.AsString());
  }
  for (const Json& problem : audit["problems"].Items()) texts.insert(problem.AsString());
  for (const Json& row : audit["coverage"].Items()) {
    texts.insert(row["why"].AsString());
    for (const Json& hole : row["holes"].Items()) texts.insert(hole["text"].AsString());
  }
  texts.erase("");
  return texts;
}

// What a reader sees: no head, no tags, entities of quotes undone.
std::string VisibleText(const std::string& html) {
  std::string text;
  bool is_in_tag = false;
  for (std::size_t i = std::min(html.find("<body>"), html.size()); i < html.size(); ++i) {
    if (html[i] == '<') is_in_tag = true;
    if (!is_in_tag) text += html[i];
    if (html[i] == '>') {
      is_in_tag = false;
      text += ' ';
    }
  }
  return ReplaceAll(ReplaceAll(std::move(text), "&#39;", "'"), "&quot;", "\"");
}

// Words that English sentences hardly do without and Dutch ones never have.
std::vector<std::string> EnglishWordsIn(std::string_view text) {
  const std::set<std::string> english = {"the",  "and",  "not",   "which",  "with", "from",
                                         "this", "that", "been",  "were",   "has",  "its",
                                         "read", "seen", "pages", "brand's"};
  std::vector<std::string> found;
  std::string word;
  for (const char c : std::string(text) + " ") {
    const bool is_in_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
                            c == '-' || c == '.' || c == '_' || c == '/' || (c & '\x80') != 0;
    if (is_in_word) {
      word += c;
      continue;
    }
    if (english.contains(AsciiLower(word))) found.push_back(word);
    word.clear();
  }
  return found;
}

void CheckDutch(const std::string& site_folder, const std::vector<std::string>& more) {
  const Remarks remarks = LoadRemarks();
  const TempDir dir;
  std::vector<std::string> arguments = {
      "--pack", "contact-essentials", "--pack", "twitter-test", "-f", "html", "-f", "markdown"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const FixtureAudit audit = AuditSite(site_folder, dir / "audit", arguments);
  for (const std::string& text : RemarksOf(audit.audit)) {
    CAPTURE(text);
    CHECK(remarks.Tell(text, true).has_value());
  }
  const auto html = ReadFile(dir / "audit/report.nl.html");
  REQUIRE(html.has_value());
  CHECK(Join(EnglishWordsIn(VisibleText(*html)), ", ") == "");
  const auto markdown = ReadFile(dir / "audit/report.md");
  REQUIRE(markdown.has_value());
  CHECK(Join(EnglishWordsIn(*markdown), ", ") == "");
}

TEST_CASE("the Dutch report of every fixture is Dutch") {
  for (const std::string& name : kFixtures) {
    CAPTURE(name);
    CheckDutch(FixtureFolder(name), {});
  }
}

TEST_CASE("the Dutch report of a look with holes is Dutch") {
  for (const std::string& name : kFixtures) {
    CAPTURE(name);
    CheckDutch(FixtureFolder(name), {"--max-pages", "5"});
  }
  const FixtureCopy copy("luchtbrug");
  copy.Write("www/robots.txt", "User-agent: *\nDisallow: /\n");
  CheckDutch(copy.Folder(), {"--no-robots", "--depth", "1"});
}

TEST_CASE("an English word in a Dutch report is noticed") {
  CHECK(EnglishWordsIn("de pagina was not gelezen, rules/the.yaml").size() == 1);
}

}  // namespace
}  // namespace klikpad
