// libphonenumber, and what its kinds of number cost.

#include "find/phone/numbers.h"

#include <phonenumbers/phonenumberutil.h>

#include <map>
#include <utility>

namespace klikpad {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

Tariff TariffOf(PhoneNumberUtil::PhoneNumberType type) {
  switch (type) {
    case PhoneNumberUtil::TOLL_FREE:
      return Tariff::kFree;
    case PhoneNumberUtil::PREMIUM_RATE:
      return Tariff::kPremium;
    case PhoneNumberUtil::SHARED_COST:
      return Tariff::kShared;
    case PhoneNumberUtil::MOBILE:
      return Tariff::kMobile;
    // In the North American plan a number does not tell whether it is mobile; it costs the same.
    case PhoneNumberUtil::FIXED_LINE:
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE:
    case PhoneNumberUtil::VOIP:
    case PhoneNumberUtil::UAN:
      return Tariff::kBasic;
    default:
      return Tariff::kUnknown;
  }
}

std::optional<DialNumber> Ask(std::string_view text, std::string_view country) {
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  const std::string region = country.empty() ? "ZZ" : std::string(country);
  if (util.Parse(std::string(text), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) {
    return std::nullopt;
  }
  const PhoneNumberUtil::PhoneNumberType type = util.GetNumberType(number);
  if (type == PhoneNumberUtil::UNKNOWN) return std::nullopt;
  DialNumber result;
  util.Format(number, PhoneNumberUtil::E164, &result.e164);
  util.GetNationalSignificantNumber(number, &result.national);
  util.GetRegionCodeForNumber(number, &result.country);
  if (result.country.size() != 2) result.country.clear();  // "001" and "ZZ" are no countries
  result.tariff = TariffOf(type);
  return result;
}

}  // namespace

// The same few numbers stand on every page of a site: answers are kept. The function stays pure,
// for an answer depends on nothing but the two arguments.
std::optional<DialNumber> ParseDialNumber(std::string_view text, std::string_view country) {
  constexpr std::size_t kMaxKept = 4'096;
  thread_local std::map<std::pair<std::string, std::string>, std::optional<DialNumber>> kept;
  std::pair<std::string, std::string> key(text, country);
  if (const auto known = kept.find(key); known != kept.end()) return known->second;
  if (kept.size() >= kMaxKept) kept.clear();
  return kept.emplace(std::move(key), Ask(text, country)).first->second;
}

int CallingCode(std::string_view country) {
  return PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(std::string(country));
}

void WarmUpPhones(std::string_view country) {
  const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  if (!util.GetExampleNumber(country.empty() ? "NL" : std::string(country), &number)) return;
  std::string printed;
  util.Format(number, PhoneNumberUtil::INTERNATIONAL, &printed);
  Ask(printed, country);
}

}  // namespace klikpad
