// The signs of a news item: its address, its dateline, its own description.

#include "find/roles/news_items.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "find/text/data_items.h"
#include "find/text/dates.h"

namespace klikpad {
namespace {

bool IsDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool HasRole(const std::vector<Role>& roles, Role role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// The one article that describes itself, null when there is none: a page with several is a list.
const Json* OneArticle(const Page& page, const Vocabulary& vocabulary) {
  const Json* article = nullptr;
  for (const Json* item : TopDataItems(page)) {
    const auto types = TypesOf(*item);
    const bool is_article = std::any_of(types.begin(), types.end(), [&](std::string_view type) {
      return HasRole(vocabulary.RolesOfType(type), Role::kNewsItem);
    });
    if (!is_article) continue;
    if (article != nullptr) return nullptr;
    article = item;
  }
  return article;
}

// Content systems call whatever page an "Article" (Joomla every one); a day of publication tells.
bool IsPlainArticle(const Json& item) {
  const auto types = TypesOf(item);
  return !item.Has("datePublished") &&
         std::all_of(types.begin(), types.end(),
                     [](std::string_view type) { return type == "Article"; });
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

// "/vacatures/monteur", "/agenda/open-dag", "/hc/nl/articles/1-opzeggen": dated, and no news.
bool LiesBelowOthers(const std::vector<std::string>& segments, const Vocabulary& vocabulary) {
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    if (vocabulary.Term("no-news-folder", segments[i])) return true;
    const std::vector<Role> roles = vocabulary.RolesOfSegment(segments[i]);
    if (HasRole(roles, Role::kNewsItem) || HasRole(roles, Role::kNews)) return false;
    if (HasRole(roles, Role::kJobs)) return true;
  }
  return false;
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

// The block of the first heading; none when the page has none.
std::optional<std::size_t> FirstHeading(const Page& page) {
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (page.blocks[i].kind == TextKind::kHeading && page.blocks[i].level == 1) return i;
  }
  return std::nullopt;
}

// A <time> that tells a day, in the element of the block.
bool HasTimeElement(const Page& page, const TextBlock& block, const Vocabulary& vocabulary) {
  const Document& document = page.document;
  if (block.node < 0 || block.node >= static_cast<int>(document.nodes.size())) return false;
  const int end = document.nodes[static_cast<std::size_t>(block.node)].end;
  for (int i = block.node; i < end; ++i) {
    if (document.nodes[static_cast<std::size_t>(i)].tag != "time") continue;
    const auto at = document.Attr(i, "datetime");
    if (at && HasFullDate(at->substr(0, 10), vocabulary)) return true;
  }
  return false;
}

// A date near the first heading, in a <time> element or written out; none of a change or a term
// ("Laatst gewijzigd op 1 mei 2018").
bool HasDateline(const Page& page, std::size_t heading, const Vocabulary& vocabulary) {
  const std::size_t from = heading >= 3 ? heading - 3 : 0;
  for (std::size_t i = from; i < std::min(page.blocks.size(), heading + 6); ++i) {
    const TextBlock& block = page.blocks[i];
    if (i == heading || block.text.size() > 120 || vocabulary.Term("no-dateline", block.text)) {
      continue;
    }
    if (HasFullDate(block.text, vocabulary) || HasTimeElement(page, block, vocabulary)) return true;
  }
  return false;
}

// The first heading stands in an <article>: the page's content is one piece (HTML §4.3.2).
bool IsInArticle(const Page& page, std::size_t heading) {
  const auto& nodes = page.document.nodes;
  int node = page.blocks[heading].node;
  while (node >= 0 && node < static_cast<int>(nodes.size())) {
    if (nodes[static_cast<std::size_t>(node)].tag == "article") return true;
    node = nodes[static_cast<std::size_t>(node)].parent;
  }
  return false;
}

}  // namespace

NewsSigns ReadNewsSigns(const Page& page, const std::vector<std::string>& segments,
                        const Vocabulary& vocabulary) {
  NewsSigns signs;
  // Help centres of Zendesk keep their articles under "/hc/".
  if (page.url.find("/hc/") != page.url.npos || LiesBelowOthers(segments, vocabulary)) return signs;
  const auto add = [&](int points, const char* sign) {
    signs.points += points;
    signs.why.emplace_back(sign);
  };
  if (const Json* article = OneArticle(page, vocabulary)) {
    add(IsPlainArticle(*article) ? 0 : 2, "structured data describe one article");
  }
  if (page.Meta("og:type") == "article") {
    // WordPress gives og:type "article" to every page, and a date of publication to items only.
    if (page.Meta("article:published_time").empty()) {
      add(0, "og:type article");
    } else {
      add(2, "og:type article with a date of publication");
    }
  }
  if (LiesBelowNews(segments, vocabulary)) add(1, "address below news");
  if (HasDateInPath(segments)) add(1, "date in the address");
  const std::optional<std::size_t> heading = FirstHeading(page);
  if (heading && HasDateline(page, *heading, vocabulary)) {
    add(1, "date beside the heading");
    // Content systems wrap whatever page in an <article>; with a date it is a piece of its day.
    if (IsInArticle(page, *heading)) add(1, "heading in an article element");
  }
  return signs;
}

}  // namespace klikpad
