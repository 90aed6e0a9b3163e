// A baseline: the minus findings that a CI job accepts for now, so that it fails on new ones only.
// Findings are known by their identity (pack, rule, and what stable things they are about), never
// by counts, in which a fix and a regression would cancel out.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "judge/library.h"
#include "model/audit.h"
#include "report/junit_report.h"

namespace klikpad {

struct Accepted {
  std::string pack, rule;
  // Contacts and hosts that the finding is about ("google-plus +voorbeeld"), sorted; none: whatever
  // it is about. Pages and their words come and go, so they are none.
  std::vector<std::string> subjects;
  std::string because;  // why, in the user's words; kept when the file is written anew
  std::string Name() const { return pack + "/" + rule; }
};

struct Baseline {
  std::vector<Accepted> accepted;  // by name
};

// A file as BaselineText writes it, or by hand; comments are YAML's. An error for a rule that is
// written twice and for unknown keys.
Result<Baseline> ParseBaseline(std::string_view text, const std::string& name);
std::string BaselineText(const Baseline& baseline);

struct BaselineChange {
  std::vector<std::string> fresh;     // names of minus findings that are not accepted, each with
                                      // what is new about it
  std::vector<std::string> resolved;  // accepted ones that are a minus no longer
  int accepted = 0;                   // minus findings that are as they were
  bool IsFresh(const Finding& finding) const;
};
// What is "not assessed" now is neither new nor resolved: nobody knows.
BaselineChange Compare(const Audit& audit, const Library& library, const Baseline& baseline);

// The minus findings of which nothing is fresh.
AcceptedFindings AcceptedOf(const Audit& audit, const Library& library, const Baseline& baseline);

// The baseline that accepts all that is minus now. Of `before` stays what was not judged this time;
// what was seen in part adds subjects and takes none away.
Baseline Renewed(const Audit& audit, const Library& library, const Baseline& before);

// Why no baseline may be made of this audit ("the look was cut short: …"), "" when it may.
std::string WhyNoBaseline(const Audit& audit);

}  // namespace klikpad
