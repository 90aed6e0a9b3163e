// Words of the class names in use on sites with and without a framework, in the languages around.

#include "page/region_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

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

constexpr std::size_t kMaxToken = 60;  // bytes

// The words of a token, in lower case.
class TokenWords {
 public:
  explicit TokenWords(std::string_view token) {
    std::size_t begin = 0, end = 0;  // of the word in letters_
    bool was_lower = false;
    for (const char c : token) {
      const bool is_upper = c >= 'A' && c <= 'Z';
      const bool is_lower = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
      if ((!is_upper && !is_lower) || (is_upper && was_lower)) {
        Add(begin, end);
        begin = end;
      }
      if (is_upper || is_lower) letters_[end++] = is_upper ? static_cast<char>(c | 0x20) : c;
      was_lower = is_lower;
    }
    Add(begin, end);
  }
  TokenWords(const TokenWords&) = delete;  // the words lie in it
  TokenWords& operator=(const TokenWords&) = delete;

  std::size_t size() const { return size_; }
  std::string_view operator[](std::size_t i) const { return words_[i]; }
  const std::string_view* begin() const { return words_.data(); }
  const std::string_view* end() const { return words_.data() + size_; }

 private:
  void Add(std::size_t from, std::size_t to) {
    if (to > from) words_[size_++] = {letters_.data() + from, to - from};
  }

  std::array<char, kMaxToken> letters_;
  std::array<std::string_view, kMaxToken> words_;
  std::size_t size_ = 0;
};

// The first letters that words of either list have, by their length: nearly no other word gets by.
constexpr std::size_t kLongest = 16;
constexpr std::array<std::uint32_t, kLongest> kFirstLetters = [] {
  std::array<std::uint32_t, kLongest> letters{};
  for (const Hint& hint : kHints) letters[hint.word.size()] |= 1u << (hint.word[0] - 'a');
  for (const std::string_view part : kParts) letters[part.size()] |= 1u << (part[0] - 'a');
  return letters;
}();
bool MayBeKnown(std::string_view word) {
  return word.size() < kLongest && word[0] >= 'a' && word[0] <= 'z' &&
         (kFirstLetters[word.size()] >> (word[0] - 'a') & 1) != 0;
}

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

std::optional<Region> FromToken(std::string_view token, bool is_id) {
  if (token.size() < 2 || token.size() > kMaxToken) return std::nullopt;
  const TokenWords words(token);
  std::optional<Region> found;
  for (const std::string_view word : words) {
    if (!MayBeKnown(word)) continue;
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
    while (at < css_class.size() && IsSpace(css_class[at])) ++at;
    if (at == css_class.size()) break;
    const std::size_t begin = at;
    while (at < css_class.size() && !IsSpace(css_class[at])) ++at;
    if (auto found = FromToken(css_class.substr(begin, at - begin), false)) return found;
  }
  return std::nullopt;
}

}  // namespace klikpad
