// What several reports tell alike: the lines of evidence, the problems of the run, the remarks on
// each look. Clean text, not yet escaped for a format.

#pragma once

#include <string>
#include <vector>

#include "model/audit.h"
#include "report/say.h"
#include "report/wording.h"

namespace klikpad {

struct EvidenceLine {
  std::string quote;
  std::string figure;  // "Telefoon: 3 klikken"; "" when the quote says it all
  std::string at;      // a date in words
  std::string page;    // title of the page, "" when the row belongs to none
  std::string href;    // "" when no web address
  std::string place;   // "broncode, regel 12"
  std::string lang;    // of the page, "" when not known
  std::string noted;   // of a note: "Coosto · KV, 30 april 2013 · observations.yaml:12"
  bool operator==(const EvidenceLine&) const = default;
};
EvidenceLine TellEvidence(const EvidenceRow& row, const Say& say);

// At most so many lines; rows that tell the same are told once.
std::vector<EvidenceLine> TellRows(const std::vector<EvidenceRow>& rows, std::size_t most,
                                   const Say& say);

// How many of the rows these lines speak for.
std::size_t RowsTold(const std::vector<EvidenceRow>& rows, std::size_t most, const Say& say);

// For the banner; empty when the run had no problems.
std::vector<std::string> TellProblems(const Audit& audit, const Say& say);

// Why a look is not complete, in one clause; "" when there is nothing to say.
std::string TellLook(const Coverage& row, const Say& say);

// The look at the whole site, null when it was not measured.
const Coverage* WholeSite(const Audit& audit);
// "12 of the 14 pages that matter were read", "" without a look.
std::string TellCoverage(const Audit& audit, const Say& say);

// Holes of all looks, each once, nearest first.
std::vector<Hole> AllHoles(const Audit& audit);

// How far the pace was lowered, a sentence a host: of the look at the site.
std::vector<std::string> PaceNotes(const Run& run);

// What to say in place of clicks of a channel that was not seen.
std::string TellUnseen(const Audit& audit, const std::string& channel, const Say& say);

// Found but not counted: another's, or nobody knows whose; no share buttons and no posts.
std::vector<const Contact*> SetAside(const Audit& audit);

// Findings with that outcome, in order.
std::vector<const Finding*> WithOutcome(const Audit& audit, Outcome outcome);

}  // namespace klikpad
