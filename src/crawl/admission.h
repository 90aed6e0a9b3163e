// What stands between an address that was met and the queue: traps, and hosts that refuse.

#pragma once

#include <string_view>
#include <vector>

#include "crawl/crawl_state.h"

namespace klikpad {

// Puts a page into `queue` unless it stood in one, waits, or is left out. `label` is the text of
// the link that leads there.
void Admit(CrawlState& state, int page, std::string_view label, std::vector<int>& queue);

// What of `queue`, before a level begins, need not be asked any more is left out of it. Returns the
// pages that left it.
std::vector<int> Prune(CrawlState& state, std::vector<int>& queue);

// Waiting pages that have credit by now; once none has, the others are left out.
std::vector<int> TakeWaiting(CrawlState& state);

// A page was answered: a refusal, or anything else.
void NoteRefusal(CrawlState& state, int page, bool is_refused);

}  // namespace klikpad
