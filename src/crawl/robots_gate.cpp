// Loading and asking robots.txt.

#include "crawl/robots_gate.h"

#include <fmt/format.h>

#include <algorithm>

namespace klikpad {
namespace {

constexpr double kLongestCrawlDelay = 10;         // seconds; a longer Crawl-delay is cut to it
constexpr std::string_view kProduct = "klikpad";  // RFC 9309 section 2.2.1

}  // namespace

const RobotsGate::Entry* RobotsGate::Find(const Url& url) const {
  const auto entry = entries_.find(url.Origin());
  return entry != entries_.end() && entry->second.is_known ? &entry->second : nullptr;
}

bool RobotsGate::Knows(const Url& url) const { return Find(url) != nullptr; }

std::optional<Request> RobotsGate::Ask(const Url& url) {
  const std::string origin = url.Origin();
  if (!entries_.emplace(origin, Entry()).second) return std::nullopt;
  Request request;
  request.url = origin + "/robots.txt";
  request.accept = "text/plain,*/*;q=0.5";
  request.any_type = true;
  return request;
}

void RobotsGate::Take(const Url& url, const Exchange& exchange) {
  Entry& entry = entries_[url.Origin()];
  entry.is_known = true;
  // Without an answer the status is 0, after too many redirects that of the last one.
  entry.robots = Robots::FromAnswer(exchange.status, exchange.body, kProduct);
  entry.problem = exchange.status != 0 ? fmt::format("the server answers {}", exchange.status)
                                       : exchange.error_text;
  if (exchange.error == FetchError::kTls) entry.fault = exchange.tls_fault;
}

RobotsGate::Fault RobotsGate::FaultOf(const Url& url) const {
  const Entry* entry = Find(url);
  if (entry == nullptr || entry->fault == TlsFault::kNone) return {};
  return {entry->fault, entry->problem};
}

std::string RobotsGate::Refusal(const Url& url) const {
  const Entry* entry = Find(url);
  if (entry == nullptr) return "robots.txt of its host was not asked for";
  const Robots::Verdict verdict = entry->robots.Check(url.PathAndQuery());
  if (verdict.is_allowed) return {};
  if (entry->robots.IsUnreachable()) {
    return fmt::format("robots.txt could not be read ({}), so nothing there may be asked for",
                       entry->problem);
  }
  return fmt::format("robots.txt line {}: {}", verdict.line, verdict.rule);
}

std::int64_t RobotsGate::IntervalOf(const Url& url) const {
  const Entry* entry = Find(url);
  if (entry == nullptr) return 0;
  const double seconds = entry->robots.CrawlDelay().value_or(0);
  return static_cast<std::int64_t>(std::min(seconds, kLongestCrawlDelay) * 1000);
}

std::vector<std::string> RobotsGate::DelayNotes() const {
  std::vector<std::string> notes;
  for (const auto& [origin, entry] : entries_) {
    const double seconds = entry.robots.CrawlDelay().value_or(0);
    if (seconds <= 0) continue;
    notes.push_back(seconds > kLongestCrawlDelay
                        ? fmt::format("{} asks for {} seconds between requests; klikpad kept {}",
                                      origin, seconds, kLongestCrawlDelay)
                        : fmt::format("{} asks for {} seconds between requests, and got them",
                                      origin, seconds));
  }
  return notes;
}

std::vector<std::string> RobotsGate::SitemapsOf(const Url& url) const {
  const Entry* entry = Find(url);
  return entry == nullptr ? std::vector<std::string>() : entry->robots.Sitemaps();
}

}  // namespace klikpad
