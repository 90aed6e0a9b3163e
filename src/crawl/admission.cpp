// Deciding in the order of the queue.

#include "crawl/admission.h"

#include <fmt/format.h>

#include <algorithm>

namespace klikpad {
namespace {

constexpr int kRefusalsInARow = 8;  // after which a host is left alone

void LeaveOut(CrawlState& state, int page, bool is_trap) {
  KnownPage& known = state.pages.At(page);
  const std::string why = state.traps.Reason(known.url);
  known.is_queued = true;
  if (is_trap) {
    known.page.hole = HoleReason::kTrap;
    known.page.hole_text = why;
  } else {
    known.page.hole = HoleReason::kLimit;
    known.page.hole_text = fmt::format("too many addresses of its kind: {}", why);
    state.limits.Cap(known.page.hole_text);
  }
  state.traps.LeftOut(known.url, why);
}

bool IsPeoplesRole(Role role) {
  return role == Role::kContact || role == Role::kService || role == Role::kAsk ||
         role == Role::kFaq || role == Role::kForm || role == Role::kImprint;
}

bool Promises(const CrawlState& state, const Url& url, std::string_view label) {
  const Vocabulary& words = state.rules.vocabulary;
  if (words.IsContactPath(url.Path()) || words.IsContactHost(url.Host())) return true;
  for (const std::string& segment : url.PathSegments()) {
    for (const Role role : words.RolesOfSegment(segment)) {
      if (IsPeoplesRole(role)) return true;
    }
  }
  if (label.empty()) return false;
  if (!words.FindChannels(label, "").empty()) return true;
  const auto found = words.FindLabels(label, "");
  return std::any_of(found.begin(), found.end(), [](const LabelMatch& match) {
    return match.label->strength >= Strength::kMedium;
  });
}

// A page that is another one but for a session number leads there without a click. False when it
// is none.
bool GoToItself(CrawlState& state, int page, std::vector<int>& queue) {
  const Url url = state.pages.At(page).url;
  const int same = Know(state, url);
  if (same < 0 || same == page) return false;
  KnownPage& known = state.pages.At(page);
  known.is_queued = true;
  known.page.redirect_to = same;
  known.page.redirect_url = state.pages.At(same).page.url;
  state.pages.Enqueue(same, queue);
  return true;
}

// The page may stand in the queue; whether it does now depends on how much of its part of the site
// does.
template <typename Promises>
void EnqueueInTurn(CrawlState& state, int page, Promises promises, std::vector<int>& queue) {
  KnownPage& known = state.pages.At(page);
  switch (state.prefixes.Admit(known.url, promises)) {
    case PrefixCaps::Verdict::kNow:
      return state.pages.Enqueue(page, queue);
    case PrefixCaps::Verdict::kLater:
      known.is_queued = true;
      return state.prefixes.Wait(page);
    case PrefixCaps::Verdict::kLimit:
      known.is_queued = true;
      known.page.hole = HoleReason::kLimit;
      known.page.hole_text = state.prefixes.LimitText();
      state.limits.Cap(known.page.hole_text);
  }
}

bool IsLeftAlone(const CrawlState& state, const Url& url) {
  const auto refused = state.refused_in_a_row.find(url.Origin());
  return refused != state.refused_in_a_row.end() && refused->second >= kRefusalsInARow;
}

}  // namespace

void Admit(CrawlState& state, int page, std::string_view label, std::vector<int>& queue) {
  const KnownPage& known = state.pages.At(page);
  if (known.is_queued) return;
  if (state.options.links_only) return state.pages.Enqueue(page, queue);
  if (!state.traps.IsPlain(known.url)) {
    state.pages.At(page).promises_contact = Promises(state, known.url, label);
  }
  const auto promises = [&] { return known.promises_contact || Promises(state, known.url, label); };
  switch (state.traps.Admit(known.url, promises)) {
    case Traps::Verdict::kNow:
      return EnqueueInTurn(state, page, promises, queue);
    case Traps::Verdict::kLater:
      state.pages.At(page).is_queued = true;
      return state.traps.Wait(page);
    case Traps::Verdict::kTrap:
      return LeaveOut(state, page, true);
    case Traps::Verdict::kLimit:
      return LeaveOut(state, page, false);
  }
}

std::vector<int> Prune(CrawlState& state, std::vector<int>& queue) {
  std::vector<int> kept, left;
  // Grows while it is walked: pages without their session number are put behind.
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const int page = queue[i];
    const Url url = state.pages.At(page).url;
    if (!state.traps.Sessions().empty() && GoToItself(state, page, queue)) {
      left.push_back(page);
      continue;
    }
    if (IsLeftAlone(state, url)) {
      SitePage& refused = state.pages.At(page).page;
      refused.hole = HoleReason::kBlocked;
      refused.hole_text =
          fmt::format("its host refused {} requests in a row and was left alone", kRefusalsInARow);
      left.push_back(page);
      continue;
    }
    const bool promises = state.pages.At(page).promises_contact;
    if (!promises && state.traps.IsClosed(url) && !Promises(state, url, "")) {
      LeaveOut(state, page, true);
      left.push_back(page);
      continue;
    }
    kept.push_back(page);
  }
  queue = std::move(kept);
  return left;
}

std::vector<int> TakeWaiting(CrawlState& state) {
  std::vector<int> waiting = state.traps.TakeWaiting();
  // Hard limits go first, and say so themselves.
  if (state.limits.MustStop() || state.limits.Left() <= 0) {
    const std::vector<int> behind = state.prefixes.TakeAll();
    waiting.insert(waiting.end(), behind.begin(), behind.end());
    return waiting;
  }
  std::vector<int> level, still;
  for (const int page : waiting) {
    const Url url = state.pages.At(page).url;
    if (!state.traps.Sessions().empty() && GoToItself(state, page, level)) continue;
    const bool promises = state.pages.At(page).promises_contact;
    switch (state.traps.Admit(url, [promises] { return promises; })) {
      case Traps::Verdict::kNow:
        state.pages.At(page).is_queued = false;
        EnqueueInTurn(
            state, page, [promises] { return promises; }, level);
        break;
      case Traps::Verdict::kLater:
        still.push_back(page);
        break;
      case Traps::Verdict::kTrap:
        LeaveOut(state, page, true);
        break;
      case Traps::Verdict::kLimit:
        LeaveOut(state, page, false);
    }
  }
  if (level.empty()) level = state.prefixes.TakeWaiting();
  // Nothing of what could give credit is left: these were never looked at, so they stay open.
  for (const int page : still) {
    if (level.empty() && !state.prefixes.HasWaiting()) {
      LeaveOut(state, page, false);
    } else {
      state.traps.Wait(page);
    }
  }
  return level;
}

void NoteRefusal(CrawlState& state, int page, bool is_refused) {
  int& count = state.refused_in_a_row[state.pages.At(page).url.Origin()];
  count = is_refused ? count + 1 : 0;
}

}  // namespace klikpad
