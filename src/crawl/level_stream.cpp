// Deciding, asking ahead, and taking in order.

#include "crawl/level_stream.h"

#include <fmt/format.h>

#include <cassert>
#include <utility>

#include "crawl/admission.h"
#include "crawl/site_search.h"
#include "crawl/take_answer.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostBytes = 4u << 20;  // of bodies that wait for a parsing thread
constexpr std::size_t kMostHeld = 2048;       // pages asked and not taken
// Of --max-pages, left alone by asking ahead beside what the level may still lead to.
constexpr int kReserve = 64;

void Refuse(SitePage& page, HoleReason reason, std::string text) {
  page.hole = reason;
  page.hole_text = std::move(text);
}

// A dead link (404, 410) does tell something.
bool TellsNothing(const Exchange& exchange) {
  if (exchange.error == FetchError::kCancelled) return false;
  return !exchange.IsAnswered() ||
         (exchange.status >= 400 && exchange.status != 404 && exchange.status != 410);
}

}  // namespace

LevelStream::LevelStream(CrawlState& state, RobotsGate& robots, DigestWorkers& workers,
                         const CrawlHooks& hooks, std::vector<int> level, bool is_home_level)
    : state_(state),
      robots_(robots),
      workers_(workers),
      hooks_(hooks),
      is_home_level_(is_home_level),
      kept_(KeptForSearch(state)) {
  queue_.same = std::move(level);
}

std::optional<Request> LevelStream::Next() {
  do {
    TakeWhatIsReady();
    if (IsFull()) return std::nullopt;
    if (auto request = NextDecided()) return request;
    // A refusal needs no answer: what stands behind it may be taken.
  } while (taken_ < grants_.size() && !grants_[taken_]);
  if (auto request = NextAhead(queue_.same, ahead_here_, grants_.size())) return request;
  const bool is_last_level = state_.options.depth && depth_ >= *state_.options.depth;
  return is_last_level ? std::nullopt : NextAhead(queue_.next, ahead_next_, 0);
}

bool LevelStream::WaitForMore() {
  TakeWhatIsReady();
  if (taken_ == queue_.same.size()) return false;
  workers_.WaitForDone();
  return true;
}

void LevelStream::Take(std::size_t index, Exchange exchange) {
  Asked asked = std::move(on_the_way_.extract(index).mapped());
  if (asked.url) {
    robots_.Take(*asked.url, exchange);
    return;
  }
  ++state_.done;
  if (TellsNothing(exchange)) ++state_.errors;
  if (hooks_.progress) {
    hooks_.progress({state_.done, state_.pages.Size(), StillToCome(), state_.errors});
  }
  if (IsPage(exchange)) {
    workers_.Add(asked.page, std::move(exchange), std::move(asked.context));
    return;
  }
  DigestedAnswer answer;
  answer.page = asked.page;
  answer.exchange = std::move(exchange);
  if (!state_.options.links_only) {
    TellWall(answer.exchange, state_.rules.walls, 0, answer.digest);
  }
  std::string().swap(answer.exchange.body);
  ready_.emplace(asked.page, std::move(answer));
}

void LevelStream::TakeWhatIsReady() {
  for (DigestedAnswer& answer : workers_.TakeDone()) {
    const int page = answer.page;
    ready_.emplace(page, std::move(answer));
  }
  do {
    while (TakeHead()) {
    }
  } while (BeginNextLevel());
}

// Takes the answer whose turn it is, if it is there.
bool LevelStream::TakeHead() {
  if (taken_ == grants_.size()) return false;
  const int page = queue_.same[taken_];
  if (grants_[taken_]) {
    auto answer = ready_.extract(page);
    if (answer.empty()) return false;
    state_.pages.At(page).is_asked = false;
    --held_;
    DigestedAnswer& digested = answer.mapped();
    if (digested.failure) std::rethrow_exception(digested.failure);
    TakeAnswer(state_, page, digested.exchange, std::move(digested.digest), queue_);
  }
  ++taken_;
  return true;
}

// When this level is done and there is a next one.
bool LevelStream::BeginNextLevel() {
  if (taken_ < queue_.same.size()) return false;
  // All answers were taken: what is decided here follows from them alone.
  do {
    if (queue_.next.empty()) queue_.next = TakeWaiting(state_);
    if (queue_.next.empty()) return false;
    for (const int page : Prune(state_, queue_.next)) {
      if (!std::exchange(state_.pages.At(page).is_asked, false)) continue;
      --held_;  // its answer is dropped
      --asked_ahead_;
    }
  } while (queue_.next.empty());
  if (state_.options.depth && depth_ >= *state_.options.depth) {
    const std::string why = fmt::format("--depth {} was reached", *state_.options.depth);
    state_.limits.Cap(why);
    for (int page : queue_.next) Refuse(state_.pages.At(page).page, HoleReason::kLimit, why);
    queue_.next.clear();
    return false;
  }
  ++depth_;
  is_home_level_ = false;
  kept_ = KeptForSearch(state_);
  queue_.same = std::exchange(queue_.next, {});
  grants_.clear();
  taken_ = ahead_here_ = ahead_next_ = 0;
  return true;
}

std::optional<Request> LevelStream::NextDecided() {
  while (grants_.size() < queue_.same.size()) {
    const int page = queue_.same[grants_.size()];
    KnownPage& known = state_.pages.At(page);
    if (state_.options.obey_robots && !robots_.Knows(known.url)) {
      if (auto request = robots_.Ask(known.url)) {
        return AskRobots(std::move(*request), known.url);
      }
      return std::nullopt;
    }
    if (known.is_asked) --asked_ahead_;
    grants_.push_back(MayAsk(page));
    if (grants_.back() && !known.is_asked) return AskPage(page, is_home_level_);
    if (!grants_.back() && std::exchange(known.is_asked, false)) --held_;  // its answer is dropped
  }
  return std::nullopt;
}

// The next of `queue`, at `from` or later, that may be asked before its turn.
std::optional<Request> LevelStream::NextAhead(const std::vector<int>& queue, std::size_t& cursor,
                                              std::size_t from) {
  for (cursor = std::max(cursor, from); cursor < queue.size() && MayAskAhead(); ++cursor) {
    const KnownPage& known = state_.pages.At(queue[cursor]);
    if (known.is_asked) continue;
    if (state_.options.obey_robots) {
      if (auto request = robots_.Ask(known.url)) {
        return AskRobots(std::move(*request), known.url);
      }
      if (!robots_.Knows(known.url) || !robots_.Refusal(known.url).empty()) continue;
    }
    ++asked_ahead_;
    const bool is_here = &queue == &queue_.same;
    return AskPage(queue[cursor++], is_here && is_home_level_);
  }
  return std::nullopt;
}

// Says whether the address may be asked for; writes down why not.
bool LevelStream::MayAsk(int number) {
  KnownPage& known = state_.pages.At(number);
  if (state_.options.obey_robots) {
    std::string refusal = robots_.Refusal(known.url);
    if (!refusal.empty()) {
      const RobotsGate::Fault fault = robots_.FaultOf(known.url);
      if (fault.kind != TlsFault::kNone) {
        state_.hosts.NoteFault(known.page, known.url, fault.kind, fault.text);
      }
      Refuse(known.page, HoleReason::kRobots, std::move(refusal));
      return false;
    }
  }
  if (state_.limits.MustStop()) {
    Refuse(known.page, state_.limits.StopReason(), state_.limits.StopText());
    return false;
  }
  if (!state_.limits.TakeOne(kept_)) {
    Refuse(known.page, HoleReason::kLimit, state_.limits.Caps().back());
    return false;
  }
  return true;
}

int LevelStream::StillToCome() const {
  const std::size_t undecided = queue_.same.size() - grants_.size() + queue_.next.size();
  const int allowed = std::min(static_cast<int>(undecided), state_.limits.Left());
  return std::max(0, allowed - asked_ahead_) + static_cast<int>(on_the_way_.size());
}

bool LevelStream::IsFull() const {
  return held_ >= kMostHeld || workers_.BytesAtWork() >= kMostBytes;
}

bool LevelStream::MayAskAhead() const {
  if (IsFull() || state_.limits.StoppedEarly()) return false;
  const auto undecided = static_cast<int>(queue_.same.size() - grants_.size());
  const auto untaken = static_cast<int>(queue_.same.size() - taken_);  // each may redirect
  const auto search = static_cast<int>(state_.options.search_channels.size());
  return state_.limits.Left() > asked_ahead_ + undecided + untaken + search + kReserve;
}

Request LevelStream::AskRobots(Request request, const Url& url) {
  on_the_way_.emplace(requests_++, Asked{-1, url, nullptr});
  ++state_.requests;
  request.needs_public_address = state_.needs_public_address;
  return request;
}

Request LevelStream::AskPage(int page, bool is_home) {
  KnownPage& known = state_.pages.At(page);
  known.is_asked = true;
  ++held_;
  ++state_.requests;
  on_the_way_.emplace(requests_++, Asked{page, std::nullopt, ContextOf(is_home)});
  Request request;
  request.url = known.url.WithoutFragment();
  request.follow_redirects = false;
  request.needs_public_address = state_.needs_public_address;
  if (state_.options.obey_robots) request.host_interval_ms = robots_.IntervalOf(known.url);
  return request;
}

// A page is asked after the answer that led to it was taken, so that its context does not depend on
// what else came.
std::shared_ptr<const PageContext> LevelStream::ContextOf(bool is_home) {
  std::shared_ptr<const PageContext>& kept = is_home ? home_context_ : context_;
  if (!kept || kept->language != state_.context.language) {
    PageContext context = state_.context;
    context.is_home = is_home;
    kept = std::make_shared<const PageContext>(std::move(context));
  }
  return kept;
}

}  // namespace klikpad
