// Sentences.

#include "crawl/crawl_notes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostTlsProblems = 5;

template <typename Holds>
int Count(const CrawlState& state, Holds holds) {
  int count = 0;
  for (int i = 0; i < state.pages.Size(); ++i) count += holds(state.pages.At(i).page) ? 1 : 0;
  return count;
}

}  // namespace

std::vector<std::string> CrawlNotes(const CrawlState& state, const RobotsGate& robots) {
  std::vector<std::string> notes = state.traps.Notes();
  for (std::string& note : state.prefixes.Notes()) notes.push_back(std::move(note));
  notes.insert(notes.end(), state.sitemap_notes.begin(), state.sitemap_notes.end());
  for (const std::string& cap : state.limits.Caps()) notes.push_back("limit: " + cap);
  const int odd = Count(state, [](const SitePage& page) { return !page.limits.empty(); });
  if (odd > 0) {
    notes.push_back(fmt::format("pages that were not read quite as they are written: {}", odd));
  }
  for (std::string& delay : robots.DelayNotes()) notes.push_back(std::move(delay));
  const int missing = Count(state, [](const SitePage& page) { return page.is_missing; });
  if (missing > 0) {
    notes.push_back(fmt::format(
        "pages that say the same as an address that cannot exist, and count as missing: {}",
        missing));
  }
  const int alternates = Count(state, [](const SitePage& page) { return page.is_alternate; });
  if (alternates > 0) {
    notes.push_back(
        fmt::format("pages of other languages, whose links were not followed: {}", alternates));
  }
  if (state.throttled > 0) {
    notes.push_back(
        fmt::format("answers that asked for patience (429 or 503): {}", state.throttled));
  }
  std::sort(notes.begin(), notes.end());
  return notes;
}

std::vector<std::string> CrawlProblems(const CrawlState& state) {
  std::vector<std::string> problems;
  if (!state.walls.empty()) {
    int pages = 0;
    std::vector<std::string> names;
    for (const auto& [name, count] : state.walls) {
      pages += count;
      names.push_back(name);
    }
    problems.push_back(
        fmt::format("pages that the site shielded: {} ({}); nothing was judged by them", pages,
                    Join(names, ", ")));
  }
  for (const SiteHost& host : state.hosts.List()) {
    if (problems.size() > kMostTlsProblems) break;
    if (host.fault != TlsFault::kNone) problems.push_back(host.fault_text);
  }
  std::sort(problems.begin(), problems.end());
  return problems;
}

}  // namespace klikpad
