// Journeys over folders.

#include "fetch/replay.h"

#include <algorithm>
#include <utility>

#include "fetch/content_type.h"
#include "fetch/journey.h"
#include "fetch/redirect.h"

namespace klikpad {
namespace {

HopAnswer Failure(FetchError error, std::string text) {
  HopAnswer answer;
  answer.error = error;
  answer.error_text = std::move(text);
  return answer;
}

const SiteFolder* FindSite(const std::vector<SiteFolder>& sites, const std::string& host) {
  for (const SiteFolder& site : sites) {
    if (site.Serves(host)) return &site;
  }
  return nullptr;
}

// What the wire would have made of the folder's answer.
HopAnswer ToHopAnswer(SiteAnswer site_answer, const HopRequest& request, std::uint64_t max_body) {
  const std::string host = request.url.HostPort();
  if (site_answer.closes) {
    return Failure(FetchError::kBroken, host + " closed the connection without an answer");
  }
  if (site_answer.delay >= request.timeout) {
    return Failure(FetchError::kTimeout, host + " did not answer in time");
  }
  HopAnswer answer;
  answer.status = site_answer.status;
  answer.headers = std::move(site_answer.headers);
  answer.wire.http_version = "1.1";
  answer.elapsed = site_answer.delay;
  if (request.follows_redirects && IsRedirectStatus(answer.status)) return answer;
  if (!request.any_type && !IsReadableType(FindHeader(answer.headers, "content-type"))) {
    answer.is_skipped = true;
    return answer;
  }
  answer.body = std::move(site_answer.body);
  if (site_answer.truncate && *site_answer.truncate < answer.body.size()) {
    answer.body.resize(static_cast<std::size_t>(*site_answer.truncate));
    if (answer.body.empty()) {
      return Failure(FetchError::kBroken, "the connection to " + host + " broke off");
    }
    answer.is_truncated = true;
    answer.error_text = "the connection to " + host + " broke off";
  }
  if (answer.body.size() > max_body) {
    answer.body.resize(static_cast<std::size_t>(max_body));
    answer.is_truncated = true;
    answer.error_text = "the body is larger than the limit";
  }
  return answer;
}

}  // namespace

ReplayFetcher::ReplayFetcher(std::vector<SiteFolder> sites, FetchOptions options)
    : sites_(std::move(sites)), options_(std::move(options)) {
  options_.max_retries = 0;  // the answer would be the same
}

void ReplayFetcher::Fetch(const std::vector<Request>& batch, const Done& done) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    Journey journey(batch[i], options_);
    while (!journey.IsOver()) {
      const HopRequest hop = journey.Next();
      const SiteFolder* site = FindSite(sites_, hop.url.Host());
      if (site == nullptr) {
        journey.Take(Failure(FetchError::kDns, "the host " + hop.url.HostPort() + " is not known"));
        continue;
      }
      journey.Take(ToHopAnswer(site->Answer(hop.url.Host(), hop.url.PathAndQuery()), hop,
                               options_.max_body_bytes));
    }
    done(i, journey.TakeExchange());
  }
}

}  // namespace klikpad
