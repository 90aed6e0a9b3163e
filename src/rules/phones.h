// Facts about phone numbers (rules/phones.yaml): label words, traps, short numbers, tariffs, and
// how countries are named. What libphonenumber knows is not repeated here.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/words.h"
#include "rules/key_filter.h"
#include "rules/word_table.h"

namespace re2 {
class RE2;
}

namespace klikpad {

// What a word beside a number says of it.
enum class PhoneLabel { kVoice, kMobile, kFax, kSms, kWhatsapp, kFree };
template <>
struct Words<PhoneLabel> {
  static constexpr std::array kList{"voice"sv, "mobile"sv,   "fax"sv,
                                    "sms"sv,   "whatsapp"sv, "free"sv};
};

// A word or phrase, folded (lower case, no accents), compared as a whole word.
struct PhoneWord {
  std::string text;
  PhoneLabel label = PhoneLabel::kVoice;
  bool is_tight = false;  // counts only when nothing but punctuation parts it from the number: "T:"
};

// A number of three to six digits that exists in one country only: "116xxx", "14xxx".
struct ShortNumber {
  std::string country;  // "" in all
  std::string pattern;  // digits, "x" for any digit
  Tariff tariff = Tariff::kUnknown;
  std::string purpose;  // "" unknown
  bool Matches(std::string_view digits) const;
};

// Numbers of a country whose national number begins with `prefix`, where libphonenumber's type says
// nothing of what a call costs.
struct TariffPrefix {
  std::string country;
  std::string prefix;
  Tariff tariff = Tariff::kUnknown;
};

// Words beside a number that say what a call costs, or what the number is for.
struct TariffWord {
  std::string text;
  Tariff tariff = Tariff::kUnknown;
};
struct PurposeWord {
  std::string text;
  std::string purpose;
  bool is_alone = false;  // counts only with nothing before it in its clause: "Press:"
};

// A spelling in postal addresses that only one country has.
struct PostalSign {
  std::string country;
  std::shared_ptr<const re2::RE2> pattern;  // never null
};

struct PhoneFacts {
  std::vector<PhoneWord> labels;
  WordTable label_table;  // of `labels`, as the tables below are of the lists above them
  WordTable traps;        // words after which digits are no phone number
  WordTable units;        // words before which digits are an amount: "euro", "stuks"
  WordTable per_minute;   // "per minuut", "/min"
  std::vector<TariffWord> tariff_words;
  WordTable tariff_table;
  std::vector<PurposeWord> purposes;
  WordTable purpose_table;
  std::vector<ShortNumber> short_numbers;
  std::vector<TariffPrefix> tariff_prefixes;
  std::vector<PostalSign> postal_signs;
  std::vector<std::string>
      dialled_stems;  // in compounds of "nummer" that are dialled: "servicenummer"
  std::vector<std::string> number_attributes;  // in which a button holds a number: "data-phone"

  // Sorted by first, for binary search.
  std::vector<std::pair<std::string, std::string>> country_names;   // folded name → ISO code
  KeyFilter country_firsts, country_lasts;                          // words of the above
  std::vector<std::pair<std::string, std::string>> host_countries;  // top-level domain → ISO code
  std::vector<std::pair<std::string, std::string>> language_countries;  // language → ISO code
  std::vector<std::string> nanp;           // countries and territories under +1, sorted
  std::vector<std::string> no_trunk_zero;  // whose numbers have no leading 0 at home, sorted

  // The ISO code, "" when the name, domain or language tells no country.
  std::string CountryNamed(std::string_view folded_name) const;
  std::string CountryOfTopLevelDomain(std::string_view domain) const;
  std::string CountryOfLanguage(std::string_view language) const;
  // Whether some country has a short number of those digits.
  bool IsShort(std::string_view digits) const;
  const ShortNumber* FindShort(std::string_view country, std::string_view digits) const;
};

Result<PhoneFacts> ParsePhoneFacts(const Yaml& yaml);

}  // namespace klikpad
