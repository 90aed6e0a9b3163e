// Words of the class names in use on sites with and without a framework, in the languages around.

#include "page/region_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxWords = 64;

struct Hint {
  std::string_view word;
  Region region;
};

// Words of a token split at hyphens, underscores and capitals.
constexpr std::array<Hint, 36> kHints{{
    {"header", Region::kHeader},
    {"masthead", Region::kHeader},
    {"topbar", Region::kHeader},
    {"topheader", Region::kHeader},
    {"kopf", Region::kHeader},
    {"kopfbereich", Region::kHeader},
    {"entete", Region::kHeader},
    {"cabecera", Region::kHeader},
    {"siteheader", Region::kHeader},
    {"pagetop", Region::kHeader},
    {"footer", Region::kFooter},
    {"colophon", Region::kFooter},
    {"subfooter", Region::kFooter},
    {"sitefooter", Region::kFooter},
    {"bottombar", Region::kFooter},
    {"voettekst", Region::kFooter},
    {"fusszeile", Region::kFooter},
    {"fussbereich", Region::kFooter},
    {"copyright", Region::kFooter},
    {"piepagina", Region::kFooter},
    {"nav", Region::kNav},
    {"navbar", Region::kNav},
    {"navigation", Region::kNav},
    {"navi", Region::kNav},
    {"mainnav", Region::kNav},
    {"mainmenu", Region::kNav},
    {"menu", Region::kNav},
    {"topnav", Region::kNav},
    {"topmenu", Region::kNav},
    {"breadcrumb", Region::kNav},
    {"breadcrumbs", Region::kNav},
    {"kruimelpad", Region::kNav},
    {"hauptnavigation", Region::kNav},
    {"sidenav", Region::kNav},
    {"sidebar", Region::kAside},
    {"seitenleiste", Region::kAside},
}};

// Words that make the token speak of a part of something smaller, or of a state of the page.
constexpr std::array<std::string_view, 46> kParts{
    "card",    "modal", "panel",   "post",     "entry",   "article", "comment",   "section",
    "tile",    "popup", "dialog",  "list",     "item",    "content", "accordion", "table",
    "image",   "img",   "title",   "text",     "heading", "has",     "no",        "with",
    "without", "hide",  "show",    "toggle",   "button",  "btn",     "icon",      "logo",
    "block",   "box",   "tab",     "fixed",    "sticky",  "offset",  "spacer",    "product",
    "col",     "form",  "tooltip", "calendar", "above",   "below"};

std::vector<std::string> WordsOf(std::string_view token) {
  std::vector<std::string> words;
  std::string word;
  bool was_lower = false;
  for (const char c : token) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_lower = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if ((!is_upper && !is_lower) || (is_upper && was_lower)) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    }
    if (is_upper || is_lower) word += is_upper ? static_cast<char>(c | 0x20) : c;
    was_lower = is_lower;
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::optional<Region> FromToken(std::string_view token, bool is_id) {
  if (token.size() < 2 || token.size() > 60) return std::nullopt;
  const std::vector<std::string> words = WordsOf(token);
  std::optional<Region> found;
  for (const std::string& word : words) {
    if (std::find(kParts.begin(), kParts.end(), word) != kParts.end()) return std::nullopt;
    for (const Hint& hint : kHints) {
      // "header-menu" is a menu in the header, "footer-nav" lies in the footer.
      if (hint.word == word && found != Region::kFooter) found = hint.region;
    }
  }
  if (found) return found;
  const auto is = [&](std::initializer_list<std::string_view> list) {
    return words.size() == 1 && std::find(list.begin(), list.end(), words[0]) != list.end();
  };
  const bool is_top_bar = words.size() == 2 && words[0] == "top" && words[1] == "bar";
  if (is_top_bar || (is_id && is({"top", "head", "banner", "kop"}))) return Region::kHeader;
  if (is_id && is({"bottom", "foot", "voet", "fuss"})) return Region::kFooter;
  return std::nullopt;
}

}  // namespace

std::optional<Region> RegionFromWords(std::string_view id, std::string_view css_class) {
  if (auto found = FromToken(id, true)) return found;
  std::size_t at = 0;
  for (std::size_t count = 0; count < kMaxWords && at < css_class.size(); ++count) {
    const std::size_t begin = css_class.find_first_not_of(" \t\n\f\r", at);
    if (begin == std::string_view::npos) break;
    at = std::min(css_class.find_first_of(" \t\n\f\r", begin), css_class.size());
    if (auto found = FromToken(css_class.substr(begin, at - begin), false)) return found;
  }
  return std::nullopt;
}

}  // namespace klikpad
