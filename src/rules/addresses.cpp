// Reads rules/addresses.yaml.

#include "rules/addresses.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "base/text.h"
#include "rules/readings.h"

namespace klikpad {
namespace {

// A town: words with a capital, and the small words that join them ("Alphen aan den Rijn").
constexpr std::string_view kTown =
    R"(['’]?[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ'’.]+(?:[ -](?:['’]?[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ'’.]*|aan|de|den|der|het|)"
    R"(op|bij|am|im|an|in|der|sur|sous|les|la|le|en|di|del|della|dei|upon|of|the)\b){0,4})";

Result<std::shared_ptr<const re2::RE2>> Compile(const Yaml& yaml, const std::string& text) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  auto regex = std::make_shared<const re2::RE2>(text, options);
  if (!regex->ok()) {
    return yaml.Complain(fmt::format("'{}' is no expression: {}", text, regex->error()));
  }
  return regex;
}

std::string AnchorOf(TownPlace town, const std::string& code, const std::string& states) {
  if (town == TownPlace::kAfter) {
    return fmt::format(R"((?:^|[^A-Za-z0-9À-ɏ-])(?P<code>{})[ \t]+(?P<town>{}))", code, kTown);
  }
  if (town == TownPlace::kState) {
    return fmt::format(
        R"((?P<town>{})?[,\s]+(?P<state>{})\.?,?\s+(?P<code>{})(?:[^A-Za-z0-9À-ɏ]|$))", kTown,
        states, code);
  }
  return fmt::format(R"((?:(?P<town>{})[,\s]+|^)(?P<code>{})(?:[^A-Za-z0-9À-ɏ]|$))", kTown, code);
}

Result<AddressCountry> ReadCountry(const Yaml& yaml, const Yaml& states) {
  if (auto ok = yaml.AllowOnly(
          {"country", "postcode", "digits", "never", "town", "street", "street_word", "fine"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  AddressCountry country;
  std::string code, never, town, street;
  for (const auto& [key, out] : {std::pair{"country", &country.country},
                                 {"postcode", &code},
                                 {"never", &never},
                                 {"town", &town},
                                 {"street", &street}}) {
    if (auto ok = ReadString(yaml, key, *out); !ok) return tl::unexpected(ok.error());
  }
  if (country.country.empty() || code.empty()) {
    return yaml.Complain("a country needs 'country' and 'postcode'");
  }
  const std::vector<std::string> towns{"after", "before", "state"};
  const auto place = std::find(towns.begin(), towns.end(), town);
  if (place == towns.end()) {
    return yaml.Complain(fmt::format("'{}' is no place of a town", town), Nearest(town, towns));
  }
  country.town = static_cast<TownPlace>(place - towns.begin());
  const std::vector<std::string> orders{"name-number", "number-name"};
  const auto order = std::find(orders.begin(), orders.end(), street);
  if (order == orders.end()) {
    return yaml.Complain(fmt::format("'{}' is no order of a street", street),
                         Nearest(street, orders));
  }
  country.street = static_cast<StreetOrder>(order - orders.begin());
  if (auto ok = ReadBool(yaml, "street_word", country.needs_street_word); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadBool(yaml, "fine", country.is_fine); !ok) return tl::unexpected(ok.error());
  auto digits = yaml.Need("digits");
  if (!digits) return tl::unexpected(digits.error());
  auto count = (*digits)->Int();
  if (!count) return tl::unexpected(count.error());
  if (*count != 0 && *count != 4 && *count != 5) {
    return (*digits)->Complain("'digits' is 4, 5, or 0 where letters stand between them");
  }
  country.digits = static_cast<int>(*count);
  std::vector<std::string> list;
  if (auto ok = ReadStrings(states, country.country, list); !ok) return tl::unexpected(ok.error());
  auto anchor = Compile(yaml, AnchorOf(country.town, code, Join(list, "|")));
  if (!anchor) return tl::unexpected(anchor.error());
  country.anchor = *anchor;
  if (never.empty()) return country;
  auto compiled = Compile(yaml, never);
  if (!compiled) return tl::unexpected(compiled.error());
  country.never = *compiled;
  return country;
}

Result<AddressExample> ReadExample(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"text", "lang", "country", "value", "shown", "purpose"}); !ok) {
    return tl::unexpected(ok.error());
  }
  AddressExample example;
  example.line = yaml.Line();
  for (const auto& [key, out] : {std::pair{"text", &example.text},
                                 {"lang", &example.lang},
                                 {"country", &example.country},
                                 {"value", &example.value},
                                 {"shown", &example.shown},
                                 {"purpose", &example.purpose}}) {
    if (auto ok = ReadString(yaml, key, *out); !ok) return tl::unexpected(ok.error());
  }
  if (example.text.empty()) return yaml.Complain("an example needs 'text'");
  return example;
}

Result<void> ReadPhrases(const Yaml& yaml, std::string_view key, int id, PhraseSet& set) {
  std::vector<std::string> phrases;
  if (auto ok = ReadStrings(yaml, key, phrases); !ok) return ok;
  for (const std::string& phrase : phrases) set.Add(phrase, id);
  return {};
}

}  // namespace

Result<AddressFacts> ParseAddressFacts(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly(
          {"countries", "states", "streets", "boxes", "stops", "purposes", "examples", "not"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  for (const char* key : {"countries", "states", "streets", "boxes", "purposes", "examples"}) {
    if (auto value = yaml.Need(key); !value) return tl::unexpected(value.error());
  }
  AddressFacts facts;
  const Yaml& states = *yaml.Find("states");
  const auto read = [&](const Yaml& item) { return ReadCountry(item, states); };
  if (auto ok = ReadList(yaml, "countries", facts.countries, read); !ok) {
    return tl::unexpected(ok.error());
  }
  const Yaml& streets = *yaml.Find("streets");
  if (auto ok = streets.AllowOnly({"endings", "words"}); !ok) return tl::unexpected(ok.error());
  std::vector<std::string> words;
  if (auto ok = ReadStrings(streets, "endings", facts.street_endings); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadStrings(streets, "words", words); !ok) return tl::unexpected(ok.error());
  facts.street_words.insert(words.begin(), words.end());
  words.clear();
  if (auto ok = ReadStrings(yaml, "stops", words); !ok) return tl::unexpected(ok.error());
  facts.stops.insert(words.begin(), words.end());
  if (auto ok = ReadPhrases(yaml, "boxes", 0, facts.boxes); !ok) return tl::unexpected(ok.error());
  const Yaml& purposes = *yaml.Find("purposes");
  if (auto ok = purposes.AllowOnly({"postal", "visiting"}); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadPhrases(purposes, "postal", 0, facts.purposes); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadPhrases(purposes, "visiting", 1, facts.purposes); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadList(yaml, "examples", facts.examples, ReadExample); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadList(yaml, "not", facts.counter_examples, ReadExample); !ok) {
    return tl::unexpected(ok.error());
  }
  return facts;
}

}  // namespace klikpad
