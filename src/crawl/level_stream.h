// One crawl by levels as a source of requests: it keeps the fetcher and the parsing threads busy,
// and takes answers in the order of the queue.
//
// What is taken, and in which order, follows from the queue and from the answers alone:
//  - the queue of a level grows at its end only, by taking an answer (redirects, frames);
//  - whether an address may be asked is decided in the order of the queue, from robots.txt of its
//    host, --max-pages and what was kept for the search when the level began;
//  - an answer is taken when all before it in the queue were.
// Asking ahead (later addresses of the level, then the next level's) only brings answers nearer. It
// ends so far from --max-pages that an address asked ahead is not refused later on.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "crawl/crawl_state.h"
#include "crawl/digest_workers.h"
#include "crawl/robots_gate.h"
#include "fetch/fetcher.h"

namespace klikpad {

class LevelStream : public RequestSource {
 public:
  // All outlive the stream. `is_home_level`: what `level` leads to without a click is the home
  // page.
  LevelStream(CrawlState& state, RobotsGate& robots, DigestWorkers& workers,
              const CrawlHooks& hooks, std::vector<int> level, bool is_home_level);

  std::optional<Request> Next() override;
  bool WaitForMore() override;
  void Take(std::size_t index, Exchange exchange) override;
  bool MustStop() override { return state_.limits.MustStop(); }

 private:
  void TakeWhatIsReady();
  bool TakeHead();
  bool BeginNextLevel();
  std::optional<Request> NextDecided();
  std::optional<Request> NextAhead(const std::vector<int>& queue, std::size_t& cursor,
                                   std::size_t from);
  bool MayAsk(int page);
  int StillToCome() const;
  bool IsFull() const;
  bool MayAskAhead() const;
  Request AskRobots(Request request, const Url& url);
  Request AskPage(int page, bool is_home);
  std::shared_ptr<const PageContext> ContextOf(bool is_home);

  CrawlState& state_;
  RobotsGate& robots_;
  DigestWorkers& workers_;
  const CrawlHooks& hooks_;
  bool is_home_level_;
  int depth_ = 0;
  int kept_ = 0;              // of --max-pages, for the search
  Frontier queue_;            // this level in `same`, the next one in `next`
  std::vector<bool> grants_;  // the decisions so far, by place in this level's queue
  std::size_t taken_ = 0;     // places of this level that are done
  std::size_t ahead_here_ = 0, ahead_next_ = 0;  // places that asking ahead has looked at
  int asked_ahead_ = 0;                          // asked and not decided
  std::size_t held_ = 0;                         // asked and not taken

  struct Asked {
    int page = -1;                               // -1: robots.txt of `url`'s host
    std::optional<Url> url;                      // of robots.txt only
    std::shared_ptr<const PageContext> context;  // of a page only
  };
  std::size_t requests_ = 0;
  std::unordered_map<std::size_t, Asked> on_the_way_;  // by number of the request
  std::unordered_map<int, DigestedAnswer> ready_;      // by page
  std::shared_ptr<const PageContext> home_context_, context_;
};

}  // namespace klikpad
