// Invented sites with traps. They answer the same every time, but for the one with session numbers.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/url.h"
#include "model/exchange.h"
#include "support/made_up_fetcher.h"

namespace klikpad {

inline const std::string kTrapHost = "https://www.winkel.example";

std::string LinkTo(const std::string& href, const std::string& label = "verder");
// A page with the menu that all pages of these sites have.
Exchange PageOf(const std::string& title, const std::string& main);
// What every site has; nothing for other addresses. `home` stands on the home page.
std::optional<Exchange> Common(const Url& url, const std::string& home);
// A word in lower case with hyphens, another for each of 1,728 seeds.
std::string Slug(std::uint64_t seed);

// Months without end, with an event in every month of one year.
Exchange Calendar(const Url& url);
// Six filters in any order, each with four values, over sixty products.
Exchange Facets(const Url& url);
// Every link carries another number; a page is the same under all of them.
MadeUpFetcher::Site Sessions(std::uint64_t& state);
// A relative link that went wrong: every page leads one level deeper.
Exchange Deeper(const Url& url);
// Paths that grow by another word each time.
Exchange EverLonger(const Url& url);
// Ten pages of a list with news, then empty ones without end.
Exchange Paging(const Url& url);
// Numbers without end, and always the same to read.
Exchange Echo(const Url& url);

}  // namespace klikpad
