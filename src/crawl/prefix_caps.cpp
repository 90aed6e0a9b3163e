// Parts of a site, and their waiting pages.

#include "crawl/prefix_caps.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "crawl/locale_filter.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostNotes = 20;

}  // namespace

std::string PrefixOf(const Url& url) {
  const std::vector<std::string> segments = url.PathSegments();
  std::string prefix = url.Origin() + "/";
  std::size_t next = 0;
  if (BeginsWithLanguage(url)) prefix += segments[next++] + "/";
  // The last segment is the page itself, unless a slash behind it says that it is a folder.
  const bool is_folder = next + 1 < segments.size() || url.Path().ends_with('/');
  if (next < segments.size() && is_folder) prefix += segments[next] + "/";
  return prefix;
}

std::vector<int> PrefixCaps::TakeWaiting() {
  if (!is_open_ || waiting_.empty()) return {};
  const auto share = static_cast<std::size_t>(share_.value_or(1));
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(share, waiting_.size()));
  std::vector<int> pages(waiting_.begin(), end);
  waiting_.erase(waiting_.begin(), end);
  return pages;
}

std::string PrefixCaps::LimitText() const {
  return fmt::format("--max-pages-per-prefix {} was reached", most_.value_or(0));
}

std::vector<std::string> PrefixCaps::Notes() const {
  std::vector<std::string> notes;
  int more = 0;
  for (const auto& [prefix, part] : parts_) {
    if (part.waited == 0 && part.left_out == 0) continue;
    if (notes.size() >= kMostNotes) {
      ++more;
      continue;
    }
    if (part.waited > 0) {
      notes.push_back(
          fmt::format("{} addresses below {} were kept for the end: it has more than {}",
                      part.waited, prefix, *share_));
    }
    if (part.left_out > 0) {
      notes.push_back(fmt::format("{} addresses below {} were left out: {}", part.left_out, prefix,
                                  LimitText()));
    }
  }
  if (more > 0) {
    notes.push_back(
        fmt::format("{} further parts of the site have more addresses than that", more));
  }
  return notes;
}

}  // namespace klikpad
