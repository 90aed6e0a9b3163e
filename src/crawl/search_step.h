// The site's own search as a step of a visitor's way: which form it is, the address that its
// submission asks for, and what of the answer counts as hits.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/url.h"
#include "crawl/page_digest.h"
#include "model/page.h"
#include "model/site.h"

namespace klikpad {

// The form that most likely searches the whole site; nothing when the page has none. A form that
// sends by POST is found too, for saying so.
std::optional<SearchForm> FindSearchForm(const Page& page, const Findings& found);

struct SearchChoice {
  std::optional<SearchForm> form;
  std::string problem;  // why it cannot be asked; "" when it can, or when there is none
};

// The start page's form, else that of a home or service page, else the nearest; `pages` in the
// order in which they were met. A form that can be asked goes before any that cannot.
SearchChoice ChooseSearchForm(const std::vector<const SitePage*>& pages,
                              const std::function<bool(const Url&)>& is_ours);

// What a browser asks for when `term` is searched; nothing when that is no address or over 4 KiB.
std::optional<Url> SearchAddress(const SearchForm& form, std::string_view term);

// True when `url`, to which the answer to `asked` redirects, still asks for the same words.
bool CarriesSearch(const Url& url, const Url& asked, const SearchForm& form);

// Leaves of a page of results its hits: links of the main part that lead to other pages, at most
// 100. Its listing shows other pages' words, so no contacts, hours and texts but its title stay.
void KeepHits(PageDigest& digest, const Url& here);

// The search field is decoration: both have one title and the same links.
bool IsSamePage(const SitePage& results, const SitePage& plain);

// Why a page of results could not be read, "" when it was.
std::string WhyNotRead(const SitePage& page);

}  // namespace klikpad
