// The signs of a news item: its address, its dateline, its own description.

#include "find/news_items.h"

#include <algorithm>

#include "base/text.h"
#include "find/data_items.h"
#include "find/dates.h"

namespace klikpad {
namespace {

bool IsDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool HasRole(const std::vector<Role>& roles, Role role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// One article described by itself: a page with several is a list.
bool DescribesOneArticle(const Page& page, const Vocabulary& vocabulary) {
  std::size_t articles = 0;
  for (const Json* item : TopDataItems(page)) {
    const auto types = TypesOf(*item);
    articles += std::any_of(types.begin(), types.end(), [&](std::string_view type) {
      return HasRole(vocabulary.RolesOfType(type), Role::kNewsItem);
    });
  }
  return articles == 1;
}

// "/nieuws/2013/04/een-bericht": a segment of items above, and a last segment that names one item.
bool LiesBelowNews(const std::vector<std::string>& segments, const Vocabulary& vocabulary) {
  if (segments.size() < 2) return false;
  const std::string& last = segments.back();
  if (IsDigits(last) && last.size() <= 4) return false;  // a year, a month, a number of a page
  if (!vocabulary.RolesOfSegment(last).empty()) return false;
  bool is_below = false;
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    if (vocabulary.Term("news-archive", segments[i])) return false;
    is_below = is_below || HasRole(vocabulary.RolesOfSegment(segments[i]), Role::kNewsItem);
  }
  if (!is_below || vocabulary.Term("news-archive", last)) return false;
  return SplitWords(last).size() >= 2 || last.find_first_of("0123456789") != std::string::npos;
}

// "/2013/04/09/een-bericht", as blogs have it.
bool HasDateInPath(const std::vector<std::string>& segments) {
  if (segments.size() < 3 || IsDigits(segments.back())) return false;
  for (std::size_t i = 0; i + 2 < segments.size(); ++i) {
    const bool is_year = segments[i].size() == 4 && IsDigits(segments[i]) &&
                         (segments[i].starts_with("19") || segments[i].starts_with("20"));
    if (is_year && IsDigits(segments[i + 1]) && segments[i + 1].size() <= 2) return true;
  }
  return false;
}

// A date near the first heading, in a <time> element or written out.
bool HasDateline(const Page& page, const Vocabulary& vocabulary) {
  std::size_t heading = page.blocks.size();
  for (std::size_t i = 0; i < page.blocks.size() && heading == page.blocks.size(); ++i) {
    if (page.blocks[i].kind == TextKind::kHeading && page.blocks[i].level == 1) heading = i;
  }
  if (heading == page.blocks.size()) return false;
  const std::size_t from = heading >= 3 ? heading - 3 : 0;
  for (std::size_t i = from; i < std::min(page.blocks.size(), heading + 6); ++i) {
    const TextBlock& block = page.blocks[i];
    if (i != heading && block.text.size() <= 120 && HasFullDate(block.text, vocabulary))
      return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> NewsItemSigns(const Page& page, const std::vector<std::string>& segments,
                                       const Vocabulary& vocabulary) {
  std::vector<std::string> signs;
  int weight = 0;
  const auto add = [&](int points, const char* sign) {
    weight += points;
    signs.emplace_back(sign);
  };
  if (DescribesOneArticle(page, vocabulary)) add(2, "structured data describe one article");
  if (page.Meta("og:type") == "article") {
    // WordPress gives og:type "article" to every page, and a date of publication to items only.
    if (page.Meta("article:published_time").empty()) {
      signs.emplace_back("og:type article");
    } else {
      add(2, "og:type article with a date of publication");
    }
  }
  if (LiesBelowNews(segments, vocabulary)) add(1, "address below news");
  if (HasDateInPath(segments)) add(1, "date in the address");
  if (HasDateline(page, vocabulary)) add(1, "date beside the heading");
  if (weight < 2) signs.clear();
  return signs;
}

}  // namespace klikpad
