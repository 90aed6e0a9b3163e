// Short numbers first, then the number's own code, then the countries in order.

#include "find/phone/resolve.h"

#include <optional>

namespace klikpad {
namespace {

constexpr std::size_t kMaxShort = 6;

std::optional<DialNumber> Planned(const PhoneUri& uri, const std::vector<std::string>& countries,
                                  NumberChecks& checks) {
  const std::string& digits = uri.number;
  if (digits[0] == '+') return checks.Check(digits, "");
  if (digits.compare(0, 2, "00") == 0) {
    if (auto number = checks.Check("+" + digits.substr(2), "")) return number;
  }
  if (!uri.context.empty()) {
    if (auto number = checks.Check(uri.context + digits, "")) return number;
  }
  for (const std::string& country : countries) {
    if (auto number = checks.Check(digits, country)) return number;
  }
  if (digits[0] == '0') return std::nullopt;
  // A number of North America tells itself by its label: "(555) 555-0100".
  if (digits.size() >= 10) {
    if (auto number = checks.Check(digits, "US")) return number;
  }
  return digits.size() >= 11 ? checks.Check("+" + digits, "") : std::nullopt;
}

}  // namespace

Tariff TariffFrom(const std::string& home, const DialNumber& number, const PhoneFacts& facts) {
  Tariff tariff = number.tariff;
  for (const TariffPrefix& prefix : facts.tariff_prefixes) {
    if (prefix.country == number.country &&
        number.national.compare(0, prefix.prefix.size(), prefix.prefix) == 0) {
      tariff = prefix.tariff;
    }
  }
  const bool is_foreign = !home.empty() && !number.country.empty() && number.country != home;
  return is_foreign && tariff != Tariff::kPremium ? Tariff::kForeign : tariff;
}

ResolvedNumber ResolveUri(const PhoneUri& uri, const std::vector<std::string>& countries,
                          const std::string& home, const PhoneFacts& facts, NumberChecks& checks) {
  for (const std::string& country : countries) {
    if (uri.number.size() > kMaxShort || uri.number[0] == '+') break;
    if (const ShortNumber* known = facts.FindShort(country, uri.number)) {
      return {uri.number, known->tariff, known->purpose, Confidence::kSure};
    }
  }
  if (const auto number = Planned(uri, countries, checks)) {
    return {number->e164, TariffFrom(home, *number, facts), "", Confidence::kSure};
  }
  const std::string digits = uri.number.substr(uri.number.find_first_not_of('+'));
  return {digits, Tariff::kUnknown, "",
          digits.size() >= 7 ? Confidence::kLikely : Confidence::kWeak};
}

}  // namespace klikpad
