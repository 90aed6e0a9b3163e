// How addresses of places are written (rules/addresses.yaml): postcodes by country, words of
// streets, boxes, and what makes an address one for post or for visits.

#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "rules/phrases.h"

namespace re2 {
class RE2;
}

namespace klikpad {

enum class TownPlace { kAfter, kBefore, kState };
enum class StreetOrder { kNameNumber, kNumberName };

struct AddressCountry {
  std::string country;
  TownPlace town = TownPlace::kAfter;
  StreetOrder street = StreetOrder::kNameNumber;
  bool needs_street_word = false;
  int digits = 0;        // that stand together in a code; 0: letters stand between them
  bool is_fine = false;  // a code is a street or less, so that code and number tell the place
  // The code with its town, found in a text: groups "code" and, where there is one, "town".
  std::shared_ptr<const re2::RE2> anchor;
  std::shared_ptr<const re2::RE2> never;  // codes that do not exist, null for none
};

struct AddressExample {
  std::string text, lang, country, value, shown, purpose;
  int line = 0;
};

struct AddressFacts {
  std::vector<AddressCountry> countries;
  std::vector<std::string> street_endings;  // folded
  std::set<std::string> street_words;       // folded
  std::set<std::string> stops;              // folded words that end a town
  PhraseSet boxes;
  PhraseSet purposes;  // ids: 0 postal, 1 visiting
  std::vector<AddressExample> examples, counter_examples;
};

Result<AddressFacts> ParseAddressFacts(const Yaml& yaml);

}  // namespace klikpad
