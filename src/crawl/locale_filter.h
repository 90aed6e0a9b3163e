// One locale at a time: which addresses are another language's or country's version of pages that
// are looked at anyway. By hreflang first; without it, by a page's language together with a mark in
// its address, because templates often carry a wrong lang attribute.

#pragma once

#include <string>
#include <unordered_set>

#include "base/url.h"
#include "model/page.h"

namespace klikpad {

class LocaleFilter {
 public:
  // `language` is the primary tag that is looked at ("nl"); "" takes the first page's.
  explicit LocaleFilter(std::string language) : language_(std::move(language)) {}

  // To be called with every page that was read, in order, before its links are followed.
  void Learn(const Page& page);
  // An address that some page names as another locale's version.
  bool IsAlternate(const Url& url) const;
  // The page turned out to be in another language, and its address says so too.
  bool IsOtherLocale(const Page& page) const;
  // A link that announces another language (hreflang).
  bool LeadsElsewhere(const Link& link) const;
  const std::string& Language() const { return language_; }

 private:
  std::string language_;
  std::unordered_set<std::string> alternates_;  // addresses of other locales; looked up only
  std::unordered_set<std::string> own_;
};

// The primary language tag in the address: a first path segment or subdomain such as "de", "fr-be",
// "en_gb"; "" when there is none.
std::string LanguageInAddress(const Url& url);
// The first segment of its path is such a tag.
bool BeginsWithLanguage(const Url& url);

}  // namespace klikpad
