// Loading and asking robots.txt.

#include "crawl/robots_gate.h"

#include <fmt/format.h>

#include <algorithm>

namespace klikpad {
namespace {

constexpr double kLongestCrawlDelay = 10;         // seconds; a longer Crawl-delay is cut to it
constexpr std::string_view kProduct = "klikpad";  // RFC 9309 section 2.2.1

}  // namespace

int RobotsGate::Load(const std::vector<Url>& urls) {
  std::vector<Request> batch;
  std::vector<std::string> origins;
  for (const Url& url : urls) {
    const std::string origin = url.Origin();
    if (!entries_.emplace(origin, Entry()).second) continue;
    Request request;
    request.url = origin + "/robots.txt";
    request.accept = "text/plain,*/*;q=0.5";
    request.any_type = true;
    batch.push_back(std::move(request));
    origins.push_back(origin);
  }
  if (batch.empty()) return 0;
  fetcher_.Fetch(batch, [&](std::size_t i, const Exchange& exchange) {
    Entry& entry = entries_[origins[i]];
    // Without an answer the status is 0, after too many redirects that of the last one.
    entry.robots = Robots::FromAnswer(exchange.status, exchange.body, kProduct);
    entry.problem = exchange.status != 0 ? fmt::format("the server answers {}", exchange.status)
                                         : exchange.error_text;
  });
  return static_cast<int>(batch.size());
}

std::string RobotsGate::Refusal(const Url& url) const {
  const auto entry = entries_.find(url.Origin());
  if (entry == entries_.end()) return "robots.txt of its host was not asked for";
  const Robots::Verdict verdict = entry->second.robots.Check(url.PathAndQuery());
  if (verdict.is_allowed) return {};
  if (entry->second.robots.IsUnreachable()) {
    return fmt::format("robots.txt could not be read ({}), so nothing there may be asked for",
                       entry->second.problem);
  }
  return fmt::format("robots.txt line {}: {}", verdict.line, verdict.rule);
}

std::int64_t RobotsGate::IntervalOf(const Url& url) const {
  const auto entry = entries_.find(url.Origin());
  if (entry == entries_.end()) return 0;
  const double seconds = entry->second.robots.CrawlDelay().value_or(0);
  return static_cast<std::int64_t>(std::min(seconds, kLongestCrawlDelay) * 1000);
}

std::vector<std::string> RobotsGate::SitemapsOf(const Url& url) const {
  const auto entry = entries_.find(url.Origin());
  return entry == entries_.end() ? std::vector<std::string>() : entry->second.robots.Sitemaps();
}

}  // namespace klikpad
