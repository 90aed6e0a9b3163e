// Runs the checks of a rule and keeps the rows that a reader is shown.

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "judge/pack.h"

namespace klikpad {

inline constexpr std::size_t kShownRows = 30;

// The rows of one or several checks: all counted, the nearest kept.
struct FoundRows {
  std::int64_t count = 0;
  // By clicks of their page; of equally near ones contacts for all and pages about contact first,
  // then by clicks of a way from there, then ref. At most kShownRows.
  std::vector<EvidenceRow> shown;
};

class RowFinder {
 public:
  static tl::expected<RowFinder, QueryFailure> Make(const EvidenceDb& db,
                                                    const QueryLimits& limits);

  // Adds the rows of `call` to `rows`; gives their number.
  tl::expected<std::int64_t, QueryFailure> Find(const Call& call, FoundRows& rows) const;
  // Puts one row among the shown ones, if it is near enough.
  void Keep(EvidenceRow row, FoundRows& rows) const;
  // Adds address, title and place to the rows that are shown. A ref that leads nowhere is a mistake
  // of the check.
  tl::expected<void, QueryFailure> Locate(FoundRows& rows) const;

 private:
  struct PageFacts {
    std::optional<std::int64_t> clicks;
    int standing = 2;  // 0: a page of contact, 1: of service
    std::string url, title;
  };

  tl::expected<FoundRows, QueryFailure> Ask(const Call& call) const;
  bool IsBefore(const EvidenceRow& a, const EvidenceRow& b) const;
  std::int64_t Clicks(const EvidenceRow& row) const;
  int Standing(const EvidenceRow& row) const;
  tl::expected<void, QueryFailure> ReadStanding();

  const EvidenceDb* db_ = nullptr;
  QueryLimits limits_;
  std::map<int, PageFacts> pages_;          // by EvidenceRow::page
  std::set<std::string> limited_contacts_;  // refs of those for some people or one subject
  // Rules ask the same of a long timeline again and again: what each check and arguments gave.
  mutable std::map<std::string, FoundRows> known_;
};

}  // namespace klikpad
