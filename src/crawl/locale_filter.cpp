// Telling locales apart.

#include "crawl/locale_filter.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klikpad {
namespace {

std::string Primary(std::string_view tag) {
  return AsciiLower(tag.substr(0, tag.find_first_of("-_")));
}

// Tags that are languages of sites; two letters alone would take "/nl" for one and "/tv" too.
bool IsLanguage(std::string_view tag) {
  static constexpr std::array kTags = {
      "ar", "bg", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa",
      "fi", "fr", "fy", "ga", "gl", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ka",
      "ko", "lb", "lt", "lv", "mk", "ms", "mt", "nb", "nl", "nn", "no", "pl", "pt", "ro",
      "ru", "sk", "sl", "sq", "sr", "sv", "th", "tr", "uk", "vi", "zh"};
  return std::binary_search(kTags.begin(), kTags.end(), tag,
                            [](std::string_view a, std::string_view b) { return a < b; });
}

// "de", "fr-be", "en_GB", "de-at-vienna" is none.
std::string LocaleTag(std::string_view text) {
  if (text.size() != 2 && text.size() != 5) return {};
  if (text.size() == 5 && text[2] != '-' && text[2] != '_') return {};
  std::string primary = Primary(text);
  return primary.size() == 2 && IsLanguage(primary) ? primary : std::string();
}

}  // namespace

std::string LanguageInAddress(const Url& url) {
  const auto segments = url.PathSegments();
  if (!segments.empty()) {
    std::string tag = LocaleTag(segments.front());
    if (!tag.empty()) return tag;
  }
  const std::string& host = url.Host();
  if (std::count(host.begin(), host.end(), '.') >= 2) {
    return LocaleTag(std::string_view(host).substr(0, host.find('.')));
  }
  return {};
}

bool BeginsWithLanguage(const Url& url) {
  const auto segments = url.PathSegments();
  return !segments.empty() && !LocaleTag(segments.front()).empty();
}

void LocaleFilter::Learn(const Page& page) {
  const bool is_first = own_.empty();
  const auto url = Url::Parse(page.url);
  const std::string here = url ? url->WithoutFragment() : page.url;
  if (is_first && language_.empty()) language_ = Primary(page.lang);
  own_.insert(here);
  if (!page.canonical.empty()) own_.insert(page.canonical);
  for (const Alternate& alternate : page.alternates) {
    if (alternate.hreflang == "x-default") continue;
    const bool is_here = own_.count(alternate.url) > 0;
    if (is_here && is_first && language_.empty()) language_ = Primary(alternate.hreflang);
  }
  // The tag under which this page lists itself tells nl-nl from nl-be; without one the language
  // does.
  std::string own_tag;
  for (const Alternate& alternate : page.alternates) {
    if (alternate.url == here || alternate.url == page.canonical) own_tag = alternate.hreflang;
  }
  for (const Alternate& alternate : page.alternates) {
    if (alternate.hreflang == "x-default" || own_.count(alternate.url) > 0) continue;
    const bool is_other =
        own_tag.empty() ? Primary(alternate.hreflang) != language_ : alternate.hreflang != own_tag;
    if (is_other && !language_.empty()) alternates_.insert(alternate.url);
  }
}

bool LocaleFilter::IsAlternate(const Url& url) const {
  const std::string text = url.WithoutFragment();
  return own_.count(text) == 0 && alternates_.count(text) > 0;
}

bool LocaleFilter::IsOtherLocale(const Page& page) const {
  const std::string language = Primary(page.lang);
  if (language_.empty() || language.empty() || language == language_) return false;
  const auto url = Url::Parse(page.url);
  return url && LanguageInAddress(*url) == language;
}

bool LocaleFilter::LeadsElsewhere(const Link& link) const {
  return !link.hreflang.empty() && !language_.empty() && Primary(link.hreflang) != language_;
}

}  // namespace klikpad
