// Telling walls from listings.

#include "stores/answer_state.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

bool IsAmong(const std::vector<std::string>& hosts, const std::string& host) {
  return std::any_of(hosts.begin(), hosts.end(),
                     [&](const std::string& known) { return IsSameOrSubdomain(host, known); });
}

bool HasMark(const std::vector<std::string>& marks, std::string_view body) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](const std::string& mark) { return body.find(mark) != body.npos; });
}

bool Say(Listing& listing, ListingState state, std::string problem) {
  listing.state = state;
  listing.problem = std::move(problem);
  return false;
}

std::string HostOf(const std::string& address) {
  const auto url = Url::Parse(address);
  return url ? url->Host() : "";
}

}  // namespace

Listing EmptyListing(const Exchange& exchange, const ListingQuestion& asked) {
  Listing listing;
  listing.store = asked.store;
  listing.app = asked.app;
  listing.storefront = asked.storefront;
  listing.url = exchange.final_url.empty() ? exchange.url : exchange.final_url;
  return listing;
}

bool HasBody(const Exchange& exchange, const StoreWords& words, Listing& listing) {
  const int status = exchange.status;
  if (!exchange.IsAnswered()) {
    const bool is_cancelled = exchange.error == FetchError::kCancelled;
    return Say(listing, ListingState::kFailed,
               is_cancelled || exchange.error_text.empty() ? "no answer" : exchange.error_text);
  }
  const std::string host = HostOf(listing.url);
  if (IsAmong(words.consent_hosts, host)) {
    return Say(listing, ListingState::kConsent, "the store asks for consent first");
  }
  if (IsAmong(words.challenge_hosts, host) || !exchange.Header("cf-mitigated").empty()) {
    return Say(listing, ListingState::kBlocked, "the store takes klikpad for a robot");
  }
  if (status == 404 || status == 410) {
    return Say(listing, ListingState::kNotFound, "the store has no such app in this country");
  }
  if (status == 401 || status == 403 || status == 407 || status == 429 || status == 451 ||
      status == 999) {
    return Say(listing, ListingState::kBlocked, fmt::format("the server refused it ({})", status));
  }
  if (status < 200 || status >= 300) {
    return Say(listing, ListingState::kFailed, fmt::format("the server answers {}", status));
  }
  if (host != HostOf(exchange.url)) {
    return Say(listing, ListingState::kUnreadable, fmt::format("it redirects to {}", listing.url));
  }
  if (exchange.is_truncated) {
    return Say(listing, ListingState::kTruncated, "the answer was cut off");
  }
  return true;
}

Listing Unreadable(const Exchange& exchange, const ListingQuestion& asked, const StoreWords& words,
                   std::string problem) {
  Listing listing = EmptyListing(exchange, asked);
  if (HasMark(words.consent_marks, exchange.body)) {
    Say(listing, ListingState::kConsent, "the store asks for consent first");
  } else if (HasMark(words.challenge_marks, exchange.body)) {
    Say(listing, ListingState::kBlocked, "the store takes klikpad for a robot");
  } else {
    Say(listing, ListingState::kUnreadable, std::move(problem));
  }
  return listing;
}

}  // namespace klikpad
