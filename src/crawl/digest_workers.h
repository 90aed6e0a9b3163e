// Threads that parse and search answers while others are fetched. What they need (the rules, the
// context) is shared and constant; what they make comes back through one queue.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "crawl/page_digest.h"

namespace klikpad {

// An answer and what the look keeps of it.
struct DigestedAnswer {
  int page = -1;
  Exchange exchange;  // without its body
  PageDigest digest;
  std::exception_ptr failure;  // what went wrong instead: no memory, a bug
};

class DigestWorkers {
 public:
  // Called by several threads at once.
  using Digest = std::function<PageDigest(const Exchange&, const PageContext&)>;
  // `count` threads, 0: one a core. `wake` is called by a worker when something is done and nothing
  // was before.
  // `prepare` is called by each thread before it waits for its first answer: what the first page
  // would pay otherwise is paid while that page is fetched.
  DigestWorkers(int count, Digest digest, std::function<void()> wake,
                std::function<void()> prepare = {});
  // What is still waiting is dropped.
  ~DigestWorkers();
  DigestWorkers(const DigestWorkers&) = delete;
  DigestWorkers& operator=(const DigestWorkers&) = delete;

  // For the page of that number, which has one answer at a time.
  void Add(int page, Exchange exchange, std::shared_ptr<const PageContext> context);
  // All that is done, in any order.
  std::vector<DigestedAnswer> TakeDone();
  // Waits until something is done; false at once when nothing is and nothing is being worked on.
  bool WaitForDone();
  // Bytes of bodies that were added and are not done.
  std::size_t BytesAtWork() const;

 private:
  struct Task {
    int page = -1;
    Exchange exchange;
    std::shared_ptr<const PageContext> context;
  };
  void Work();
  void Finish(DigestedAnswer answer, std::size_t bytes);

  const Digest digest_;
  const std::function<void()> wake_, prepare_;
  mutable std::mutex mutex_;  // of all below
  std::condition_variable has_task_, has_done_;
  std::deque<Task> tasks_;
  std::vector<DigestedAnswer> done_;
  std::size_t bytes_ = 0;
  std::size_t at_work_ = 0;  // added and not done
  bool is_ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace klikpad
