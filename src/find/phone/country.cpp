// Gathers the signs of a country: address lines, headings, host, language, structured data.

#include "find/phone/country.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "find/phone/numbers.h"
#include "find/phone/postal.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxLine = 120;  // bytes of a line that can be part of an address
constexpr int kMaxWayBack = 14;        // blocks between a country and the numbers it governs
constexpr std::size_t kMaxCountries = 4;

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || c == '\'' || static_cast<signed char>(c) < 0;
}

// Words of folded text, with the dots of "u.s.a." kept.
std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    if (!IsLetter(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() &&
           (IsLetter(text[end]) || text[end] == '-' ||
            (text[end] == '.' && end + 1 < text.size() && IsLetter(text[end + 1])) ||
            (text[end] == '.' && end >= i + 2 && text[end - 2] == '.'))) {
      ++end;
    }
    while (end > i && text[end - 1] == '-') --end;
    words.push_back(text.substr(i, end - i));
    i = end;
  }
  return words;
}

// The country named by `count` words from `first` on.
std::string NameAt(const PhoneFacts& facts, const std::vector<std::string_view>& words,
                   std::size_t first, std::size_t count) {
  std::string name;
  for (std::size_t i = first; i < first + count; ++i) {
    if (!name.empty()) name += ' ';
    name += words[i];
  }
  return facts.CountryNamed(name);
}

void JsonCountries(const Json& root, const PhoneFacts& facts, std::vector<std::string>& out) {
  std::vector<const Json*> open{&root};
  for (int steps = 0; !open.empty() && steps < 2000; ++steps) {
    const Json* value = open.back();
    open.pop_back();
    for (const Json& item : value->Items()) open.push_back(&item);
    for (const auto& [key, member] : value->Members()) {
      if (key == "addressCountry") {
        const Json& name = member.IsObject() ? member["name"] : member;
        const std::string text = name.AsString();
        const bool is_code = text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' &&
                             text[1] >= 'A' && text[1] <= 'Z';
        std::string country = facts.CountryNamed(FoldAccents(text));
        if (country.empty() && is_code) country = text == "UK" ? "GB" : text;
        if (!country.empty()) out.push_back(country);
      }
      if (member.IsObject() || member.IsArray()) open.push_back(&member);
    }
  }
}

}  // namespace

PhoneCountries::PhoneCountries(const Page& page, const PhoneFacts& facts,
                               const PageContext& context)
    : page_(page), facts_(facts) {
  Add(context.country);
  std::optional<Url> url = Url::Parse(page.url);
  if (url && url->IsHttp()) {
    const std::string& host = url->Host();
    const std::size_t dot = host.rfind('.');
    if (dot != host.npos) Add(facts.CountryOfTopLevelDomain(host.substr(dot + 1)));
  }
  const std::string lang = page.lang.empty() ? context.language : page.lang;
  const std::string primary = lang.substr(0, lang.find_first_of("-_"));
  std::string region;
  if (lang.size() == primary.size() + 3) {
    for (char c : lang.substr(primary.size() + 1)) region += static_cast<char>(c & ~0x20);
  }
  // Templates say en-US on pages from everywhere: that alone is believed last.
  const bool is_template = region == "US";
  if (!region.empty() && !is_template && CallingCode(region) != 0) Add(region);
  Add(facts.CountryOfLanguage(primary));
  is_sure_ = !page_countries_.empty();
  ReadStructuredData();
  if (page_countries_.empty()) {
    for (const std::string& country : CountriesByPost(page, facts)) Add(country);
  }
  if (is_template) Add("US");
}

void PhoneCountries::Add(const std::string& country) {
  if (country.size() != 2 || page_countries_.size() >= kMaxCountries) return;
  if (std::find(page_countries_.begin(), page_countries_.end(), country) == page_countries_.end()) {
    page_countries_.push_back(country);
  }
}

void PhoneCountries::Met(const std::string& country) { Add(country); }

void PhoneCountries::ReadStructuredData() {
  std::vector<std::string> found;
  for (const DataItem& item : page_.data) JsonCountries(item.value, facts_, found);
  for (const std::string& country : found) Add(country);
}

std::string PhoneCountries::NamedIn(const PhoneFacts& facts, std::string_view text, bool is_title) {
  if (text.size() > kMaxLine) return "";
  const std::string folded = FoldAccents(text);
  // An address line names its country last: "Mumbai 400 001, India", "Saudi Arabia - 11351".
  const std::vector<std::string_view> words = WordsOf(folded);
  const bool may_end = !words.empty() && facts.country_lasts.MayHold(words.back());
  for (std::size_t count = may_end ? std::min<std::size_t>(4, words.size()) : 0; count > 0;
       --count) {
    std::string country = NameAt(facts, words, words.size() - count, count);
    if (country.empty()) continue;
    // At the end of a sentence a country is only mentioned.
    if (words.size() > count + 7) return "";
    return country;
  }
  if (!is_title || words.size() > 6) return "";
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (!facts.country_firsts.MayHold(words[first])) continue;
    for (std::size_t count = std::min<std::size_t>(4, words.size() - first); count > 0; --count) {
      if (std::string country = NameAt(facts, words, first, count); !country.empty())
        return country;
    }
  }
  return "";
}

void PhoneCountries::SplitLines() {
  first_lines_.reserve(page_.blocks.size() + 1);
  for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
    first_lines_.push_back(static_cast<int>(lines_.size()));
    const TextBlock& block = page_.blocks[i];
    if (block.region == Region::kNav) continue;
    std::string_view rest = block.text;
    for (std::size_t end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
      lines_.push_back({static_cast<int>(i), rest.substr(0, end)});
      rest.remove_prefix(end + 1);
    }
    lines_.push_back({static_cast<int>(i), rest});
  }
  first_lines_.push_back(static_cast<int>(lines_.size()));
}

const std::string& PhoneCountries::NamedInLine(int line) {
  auto [it, is_new] = named_.try_emplace(line);
  if (is_new) {
    const Line& l = lines_[static_cast<std::size_t>(line)];
    const bool is_heading =
        page_.blocks[static_cast<std::size_t>(l.block)].kind == TextKind::kHeading;
    it->second = NamedIn(facts_, l.text, is_heading || l.text.size() <= 40);
  }
  return it->second;
}

const std::string& PhoneCountries::SectionOf(int line) {
  auto [it, is_new] = sections_.try_emplace(line);
  if (!is_new) return it->second;
  const int own = lines_[static_cast<std::size_t>(line)].block;
  for (int i = line - 1; i >= 0 && i >= line - kMaxWayBack; --i) {
    const std::string& named = NamedInLine(i);
    if (!named.empty()) {
      // A list of countries (a chooser) governs nothing.
      const bool is_list = i > 1 && !NamedInLine(i - 1).empty() && !NamedInLine(i - 2).empty();
      if (!is_list) it->second = named;
      return it->second;
    }
    const int block = lines_[static_cast<std::size_t>(i)].block;
    if (block != own && page_.blocks[static_cast<std::size_t>(block)].kind == TextKind::kHeading)
      break;
  }
  it->second = NamedInHeadings(page_.blocks[static_cast<std::size_t>(own)].heading);
  return it->second;
}

// The country in the nearest of the headings above.
std::string PhoneCountries::NamedInHeadings(int heading) {
  for (int level = 0; heading >= 0 && level < 4; ++level) {
    const TextBlock& block = page_.blocks[static_cast<std::size_t>(heading)];
    if (std::string named = NamedIn(facts_, block.text, true); !named.empty()) return named;
    heading = block.heading;
  }
  return "";
}

std::vector<std::string> PhoneCountries::ForBlock(int block, std::size_t at,
                                                  std::string_view before) {
  if (block >= 0 && first_lines_.empty()) SplitLines();
  std::vector<std::string> countries;
  const auto add = [&](const std::string& country) {
    if (!country.empty() && countries.size() < kMaxCountries &&
        std::find(countries.begin(), countries.end(), country) == countries.end()) {
      countries.push_back(country);
    }
  };
  add(NamedIn(facts_, before, true));
  if (block >= 0) {
    const std::string_view text = page_.blocks[static_cast<std::size_t>(block)].text;
    const int first = first_lines_[static_cast<std::size_t>(block)];
    const int next = first_lines_[static_cast<std::size_t>(block) + 1];
    int line = next - 1;  // at the end, where links without a place of their own are looked up
    if (at < text.size()) {
      line = first + static_cast<int>(std::count(
                         text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }
    if (line >= first && line < next) add(SectionOf(line));
    if (countries.empty()) add(CountryOfAddress(page_, facts_, block, at));
  }
  for (const std::string& country : page_countries_) add(country);
  return countries;
}

}  // namespace klikpad
