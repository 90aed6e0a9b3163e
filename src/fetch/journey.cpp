// Redirects, loops, retries and the time they may take together.

#include "fetch/journey.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "base/units.h"
#include "fetch/redirect.h"
#include "fetch/retry.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxLocationBytes = 2000;  // of an address that cannot be followed

// A cookie without its expiry time (Netscape line, field 5), which changes with the clock.
std::string WithoutExpiry(const std::string& cookie) {
  std::vector<std::string_view> fields = Split(cookie, '\t');
  std::string text;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i != 4) text.append(fields[i]).append("\t");
  }
  return text;
}

}  // namespace

Journey::Journey(const Request& request, const FetchOptions& options)
    : options_(options), request_(request) {
  exchange_.url = request.url;
  exchange_.final_url = request.url;
  const std::optional<Url> url = Url::Parse(request.url);
  if (!url || !url->IsHttp()) {
    Stop(FetchError::kBadUrl, url ? "only http and https addresses are fetched"
                                  : "this is no address that can be fetched");
    return;
  }
  GoTo(*url);
  needs_public_address_ = request.needs_public_address;
  first_origin_ = host_;
  visited_.insert(VisitKey(url_));
}

HopRequest Journey::Next() const {
  HopRequest hop;
  hop.url = url_;
  hop.accept = request_.accept;
  hop.cookies = cookies_;
  hop.timeout = std::max(std::chrono::milliseconds(1), options_.timeout - spent_);
  hop.follows_redirects = request_.follow_redirects;
  hop.any_type = request_.any_type;
  hop.needs_public_address = needs_public_address_;
  hop.sends_secrets = host_ == first_origin_;
  hop.is_uncompressed = is_uncompressed_;
  return hop;
}

Journey::Onward Journey::Take(HopAnswer answer) {
  Onward onward;
  exchange_.milliseconds += answer.elapsed.count();
  spent_ += answer.elapsed;
  if (TriesAgain(answer, onward)) return onward;
  const std::string location(FindHeader(answer.headers, "location"));
  if (answer.error == FetchError::kNone && request_.follow_redirects &&
      IsRedirectStatus(answer.status) && !location.empty()) {
    cookies_ = std::move(answer.cookies);
    // A public site may not send us into a private network.
    needs_public_address_ = needs_public_address_ || (answer.is_public && !options_.allow_private);
    exchange_.status = answer.status;
    exchange_.headers = std::move(answer.headers);
    exchange_.wire = std::move(answer.wire);
    Follow(location);
    return onward;
  }
  Finish(std::move(answer));
  return onward;
}

bool Journey::TriesAgain(const HopAnswer& answer, Onward& onward) {
  onward.slows_host = answer.status == 429 || answer.status == 503;
  if (retries_ >= options_.max_retries || !IsWorthRetrying(answer)) return false;
  onward.wait = options_.retry_delay;
  if (const auto asked = RetryAfter(answer.headers); asked && answer.status >= 400) {
    if (*asked > options_.longest_retry_after) return false;
    onward.wait = *asked;
    onward.pauses_host = true;
  }
  ++retries_;
  spent_ = std::chrono::milliseconds(0);
  is_uncompressed_ = is_uncompressed_ || answer.is_bad_encoding;
  return true;
}

void Journey::Follow(const std::string& location) {
  const std::optional<Url> target = ResolveLocation(location, url_);
  const bool is_http = target && target->IsHttp();
  const std::string text = is_http ? target->WithoutCredentials().WithoutFragment()
                           : target
                               ? target->Text()
                               : std::string(CutUtf8(ToValidUtf8(location), kMaxLocationBytes));
  exchange_.hops.push_back(
      {url_.WithoutFragment(), exchange_.status, text, exchange_.headers, exchange_.wire});
  if (!is_http) {
    Stop(FetchError::kBadRedirect, "the redirect leads to no http or https address");
    return;
  }
  if (exchange_.hops.size() > static_cast<std::size_t>(std::max(0, options_.max_redirects))) {
    Stop(FetchError::kTooManyRedirects,
         fmt::format("more than {} redirects", options_.max_redirects));
    return;
  }
  GoTo(*target);
  exchange_.final_url = url_.WithoutFragment();
  if (!visited_.insert(VisitKey(url_)).second) {
    Stop(FetchError::kRedirectLoop, "the redirects lead back to where they came from");
    return;
  }
  if (spent_ >= options_.timeout) {
    Stop(FetchError::kTimeout,
         fmt::format("no answer after {} of redirects", FormatDuration(options_.timeout)));
  }
}

void Journey::Finish(HopAnswer answer) {
  exchange_.status = answer.status;
  exchange_.headers = std::move(answer.headers);
  exchange_.body = std::move(answer.body);
  exchange_.is_truncated = answer.is_truncated;
  exchange_.is_skipped = answer.is_skipped;
  exchange_.wire = std::move(answer.wire);
  exchange_.is_public = answer.is_public;
  exchange_.error = answer.error;
  exchange_.tls_fault = answer.tls_fault;
  exchange_.error_text = std::move(answer.error_text);
  is_over_ = true;
}

void Journey::Stop(FetchError error, std::string text) {
  exchange_.error = error;
  exchange_.error_text = std::move(text);
  is_over_ = true;
}

void Journey::GoTo(const Url& url) {
  url_ = url.WithoutCredentials();
  host_ = url_.Origin();
}

// Sites that set a cookie and send the visitor back to the same address are no loop; once the
// cookies stay the same, they are.
std::string Journey::VisitKey(const Url& url) const {
  std::string key = url.WithoutFragment();
  std::vector<std::string> cookies;
  for (const std::string& cookie : cookies_) cookies.push_back(WithoutExpiry(cookie));
  std::sort(cookies.begin(), cookies.end());
  for (const std::string& cookie : cookies) key.append("\n").append(cookie);
  return key;
}

}  // namespace klikpad
