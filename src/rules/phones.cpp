// Reads rules/phones.yaml section by section.

#include "rules/phones.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace klikpad {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string LookUp(const Pairs& sorted, std::string_view key) {
  auto it = std::lower_bound(
      sorted.begin(), sorted.end(), key,
      [](const auto& pair, std::string_view wanted) { return pair.first < wanted; });
  return it != sorted.end() && it->first == key ? it->second : "";
}

// One section of phones.yaml after another into `facts`; the first complaint ends it.
class Reader {
 public:
  Result<PhoneFacts> Read(const Yaml& yaml);

 private:
  Result<void> Labels(const Yaml& list);
  Result<void> WordList(const Yaml& list, WordTable& into);
  Result<void> TariffWords(const Yaml& list);
  Result<void> Purposes(const Yaml& list);
  Result<void> ShortNumbers(const Yaml& list);
  Result<void> TariffPrefixes(const Yaml& list);
  Result<void> Codes(const Yaml& map, Pairs& into);
  Result<void> Countries(const Yaml& map);
  Result<void> CodeList(const Yaml& map, std::vector<std::string>& into);
  Result<void> PostalSigns(const Yaml& list);

  PhoneFacts facts_;
};

Result<std::string> Text(const Yaml& map, std::string_view key) {
  Result<const Yaml*> value = map.Need(key);
  if (!value) return tl::unexpected(value.error());
  return (*value)->String();
}

Result<std::vector<std::string>> FoldedWords(const Yaml& map, std::string_view key) {
  Result<const Yaml*> value = map.Need(key);
  if (!value) return tl::unexpected(value.error());
  Result<std::vector<std::string>> words = (*value)->Strings();
  if (!words) return words;
  for (std::string& word : *words) word = FoldAccents(CollapseSpace(word));
  return words;
}

template <typename E>
Result<E> EnumOf(const Yaml& map, std::string_view key) {
  Result<const Yaml*> value = map.Need(key);
  if (!value) return tl::unexpected(value.error());
  Result<std::string> word = (*value)->String();
  if (!word) return tl::unexpected(word.error());
  std::optional<E> found = FromWord<E>(*word);
  if (!found) {
    return (*value)->Complain("unknown word '" + *word + "'", Nearest(*word, AllWords<E>()));
  }
  return *found;
}

Result<void> Reader::Labels(const Yaml& list) {
  for (const Yaml& item : list.Items()) {
    if (auto ok = item.AllowOnly({"kind", "source", "words", "tight"}); !ok) return ok;
    Result<PhoneLabel> kind = EnumOf<PhoneLabel>(item, "kind");
    if (!kind) return tl::unexpected(kind.error());
    for (bool is_tight : {false, true}) {
      if (is_tight && item.Find("tight") == nullptr) continue;
      auto words = FoldedWords(item, is_tight ? "tight" : "words");
      if (!words) return tl::unexpected(words.error());
      for (std::string& word : *words) facts_.labels.push_back({std::move(word), *kind, is_tight});
    }
  }
  return {};
}

Result<void> Reader::WordList(const Yaml& list, WordTable& into) {
  for (const Yaml& item : list.Items()) {
    if (auto ok = item.AllowOnly({"source", "words"}); !ok) return ok;
    auto words = FoldedWords(item, "words");
    if (!words) return tl::unexpected(words.error());
    for (std::string& word : *words) into.Add(std::move(word));
  }
  return {};
}

Result<void> Reader::TariffWords(const Yaml& list) {
  for (const Yaml& item : list.Items()) {
    if (auto ok = item.AllowOnly({"tariff", "source", "words"}); !ok) return ok;
    Result<Tariff> tariff = EnumOf<Tariff>(item, "tariff");
    if (!tariff) return tl::unexpected(tariff.error());
    auto words = FoldedWords(item, "words");
    if (!words) return tl::unexpected(words.error());
    for (std::string& word : *words) facts_.tariff_words.push_back({std::move(word), *tariff});
  }
  return {};
}

Result<void> Reader::Purposes(const Yaml& list) {
  for (const Yaml& item : list.Items()) {
    if (auto ok = item.AllowOnly({"purpose", "source", "words", "alone"}); !ok) return ok;
    Result<std::string> purpose = Text(item, "purpose");
    if (!purpose) return tl::unexpected(purpose.error());
    auto words = FoldedWords(item, "words");
    if (!words) return tl::unexpected(words.error());
    for (std::string& word : *words) facts_.purposes.push_back({std::move(word), *purpose});
    if (item.Find("alone") == nullptr) continue;
    auto alone = FoldedWords(item, "alone");
    if (!alone) return tl::unexpected(alone.error());
    for (std::string& word : *alone) facts_.purposes.push_back({std::move(word), *purpose, true});
  }
  return {};
}

Result<void> Reader::ShortNumbers(const Yaml& list) {
  for (const Yaml& item : list.Items()) {
    if (auto ok = item.AllowOnly({"country", "source", "numbers"}); !ok) return ok;
    Result<std::string> country = Text(item, "country");
    if (!country) return tl::unexpected(country.error());
    if (*country == "all") country->clear();
    Result<const Yaml*> numbers = item.Need("numbers");
    if (!numbers) return tl::unexpected(numbers.error());
    for (const Yaml& number : (*numbers)->Items()) {
      if (auto ok = number.AllowOnly({"pattern", "tariff", "purpose"}); !ok) return ok;
      Result<std::string> pattern = Text(number, "pattern");
      if (!pattern) return tl::unexpected(pattern.error());
      Result<Tariff> tariff = EnumOf<Tariff>(number, "tariff");
      if (!tariff) return tl::unexpected(tariff.error());
      Result<std::string> purpose = Text(number, "purpose");
      if (!purpose) return tl::unexpected(purpose.error());
      if (pattern->size() < 3 || pattern->size() > 6 ||
          pattern->find_first_not_of("0123456789x") != std::string::npos) {
        return number.Complain("a short number is three to six digits or 'x', not '" + *pattern +
                               "'");
      }
      facts_.short_numbers.push_back({*country, *pattern, *tariff, *purpose});
    }
  }
  return {};
}

Result<void> Reader::TariffPrefixes(const Yaml& list) {
  for (const Yaml& item : list.Items()) {
    if (auto ok = item.AllowOnly({"country", "source", "prefixes"}); !ok) return ok;
    Result<std::string> country = Text(item, "country");
    if (!country) return tl::unexpected(country.error());
    Result<const Yaml*> prefixes = item.Need("prefixes");
    if (!prefixes) return tl::unexpected(prefixes.error());
    for (const Yaml::Member& member : (*prefixes)->Members()) {
      Result<Tariff> tariff = EnumOf<Tariff>(**prefixes, member.key);
      if (!tariff) return tl::unexpected(tariff.error());
      facts_.tariff_prefixes.push_back({*country, member.key, *tariff});
    }
  }
  return {};
}

Result<void> Reader::Codes(const Yaml& map, Pairs& into) {
  for (const Yaml::Member& member : map.Members()) {
    if (member.key == "source") continue;
    const std::string& code = member.value.Scalar();
    if (!code.empty() && code.size() != 2) {
      return member.value.Complain("a country is two capital letters, not '" + code + "'");
    }
    into.emplace_back(member.key, code);
  }
  std::sort(into.begin(), into.end());
  return {};
}

Result<void> Reader::Countries(const Yaml& map) {
  for (const Yaml::Member& member : map.Members()) {
    if (member.key == "source") continue;
    Result<std::vector<std::string>> names = member.value.Strings();
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      const std::string folded = FoldAccents(name);
      facts_.country_firsts.Add(folded.substr(0, folded.find(' ')));
      facts_.country_lasts.Add(folded.substr(folded.rfind(' ') + 1));
      facts_.country_names.emplace_back(folded, member.key);
    }
  }
  std::sort(facts_.country_names.begin(), facts_.country_names.end());
  return {};
}

Result<void> Reader::CodeList(const Yaml& map, std::vector<std::string>& into) {
  if (auto ok = map.AllowOnly({"source", "countries"}); !ok) return ok;
  Result<const Yaml*> countries = map.Need("countries");
  if (!countries) return tl::unexpected(countries.error());
  Result<std::vector<std::string>> codes = (*countries)->Strings();
  if (!codes) return tl::unexpected(codes.error());
  into = std::move(*codes);
  std::sort(into.begin(), into.end());
  return {};
}

Result<void> Reader::PostalSigns(const Yaml& list) {
  for (const Yaml& item : list.Items()) {
    if (auto ok = item.AllowOnly({"country", "source", "pattern"}); !ok) return ok;
    Result<std::string> country = Text(item, "country");
    if (!country) return tl::unexpected(country.error());
    Result<std::string> pattern = Text(item, "pattern");
    if (!pattern) return tl::unexpected(pattern.error());
    auto compiled = std::make_shared<const re2::RE2>(*pattern, re2::RE2::Quiet);
    if (!compiled->ok()) return item.Complain("broken pattern: " + compiled->error());
    facts_.postal_signs.push_back({*country, std::move(compiled)});
  }
  return {};
}

Result<PhoneFacts> Reader::Read(const Yaml& yaml) {
  struct Section {
    std::string key;
    Result<void> (Reader::*read)(const Yaml&);
  };
  const std::vector<Section> sections{
      {"labels", &Reader::Labels},
      {"tariff_words", &Reader::TariffWords},
      {"purposes", &Reader::Purposes},
      {"short_numbers", &Reader::ShortNumbers},
      {"tariff_prefixes", &Reader::TariffPrefixes},
      {"countries", &Reader::Countries},
      {"postal_signs", &Reader::PostalSigns},
  };
  std::vector<std::string> keys{
      "traps",         "units",    "per_minute", "top_level_domains", "languages",    "nanp",
      "no_trunk_zero", "examples", "not",        "number_attributes", "dialled_stems"};
  for (const Section& section : sections) keys.push_back(section.key);
  if (auto ok = yaml.AllowOnly(keys); !ok) return tl::unexpected(ok.error());
  for (const Section& section : sections) {
    Result<const Yaml*> part = yaml.Need(section.key);
    if (!part) return tl::unexpected(part.error());
    if (auto ok = (this->*section.read)(**part); !ok) return tl::unexpected(ok.error());
  }
  for (auto [key, list] : {std::pair{"traps", &facts_.traps}, std::pair{"units", &facts_.units},
                           std::pair{"per_minute", &facts_.per_minute}}) {
    Result<const Yaml*> part = yaml.Need(key);
    if (!part) return tl::unexpected(part.error());
    if (auto ok = WordList(**part, *list); !ok) return tl::unexpected(ok.error());
  }
  for (auto [key, pairs] : {std::pair{"top_level_domains", &facts_.host_countries},
                            std::pair{"languages", &facts_.language_countries}}) {
    Result<const Yaml*> part = yaml.Need(key);
    if (!part) return tl::unexpected(part.error());
    if (auto ok = Codes(**part, *pairs); !ok) return tl::unexpected(ok.error());
  }
  for (auto [key, list] :
       {std::pair{"nanp", &facts_.nanp}, std::pair{"no_trunk_zero", &facts_.no_trunk_zero}}) {
    Result<const Yaml*> part = yaml.Need(key);
    if (!part) return tl::unexpected(part.error());
    if (auto ok = CodeList(**part, *list); !ok) return tl::unexpected(ok.error());
  }
  for (auto [key, list] : {std::pair{"number_attributes", &facts_.number_attributes},
                           std::pair{"dialled_stems", &facts_.dialled_stems}}) {
    Result<const Yaml*> part = yaml.Need(key);
    if (!part) return tl::unexpected(part.error());
    Result<std::vector<std::string>> names = (*part)->Strings();
    if (!names) return tl::unexpected(names.error());
    *list = *std::move(names);
  }
  for (const PhoneWord& word : facts_.labels) facts_.label_table.Add(word.text);
  for (const TariffWord& word : facts_.tariff_words) facts_.tariff_table.Add(word.text);
  for (const PurposeWord& word : facts_.purposes) facts_.purpose_table.Add(word.text);
  return std::move(facts_);
}

}  // namespace

bool ShortNumber::Matches(std::string_view digits) const {
  if (digits.size() != pattern.size()) return false;
  if (pattern[0] != digits[0] && pattern[0] != 'x') return false;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (pattern[i] != 'x' && pattern[i] != digits[i]) return false;
  }
  return true;
}

bool PhoneFacts::IsShort(std::string_view digits) const {
  return std::any_of(short_numbers.begin(), short_numbers.end(),
                     [&](const ShortNumber& number) { return number.Matches(digits); });
}

std::string PhoneFacts::CountryNamed(std::string_view folded_name) const {
  return LookUp(country_names, folded_name);
}

std::string PhoneFacts::CountryOfTopLevelDomain(std::string_view domain) const {
  auto it = std::lower_bound(
      host_countries.begin(), host_countries.end(), domain,
      [](const auto& pair, std::string_view wanted) { return pair.first < wanted; });
  if (it != host_countries.end() && it->first == domain) return it->second;
  if (domain.size() != 2) return "";
  std::string code;
  for (char c : domain) {
    if (c < 'a' || c > 'z') return "";
    code += static_cast<char>(c - 'a' + 'A');
  }
  return code;
}

std::string PhoneFacts::CountryOfLanguage(std::string_view language) const {
  return LookUp(language_countries, language);
}

const ShortNumber* PhoneFacts::FindShort(std::string_view country, std::string_view digits) const {
  for (const ShortNumber& number : short_numbers) {
    if ((number.country.empty() || number.country == country) && number.Matches(digits)) {
      return &number;
    }
  }
  return nullptr;
}

Result<PhoneFacts> ParsePhoneFacts(const Yaml& yaml) { return Reader().Read(yaml); }

}  // namespace klikpad
