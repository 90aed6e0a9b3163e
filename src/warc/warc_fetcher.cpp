// Journeys over an archive.

#include "warc/warc_fetcher.h"

#include <utility>
#include <vector>

#include "fetch/content_type.h"
#include "fetch/journey.h"
#include "fetch/redirect.h"

namespace klikpad {

WarcFetcher::WarcFetcher(WarcArchive& archive, FetchOptions options, Fetcher* rest)
    : archive_(archive), options_(std::move(options)), rest_(rest) {
  options_.max_retries = 0;  // the answer would be the same
}

HopAnswer WarcFetcher::Missing(const Url& url) const {
  HopAnswer answer;
  if (url.PathAndQuery() == "/robots.txt") {
    answer.status = 404;
    answer.wire.is_assumed = true;
    return answer;
  }
  answer.error = FetchError::kNotRecorded;
  answer.error_text = "the archive does not hold it";
  return answer;
}

std::optional<Exchange> WarcFetcher::Replay(const Request& request) {
  Journey journey(request, options_);
  std::map<std::string, std::size_t> asked;  // counts only when the whole way is there
  while (!journey.IsOver()) {
    const HopRequest hop = journey.Next();
    const std::string url = hop.url.WithoutFragment();
    const auto before = asked_.find(url);
    const std::size_t n = (before == asked_.end() ? 0 : before->second) + asked[url]++;
    const Capture* capture = archive_.Find(url, n);
    if (capture == nullptr) {
      if (rest_ != nullptr) return std::nullopt;
      journey.Take(Missing(hop.url));
      continue;
    }
    HopAnswer answer = archive_.Read(*capture, options_.max_body_bytes);
    const bool leads_on = request.follow_redirects && IsRedirectStatus(answer.status);
    if (leads_on) {
      answer.body.clear();
    } else if (answer.error == FetchError::kNone && !request.any_type &&
               !IsReadableType(FindHeader(answer.headers, "content-type"))) {
      answer.body.clear();
      answer.is_truncated = false;
      answer.error_text.clear();
      answer.is_skipped = true;
    }
    journey.Take(std::move(answer));
  }
  for (const auto& [url, times] : asked) asked_[url] += times;
  ++replayed_;
  return journey.TakeExchange();
}

void WarcFetcher::Fetch(const std::vector<Request>& batch, const Done& done) {
  std::vector<Request> left;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    auto exchange = Replay(batch[i]);
    if (!exchange) {
      left.push_back(batch[i]);
      places.push_back(i);
      continue;
    }
    // A long archive is left as soon as a live site.
    if (options_.should_stop && options_.should_stop()) {
      *exchange = Exchange{};
      exchange->url = exchange->final_url = batch[i].url;
      exchange->error = FetchError::kCancelled;
      exchange->error_text = "stopped before the answer came";
    }
    done(i, std::move(*exchange));
  }
  if (left.empty()) return;
  rest_->Fetch(left,
               [&](std::size_t i, Exchange exchange) { done(places[i], std::move(exchange)); });
}

// What the archive does not hold, for the other fetcher; the rest is answered on the way.
class WarcFetcher::RestSource : public RequestSource {
 public:
  RestSource(WarcFetcher& archive, RequestSource& source) : archive_(archive), source_(source) {}
  std::optional<Request> Next() override {
    while (std::optional<Request> request = source_.Next()) {
      std::optional<Exchange> exchange = archive_.Replay(*request);
      const std::size_t place = count_++;
      if (!exchange) {
        places_.push_back(place);
        return request;
      }
      source_.Take(place, std::move(*exchange));
    }
    return std::nullopt;
  }
  bool WaitForMore() override { return source_.WaitForMore(); }
  bool MustStop() override { return source_.MustStop(); }
  void Take(std::size_t index, Exchange exchange) override {
    source_.Take(places_[index], std::move(exchange));
  }

 private:
  WarcFetcher& archive_;
  RequestSource& source_;
  std::size_t count_ = 0;            // requests of the source so far
  std::vector<std::size_t> places_;  // among them, of those that the other fetcher was given
};

void WarcFetcher::FetchStream(RequestSource& source) {
  if (rest_ == nullptr) return Fetcher::FetchStream(source);
  RestSource rest(*this, source);
  rest_->FetchStream(rest);
}

}  // namespace klikpad
