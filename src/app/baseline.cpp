// Findings by identity.

#include "app/baseline.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/json.h"
#include "base/text.h"
#include "base/yaml.h"

namespace klikpad {
namespace {

constexpr std::string_view kLimit = "limit: ";  // before the limits among an audit's problems

const Rule* RuleOf(const Library& library, const Finding& finding) {
  for (const Pack& pack : library.packs) {
    if (pack.name == finding.pack) return pack.Find(finding.rule);
  }
  return nullptr;
}

// What stable things a minus is about. None when it rests on what was not seen (then its rows are
// those that were looked at), or when not all of its rows are shown.
std::vector<std::string> SubjectsOf(const Finding& finding, const Library& library) {
  const Rule* rule = RuleOf(library, finding);
  if (rule == nullptr || rule->otherwise == Outcome::kMinus) return {};
  if (finding.evidence_count > static_cast<int>(finding.evidence.size())) return {};
  std::set<std::string> subjects;
  for (const EvidenceRow& row : finding.evidence) {
    const bool is_stable = row.ref.starts_with("contacts/") || row.ref.starts_with("hosts/");
    if (!is_stable) return {};
    subjects.insert(Join({row.label, row.value}, " "));
  }
  return {subjects.begin(), subjects.end()};
}

const Accepted* Find(const Baseline& baseline, const std::string& pack, const std::string& rule) {
  for (const Accepted& one : baseline.accepted) {
    if (one.pack == pack && one.rule == rule) return &one;
  }
  return nullptr;
}

std::vector<std::string> Missing(const std::vector<std::string>& of,
                                 const std::vector<std::string>& in) {
  std::vector<std::string> missing;
  std::set_difference(of.begin(), of.end(), in.begin(), in.end(), std::back_inserter(missing));
  return missing;
}

std::string NameOf(const Finding& finding) { return finding.pack + "/" + finding.rule; }

// The start of a line that names the finding, for looking it up again.
std::string Fresh(const Finding& finding, const std::vector<std::string>& subjects) {
  return subjects.empty() ? NameOf(finding) : NameOf(finding) + " (" + Join(subjects, ", ") + ")";
}

bool IsSeenWhole(const Audit& audit) {
  return std::any_of(audit.coverage.begin(), audit.coverage.end(), [](const Coverage& row) {
    return row.Name() == "site" && row.complete == Complete::kYes;
  });
}

Result<Accepted> ReadAccepted(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"rule", "subjects", "because"}); !ok) {
    return tl::unexpected(ok.error());
  }
  const auto rule = yaml.Need("rule");
  if (!rule) return tl::unexpected(rule.error());
  const auto name = (*rule)->String();
  if (!name) return tl::unexpected(name.error());
  const std::size_t slash = name->find('/');
  if (slash == std::string::npos || slash == 0 || slash + 1 == name->size()) {
    return (*rule)->Complain("'" + *name + "' is not of the form PACK/RULE");
  }
  Accepted accepted{name->substr(0, slash), name->substr(slash + 1), {}, ""};
  if (const Yaml* because = yaml.Find("because"); because != nullptr && !because->IsNull()) {
    const auto text = because->String();
    if (!text) return tl::unexpected(text.error());
    accepted.because = *text;
  }
  if (const Yaml* list = yaml.Find("subjects"); list != nullptr && !list->IsNull()) {
    auto subjects = list->Strings();
    if (!subjects) return tl::unexpected(subjects.error());
    accepted.subjects = std::move(*subjects);
    std::sort(accepted.subjects.begin(), accepted.subjects.end());
  }
  return accepted;
}

}  // namespace

Result<Baseline> ParseBaseline(std::string_view text, const std::string& name) {
  const auto yaml = Yaml::Parse(text, name);
  if (!yaml) return tl::unexpected(yaml.error());
  if (auto ok = yaml->AllowOnly({"accepted"}); !ok) return tl::unexpected(ok.error());
  const auto list = yaml->Need("accepted");
  if (!list) return tl::unexpected(list.error());
  Baseline baseline;
  if (!(*list)->IsNull() && !(*list)->IsList()) return (*list)->Complain("a list is needed here");
  for (const Yaml& item : (*list)->Items()) {
    auto accepted = ReadAccepted(item);
    if (!accepted) return tl::unexpected(accepted.error());
    if (Find(baseline, accepted->pack, accepted->rule) != nullptr) {
      return item.Complain("'" + accepted->Name() + "' stands here twice");
    }
    baseline.accepted.push_back(std::move(*accepted));
  }
  return baseline;
}

std::string BaselineText(const Baseline& baseline) {
  std::string text =
      "# Findings that are accepted for now: klikpad fails on others only (--baseline). Made by\n"
      "# --update-baseline. A rule without subjects is accepted whatever it is about.\n";
  if (baseline.accepted.empty()) return text + "accepted: []\n";
  text += "accepted:\n";
  for (const Accepted& one : baseline.accepted) {
    text += "- rule: " + one.Name() + "\n";
    // A JSON string is a YAML one (YAML 1.2.2, 7.3.1).
    if (!one.because.empty()) text += "  because: " + JsonString(one.because) + "\n";
    if (one.subjects.empty()) continue;
    text += "  subjects:\n";
    for (const std::string& subject : one.subjects) text += "  - " + JsonString(subject) + "\n";
  }
  return text;
}

bool BaselineChange::IsFresh(const Finding& finding) const {
  const std::string name = NameOf(finding);
  return std::any_of(fresh.begin(), fresh.end(), [&](const std::string& one) {
    return one == name || one.starts_with(name + " (");
  });
}

BaselineChange Compare(const Audit& audit, const Library& library, const Baseline& baseline) {
  BaselineChange change;
  for (const Finding& finding : audit.findings) {
    const Accepted* accepted = Find(baseline, finding.pack, finding.rule);
    if (finding.outcome != Outcome::kMinus) {
      const bool is_over = accepted != nullptr && finding.outcome != Outcome::kNotAssessed;
      if (is_over) change.resolved.push_back(accepted->Name());
      continue;
    }
    if (accepted == nullptr) {
      change.fresh.push_back(Fresh(finding, SubjectsOf(finding, library)));
      continue;
    }
    const auto more = accepted->subjects.empty()
                          ? std::vector<std::string>()
                          : Missing(SubjectsOf(finding, library), accepted->subjects);
    if (more.empty()) {
      ++change.accepted;
    } else {
      change.fresh.push_back(Fresh(finding, more));
    }
  }
  return change;
}

AcceptedFindings AcceptedOf(const Audit& audit, const Library& library, const Baseline& baseline) {
  const BaselineChange change = Compare(audit, library, baseline);
  AcceptedFindings accepted;
  for (const Finding& finding : audit.findings) {
    if (finding.outcome != Outcome::kMinus || change.IsFresh(finding)) continue;
    const Accepted* entry = Find(baseline, finding.pack, finding.rule);
    if (entry != nullptr) accepted[NameOf(finding)] = entry->because;
  }
  return accepted;
}

Baseline Renewed(const Audit& audit, const Library& library, const Baseline& before) {
  Baseline renewed;
  std::set<std::string> judged;
  for (const Finding& finding : audit.findings) {
    if (finding.outcome == Outcome::kNotAssessed) continue;
    judged.insert(NameOf(finding));
    if (finding.outcome != Outcome::kMinus) continue;
    Accepted one{finding.pack, finding.rule, SubjectsOf(finding, library), ""};
    const Accepted* old = Find(before, finding.pack, finding.rule);
    if (old != nullptr) one.because = old->because;
    if (old != nullptr && !one.subjects.empty() && !IsSeenWhole(audit)) {
      const auto unseen = Missing(old->subjects, one.subjects);
      one.subjects.insert(one.subjects.end(), unseen.begin(), unseen.end());
      std::sort(one.subjects.begin(), one.subjects.end());
    }
    renewed.accepted.push_back(std::move(one));
  }
  for (const Accepted& old : before.accepted) {
    if (!judged.contains(old.Name())) renewed.accepted.push_back(old);
  }
  std::sort(renewed.accepted.begin(), renewed.accepted.end(),
            [](const Accepted& a, const Accepted& b) { return a.Name() < b.Name(); });
  return renewed;
}

std::string WhyNoBaseline(const Audit& audit) {
  for (const std::string& problem : audit.look.problems) {
    if (!problem.starts_with(kLimit)) continue;
    return "the look was cut short: " + problem.substr(kLimit.size());
  }
  for (const Coverage& row : audit.coverage) {
    if (row.Name() == "site" && row.complete == Complete::kNo) return "the site was not seen";
  }
  return {};
}

}  // namespace klikpad
