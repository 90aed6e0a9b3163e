// A list of news is known by its own name; what it links to is news when a date says of which day.

#include "find/roles/listed_news.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "base/url.h"
#include "find/text/dates.h"
#include "model/page_roles.h"

namespace klikpad {
namespace {

constexpr int kBesideLink = 3;              // places in a page's order between a link and its date
constexpr std::size_t kMostInTeaser = 300;  // bytes of a text that can be a teaser with its date

// "/nieuws/archief", "/nieuws/2013", "?page=2": lists, not items.
bool IsPartOfArchive(const std::string& address, const Vocabulary& vocabulary) {
  const auto url = Url::Parse(address);
  if (!url) return true;
  const std::vector<std::string> segments = url->PathSegments();
  if (segments.empty()) return true;
  const std::string& last = segments.back();
  const bool is_number =
      last.size() <= 4 && last.find_first_not_of("0123456789") == std::string::npos;
  return is_number || vocabulary.Term("news-archive", last) != nullptr;
}

// A page that has any purpose by itself is no item; a form or accounts may stand on one.
bool CanBeItem(const SitePage& page, const Vocabulary& vocabulary) {
  const bool has_purpose = std::any_of(
      page.found.roles.begin(), page.found.roles.end(),
      [](const PageRole& have) { return have.role != Role::kForm && have.role != Role::kSocial; });
  return page.is_read && !has_purpose && !IsPartOfArchive(page.url, vocabulary);
}

bool HasDateBeside(const std::vector<SiteText>& texts, const SiteLink& link,
                   const Vocabulary& vocabulary) {
  return std::any_of(texts.begin(), texts.end(), [&](const SiteText& text) {
    return text.kind != TextKind::kTitle && text.region == link.region &&
           std::abs(text.position - link.position) <= kBesideLink &&
           text.text.size() <= kMostInTeaser && HasFullDate(text.text, vocabulary);
  });
}

}  // namespace

void MarkListedNews(SiteLook& look, const Rules& rules) {
  for (const SitePage& list : look.pages) {
    if (!list.is_read || !HasRole(list, {Role::kNews})) continue;
    const std::vector<SiteText> texts = list.texts.ReadOrNone();
    for (const SiteLink& link : list.links) {
      if (link.to < 0 || link.region != Region::kMain) continue;
      SitePage& item = look.pages[static_cast<std::size_t>(link.to)];
      if (&item == &list || !CanBeItem(item, rules.vocabulary)) continue;
      const bool has_date = HasDateBeside(texts, link, rules.vocabulary);
      if (!has_date && item.found.news_hints.empty()) continue;
      std::string why = fmt::format("listed on '{}'", CutUtf8(list.title, 80));
      why += has_date ? " with a date" : "; " + Join(item.found.news_hints, "; ");
      item.found.roles.push_back({Role::kNewsItem, std::move(why), Confidence::kLikely});
    }
  }
}

}  // namespace klikpad
