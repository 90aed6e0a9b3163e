// The workers' loop and its two queues.

#include "crawl/digest_workers.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace klikpad {

DigestWorkers::DigestWorkers(int count, Digest digest, std::function<void()> wake,
                             std::function<void()> prepare)
    : digest_(std::move(digest)), wake_(std::move(wake)), prepare_(std::move(prepare)) {
  if (count <= 0) count = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  threads_.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    try {
      threads_.emplace_back([this] { Work(); });
    } catch (const std::system_error&) {  // fewer threads than cores do as well
      if (threads_.empty()) throw;
      break;
    }
  }
}

DigestWorkers::~DigestWorkers() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
    tasks_.clear();
  }
  has_task_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void DigestWorkers::Add(int page, Exchange exchange, std::shared_ptr<const PageContext> context) {
  {
    const std::lock_guard lock(mutex_);
    bytes_ += exchange.body.capacity();
    ++at_work_;
    tasks_.push_back({page, std::move(exchange), std::move(context)});
  }
  has_task_.notify_one();
}

std::vector<DigestedAnswer> DigestWorkers::TakeDone() {
  const std::lock_guard lock(mutex_);
  return std::exchange(done_, {});
}

bool DigestWorkers::WaitForDone() {
  std::unique_lock lock(mutex_);
  has_done_.wait(lock, [this] { return !done_.empty() || at_work_ == 0; });
  return !done_.empty();
}

std::size_t DigestWorkers::BytesAtWork() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

void DigestWorkers::Work() {
  if (prepare_) prepare_();
  for (;;) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      has_task_.wait(lock, [this] { return is_ending_ || !tasks_.empty(); });
      if (is_ending_) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    const std::size_t bytes = task.exchange.body.capacity();
    DigestedAnswer answer;
    answer.page = task.page;
    try {
      answer.digest = digest_(task.exchange, *task.context);
    } catch (...) {
      answer.failure = std::current_exception();
    }
    std::string().swap(task.exchange.body);  // assigning "" would keep its memory
    answer.exchange = std::move(task.exchange);
    Finish(std::move(answer), bytes);
  }
}

void DigestWorkers::Finish(DigestedAnswer answer, std::size_t bytes) {
  bool is_first = false;
  {
    const std::lock_guard lock(mutex_);
    is_first = done_.empty();
    done_.push_back(std::move(answer));
    bytes_ -= bytes;
    --at_work_;
  }
  if (!is_first) return;
  has_done_.notify_one();
  wake_();
}

}  // namespace klikpad
