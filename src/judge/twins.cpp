// Running the twins that prove a rule.

#include "judge/twins.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/files.h"
#include "base/text.h"
#include "evidence/terms.h"
#include "judge/evidence_yaml.h"
#include "judge/rule_read.h"

namespace klikpad {

namespace {

Result<Twin> ParseTwin(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"name", "expect", "refs", "complete", "partial", "evidence"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  Twin twin;
  twin.line = yaml.Line();
  for (const char* key : {"name", "expect"}) {
    if (auto needed = yaml.Need(key); !needed) return tl::unexpected(needed.error());
  }
  twin.name = yaml.Find("name")->Scalar();
  const std::string& expect = yaml.Find("expect")->Scalar();
  const auto outcome = OutcomeFromText(expect);
  if (!outcome) {
    return yaml.Find("expect")->Complain("unknown outcome '" + expect + "'",
                                         Nearest(expect, OutcomeTexts()));
  }
  twin.expect = *outcome;
  if (const Yaml* refs = yaml.Find("refs")) {
    auto list = refs->Strings();
    if (!list) return tl::unexpected(list.error());
    twin.refs = std::move(*list);
  }
  auto rows = ParseEvidence(yaml);
  if (!rows) return tl::unexpected(rows.error());
  twin.rows = std::move(*rows);
  return twin;
}

bool IsVerdict(Outcome outcome) { return outcome == Outcome::kPlus || outcome == Outcome::kMinus; }

// What is wrong with a finding that has the right outcome; "" when nothing is.
std::string Flaw(const Finding& finding, const Twin& twin) {
  if (IsVerdict(finding.outcome) && finding.evidence.empty()) return "a verdict without evidence";
  for (const std::string& ref : twin.refs) {
    const bool is_there = std::any_of(finding.evidence.begin(), finding.evidence.end(),
                                      [&](const EvidenceRow& row) { return row.ref == ref; });
    if (!is_there) return ref + " is not among the evidence";
  }
  for (const Bilingual* text : {&finding.title, &finding.says, &finding.fix, &finding.why}) {
    for (const std::string* words : {&text->nl, &text->en}) {
      if (words->find_first_of("{}") != std::string::npos) return "not filled in: " + *words;
      if (words->find("\"\"") != std::string::npos) return "an empty quote: " + *words;
    }
  }
  if (finding.says.nl.empty() || finding.says.en.empty()) return "nothing is said";
  return "";
}

Result<std::string> Problem(const Twin& twin, const Pack& pack, const Rule& rule,
                            const Library& library, const Rules& rules) {
  auto db = EvidenceDb::FromRows(twin.rows, rules.channels, VocabularyTerms(rules.vocabulary));
  if (!db) return tl::unexpected(db.error());
  auto judged = JudgeRule(*db, pack, rule, library.wording);
  if (!judged) return tl::unexpected(judged.error());
  const Finding& finding = judged->finding;
  if (finding.outcome == twin.expect) return Flaw(finding, twin);
  std::string problem =
      "expected " + OutcomeText(twin.expect) + ", got " + OutcomeText(finding.outcome);
  if (!finding.reason.empty()) problem += " (" + finding.reason + ")";
  return problem;
}

Result<void> RunRule(const Pack& pack, const Rule& rule, const Library& library, const Rules& rules,
                     const std::string& path, std::vector<TwinResult>& results) {
  std::vector<Twin> twins;
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) {
    auto yaml = Yaml::Load(path);
    if (!yaml) return tl::unexpected(yaml.error());
    auto parsed = ParseTwins(*yaml);
    if (!parsed) return tl::unexpected(parsed.error());
    twins = std::move(*parsed);
  }
  std::set<Outcome> owed;
  for (const Outcome outcome : OwedTwins(rule)) owed.insert(outcome);
  for (const Twin& twin : twins) {
    owed.erase(twin.expect);
    auto problem = Problem(twin, pack, rule, library, rules);
    if (!problem) {
      Error error = problem.error();
      if (error.file.empty()) error.file = path, error.line = twin.line;
      return tl::unexpected(std::move(error));
    }
    results.push_back({pack.name, rule.id, twin.name, path, twin.line, *problem});
  }
  for (const Outcome outcome : owed) {
    results.push_back(
        {pack.name, rule.id, "", path, 0, "no twin for '" + OutcomeText(outcome) + "'"});
  }
  return {};
}

}  // namespace

Result<std::vector<Twin>> ParseTwins(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"twins"}); !ok) return tl::unexpected(ok.error());
  auto list = yaml.Need("twins");
  if (!list) return tl::unexpected(list.error());
  std::vector<Twin> twins;
  for (const Yaml& item : (*list)->Items()) {
    auto twin = ParseTwin(item);
    if (!twin) return tl::unexpected(twin.error());
    twins.push_back(std::move(*twin));
  }
  return twins;
}

std::vector<Outcome> OwedTwins(const Rule& rule) {
  std::set<Outcome> owed;
  for (const Outcome outcome : rule.Outcomes()) owed.insert(outcome);
  if (rule.look_at) owed.insert(Outcome::kNotApplicable);
  if (!rule.absence_needs.empty() || !rule.needs_rows.empty()) owed.insert(Outcome::kNotAssessed);
  return {owed.begin(), owed.end()};
}

namespace {

// A pack of the user's own has its twins beside it, as its checks.
std::string TwinsFolder(const Pack& pack, const std::string& folder) {
  const std::filesystem::path home = std::filesystem::path(pack.file).parent_path();
  std::error_code ignored;
  const bool is_ours =
      std::filesystem::equivalent(home, std::filesystem::path(folder) / "../packs", ignored);
  return (is_ours ? std::filesystem::path(folder) : home / "twins") / pack.name;
}

}  // namespace

Result<std::vector<TwinResult>> RunTwins(const Library& library, const Rules& rules,
                                         const std::string& folder) {
  std::vector<TwinResult> results;
  for (const Pack& pack : library.packs) {
    const std::string below = TwinsFolder(pack, folder);
    for (const Rule& rule : pack.rules) {
      const std::string path = below + "/" + rule.id + ".yaml";
      if (auto ok = RunRule(pack, rule, library, rules, path, results); !ok) {
        return tl::unexpected(ok.error());
      }
    }
    std::error_code ignored;
    if (!std::filesystem::is_directory(below, ignored)) continue;
    auto files = ListFiles(below);
    if (!files) return tl::unexpected(files.error());
    for (const std::string& file : *files) {
      if (file.ends_with(".yaml") && !pack.Find(file.substr(0, file.size() - 5))) {
        return Fail("twins of a rule that is not there", below + "/" + file);
      }
    }
  }
  return results;
}

}  // namespace klikpad
