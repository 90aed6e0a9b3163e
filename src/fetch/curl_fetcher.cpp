// The loop over libcurl's multi interface: the schedule says who may start, journeys say what comes
// next, transfers do the work.

#include "fetch/curl_fetcher.h"

#include <curl/curl.h>

#include <algorithm>
#include <map>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "base/units.h"
#include "fetch/fetch_options.h"
#include "fetch/host_schedule.h"
#include "fetch/journey.h"
#include "fetch/latency.h"
#include "fetch/transfer.h"
#include "fetch/trust.h"

namespace klikpad {
namespace {

constexpr std::chrono::milliseconds kLongestPoll{100};  // between two looks at MustStop
constexpr std::size_t kMostWaiting = 256;  // requests that are out of the source's hands

struct MultiFree {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

class CurlFetcher : public Fetcher {
 public:
  explicit CurlFetcher(TransferSettings settings);
  ~CurlFetcher() override { DropRunning(); }
  CurlFetcher(const CurlFetcher&) = delete;
  CurlFetcher& operator=(const CurlFetcher&) = delete;

  void Fetch(const std::vector<Request>& batch, const Done& done) override;
  void FetchStream(RequestSource& source) override;
  void Wake() override { curl_multi_wakeup(multi_.get()); }
  std::vector<HostPace> Paces() const override;

 private:
  using Clock = std::chrono::steady_clock;

  bool MustStop();
  bool Pull();
  void Enqueue(std::size_t job, const Request& request);
  void StartWhatMay();
  void TakeWhatIsReady();
  void Advance(std::size_t job, HopAnswer answer);
  void NoteLatency(const std::string& host, const HopAnswer& answer);
  HostPace& Slowed(const std::string& host, HostSchedule::Duration interval);
  void Deliver(std::size_t job);
  void Wait();
  void StopAll();
  void DropRunning();

  TransferSettings settings_;
  HostSchedule schedule_;
  // Transfers before the multi handle: they must be destroyed after it lets go of them.
  std::vector<std::unique_ptr<Transfer>> idle_, running_;
  std::unique_ptr<CURLM, MultiFree> multi_;
  std::map<std::size_t, Journey> journeys_;       // begun and not over, by job
  std::map<std::string, HostLatency> latencies_;  // by host
  std::map<std::string, HostPace> paces_;         // of hosts that were slowed down, by host
  RequestSource* source_ = nullptr;
  std::size_t pulled_ = 0;  // jobs of this stream so far
};

// The requests of a batch, one after the other.
class BatchSource : public RequestSource {
 public:
  BatchSource(const std::vector<Request>& batch, const Fetcher::Done& done)
      : batch_(batch), done_(done) {}
  std::optional<Request> Next() override {
    if (next_ == batch_.size()) return std::nullopt;
    return batch_[next_++];
  }
  bool WaitForMore() override { return false; }
  void Take(std::size_t index, Exchange exchange) override { done_(index, std::move(exchange)); }

 private:
  const std::vector<Request>& batch_;
  const Fetcher::Done& done_;
  std::size_t next_ = 0;
};

CurlFetcher::CurlFetcher(TransferSettings settings)
    : settings_(std::move(settings)),
      schedule_(settings_.options.concurrency, settings_.options.host_concurrency,
                settings_.options.host_interval, settings_.options.slowest_interval),
      multi_(curl_multi_init()) {
  if (multi_ == nullptr) throw std::bad_alloc();
  const long connections = settings_.options.concurrency;
  curl_multi_setopt(multi_.get(), CURLMOPT_MAX_TOTAL_CONNECTIONS, connections);
  curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, connections);
}

void CurlFetcher::Fetch(const std::vector<Request>& batch, const Done& done) {
  BatchSource source(batch, done);
  FetchStream(source);
}

void CurlFetcher::FetchStream(RequestSource& source) {
  // Whatever the source throws, the fetcher stays usable.
  struct Cleanup {
    CurlFetcher& fetcher;
    ~Cleanup() {
      fetcher.DropRunning();
      fetcher.schedule_.Clear();
      fetcher.journeys_.clear();
      fetcher.source_ = nullptr;
    }
  } cleanup{*this};
  source_ = &source;
  pulled_ = 0;
  for (;;) {
    if (MustStop()) {
      StopAll();
      if (!source.WaitForMore()) return;
      continue;
    }
    const bool has_more = Pull();
    StartWhatMay();
    int still_running = 0;
    curl_multi_perform(multi_.get(), &still_running);
    TakeWhatIsReady();
    if (schedule_.Waiting() + schedule_.Running() > 0) {
      Wait();
    } else if (!has_more && !source.WaitForMore()) {
      return;
    }
  }
}

bool CurlFetcher::MustStop() {
  const auto& should_stop = settings_.options.should_stop;
  return (should_stop && should_stop()) || source_->MustStop();
}

// Takes requests from the source, more than can start: so that hosts may take turns. False when it
// has none at the moment.
bool CurlFetcher::Pull() {
  while (schedule_.Waiting() < kMostWaiting) {
    const std::optional<Request> request = source_->Next();
    if (!request) return false;
    Enqueue(pulled_++, *request);
  }
  return true;
}

void CurlFetcher::Enqueue(std::size_t job, const Request& request) {
  const auto entry = journeys_.try_emplace(job, request, settings_.options).first;
  const Journey& journey = entry->second;
  if (journey.IsOver()) {
    Deliver(job);
    return;
  }
  const std::string& host = journey.Host();
  if (request.host_interval_ms > 0) {
    schedule_.RaiseInterval(host, std::chrono::milliseconds(request.host_interval_ms));
  }
  schedule_.Add(job, host);
}

void CurlFetcher::StartWhatMay() {
  while (const std::optional<std::size_t> job = schedule_.Next(Clock::now())) {
    if (idle_.empty()) idle_.push_back(std::make_unique<Transfer>(settings_));
    running_.push_back(std::move(idle_.back()));
    idle_.pop_back();
    Transfer& transfer = *running_.back();
    transfer.job = *job;
    transfer.Prepare(journeys_.at(*job).Next());
    curl_multi_add_handle(multi_.get(), transfer.Handle());
  }
}

void CurlFetcher::TakeWhatIsReady() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const CURLcode code = message->data.result;
    CURL* handle = message->easy_handle;  // the message dies with the removal
    curl_multi_remove_handle(multi_.get(), handle);
    const auto place =
        std::find_if(running_.begin(), running_.end(),
                     [handle](const auto& transfer) { return transfer->Handle() == handle; });
    const std::size_t job = (*place)->job;
    HopAnswer answer = (*place)->Finish(code);
    idle_.push_back(std::move(*place));
    running_.erase(place);
    Advance(job, std::move(answer));
  }
}

void CurlFetcher::Advance(std::size_t job, HopAnswer answer) {
  Journey& journey = journeys_.at(job);
  const std::string host = journey.Host();
  schedule_.Finish(host);
  NoteLatency(host, answer);
  const bool is_good = answer.status != 0;
  const Journey::Onward onward = journey.Take(std::move(answer));
  if (onward.slows_host) {
    schedule_.SlowDown(host);
  } else if (is_good) {
    schedule_.NoteGood(host);
  }
  if (onward.slows_host || onward.pauses_host) {
    ++Slowed(host, std::max(schedule_.IntervalOf(host), onward.wait)).asked_for_patience;
  }
  if (journey.IsOver()) {
    Deliver(job);
    return;
  }
  const Clock::time_point earliest = Clock::now() + onward.wait;
  if (onward.pauses_host) schedule_.Pause(host, earliest);
  schedule_.AddFirst(job, journey.Host(), earliest);
}

void CurlFetcher::NoteLatency(const std::string& host, const HopAnswer& answer) {
  const FetchOptions& options = settings_.options;
  const bool is_slow_or_answered = answer.status != 0 || answer.error == FetchError::kTimeout;
  if (options.host_interval.count() == 0 || !is_slow_or_answered) return;
  HostLatency& latency =
      latencies_.try_emplace(host, options.slow_answer, options.slowest_interval).first->second;
  const auto before = schedule_.IntervalOf(host);
  schedule_.SetPace(host, latency.Take(answer.first_byte));
  const auto now = schedule_.IntervalOf(host);
  if (now > before) ++Slowed(host, now).slow_answers;
}

HostPace& CurlFetcher::Slowed(const std::string& host, HostSchedule::Duration interval) {
  HostPace& pace = paces_[host];
  pace.host = host;
  pace.longest_ms = std::max<std::int64_t>(pace.longest_ms, interval.count());
  return pace;
}

std::vector<HostPace> CurlFetcher::Paces() const {
  std::vector<HostPace> paces;
  for (const auto& [host, pace] : paces_) paces.push_back(pace);
  return paces;
}

void CurlFetcher::Deliver(std::size_t job) {
  const auto entry = journeys_.extract(job);
  source_->Take(job, entry.mapped().TakeExchange());
}

void CurlFetcher::Wait() {
  std::chrono::milliseconds longest = kLongestPoll;
  if (const auto wake = schedule_.WakeAt()) {
    const auto until = std::chrono::ceil<std::chrono::milliseconds>(*wake - Clock::now());
    longest = std::clamp(until, std::chrono::milliseconds(0), longest);
  }
  curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(longest.count()), nullptr);
}

// Ends all that was pulled, and all that the source still has.
void CurlFetcher::StopAll() {
  DropRunning();
  schedule_.Clear();
  do {
    while (!journeys_.empty()) {
      const auto first = journeys_.begin();
      first->second.Stop(FetchError::kCancelled, "stopped before the answer came");
      Deliver(first->first);
    }
    while (const std::optional<Request> request = source_->Next()) {
      journeys_.try_emplace(pulled_++, *request, settings_.options);
    }
  } while (!journeys_.empty());
}

void CurlFetcher::DropRunning() {
  for (std::unique_ptr<Transfer>& transfer : running_) {
    curl_multi_remove_handle(multi_.get(), transfer->Handle());
    idle_.push_back(std::move(transfer));
  }
  running_.clear();
}

}  // namespace

std::string DefaultUserAgent() { return "klikpad/" KLIKPAD_VERSION " (+" KLIKPAD_CONTACT ")"; }

Result<std::unique_ptr<Fetcher>> MakeCurlFetcher(const FetchOptions& options) {
  // Thread-safe and counted by libcurl itself (7.84 on); once is enough.
  static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (kReady != CURLE_OK) return Fail("libcurl could not be started");
  if (Result<void> checked = CheckFetchOptions(options); !checked) {
    return tl::unexpected<Error>(checked.error());
  }
  Result<Trust> trust = LoadTrust(options.ca_file);
  if (!trust) return tl::unexpected<Error>(trust.error());
  TransferSettings settings;
  settings.options = options;
  if (settings.options.user_agent.empty()) settings.options.user_agent = DefaultUserAgent();
  settings.trust = std::move(*trust);
  settings.named_addresses = AddressesOf(options.connect_to);
  for (const std::string& entry : options.connect_to) {
    AppendTo(settings.connect_to, entry);
  }
  return std::make_unique<CurlFetcher>(std::move(settings));
}

}  // namespace klikpad
