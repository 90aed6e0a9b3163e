// The messages of the brand's accounts, from its files to the evidence: read, timed, masked and
// classed one by one. Nothing but a few bytes a message is held.

#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "brand/timeline_source.h"
#include "model/brand.h"
#include "model/message.h"
#include "rules/rules.h"

namespace klikpad {

// Opens a file for reading, null when it cannot be.
using OpenFile = std::function<std::unique_ptr<std::istream>(const std::string& path)>;

struct TimelineOptions {
  // Others' accounts as written, and nothing masked. Otherwise they are numbered in the order of
  // their first message: "person 1". A number cannot be turned back as a hash of a name can, and
  // the file that could is not part of the audit.
  bool keep_authors = false;
  std::int64_t max_rows = 5'000'000;
};

// Reads the first rows of every file and complains when none can be used: a wrong column or a
// missing zone is said before a crawl has cost anything.
Result<void> CheckTimeline(const std::vector<TimelineSource>& sources, const Brand& brand,
                           const Rules& rules, const OpenFile& open);

// `rules` must outlive the feed.
MessageFeed MakeTimelineFeed(std::vector<TimelineSource> sources, Brand brand, const Rules& rules,
                             OpenFile open, TimelineOptions options);

// Handles named by the archive's account.js ("username"); empty when it says none.
std::vector<std::string> ArchiveAccounts(std::istream& account_js);

}  // namespace klikpad
