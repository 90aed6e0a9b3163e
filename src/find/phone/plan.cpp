// Which plans are asked in which order, and which writings each country accepts.

#include "find/phone/plan.h"

#include <algorithm>

namespace klikpad {
namespace {

bool IsTried(const std::vector<std::string>& countries, std::string_view country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}
// "1800 209 4545", "1300 …": service numbers are dialled without the trunk zero.
bool IsService(const NumberShape& shape) {
  return shape.sizes.size() >= 2 && shape.sizes[0] == 4 && shape.digits[0] == '1' &&
         (shape.digits.compare(1, 3, "800") == 0 || shape.digits.compare(1, 3, "300") == 0 ||
          shape.digits.compare(1, 3, "860") == 0);
}

// "0800 100 200 1", "0180 5 10 10 00": a digit may stand alone behind such a prefix.
bool IsPrefixed(const NumberShape& shape) {
  if (shape.sizes.size() < 3 || shape.sizes[0] != 4 || shape.digits.size() < 10) return false;
  const std::string_view prefix = std::string_view(shape.digits).substr(0, 4);
  return prefix == "0800" || prefix == "0900" || prefix == "0180" || prefix == "0700";
}

// Whether a number written so may be one of that country, before its plan is asked.
bool FitsPlan(const PhoneFacts& facts, const NumberShape& shape, std::string_view country,
              const NumberSigns& signs) {
  if (shape.digits.size() > 14) return false;
  const bool has_label = signs.label.has_value();
  if (IsNanp(facts, country)) {
    if (!shape.IsNanpLength()) return false;
    if (shape.IsNanpGrouped()) return true;
    const std::size_t first = shape.HasLeadingOne() ? 1 : 0;
    const bool is_two = shape.sizes.size() == first + 2 && shape.sizes[first] == 3;
    if (is_two && (shape.has_parens || shape.has_marks)) return true;
    return has_label;
  }
  const bool is_exchange = (country == "DE" || country == "AT") && shape.IsExchange();
  const bool may_hold_lone = is_exchange || IsPrefixed(shape) || shape.has_parens;
  if (shape.HasLoneDigits() && !may_hold_lone && !signs.IsClose()) return false;
  if (shape.sizes.size() > 6 && !signs.IsClose()) return false;
  if (!std::binary_search(facts.no_trunk_zero.begin(), facts.no_trunk_zero.end(), country))
    return shape.digits[0] == '0' || has_label || IsService(shape);
  return shape.sizes.size() >= 2 || has_label;
}

}  // namespace

std::optional<DialNumber> NumberChecks::Check(const std::string& digits,
                                              const std::string& country) {
  auto it = known_.find({digits, country});
  if (it != known_.end()) return it->second;
  if (left_ <= 0) return std::nullopt;
  --left_;
  it = known_.emplace(std::pair{digits, country}, ParseDialNumber(digits, country)).first;
  return it->second;
}

bool IsNanp(const PhoneFacts& facts, std::string_view country) {
  return std::binary_search(facts.nanp.begin(), facts.nanp.end(), country);
}

bool IsTrapped(const PhoneFacts& facts, const NumberShape& shape, const NumberSigns& signs) {
  if (signs.IsClose()) return false;
  return shape.IsNanpStrong() ? SureTrapBefore(facts, signs.before)
                              : TrapBefore(facts, signs.before);
}

std::optional<DialNumber> ResolveNumber(const PhoneFacts& facts, NumberChecks& checks,
                                        const NumberShape& shape, const NumberSigns& signs) {
  if (shape.has_plus) return checks.Check("+" + shape.digits, "");
  if (IsTrapped(facts, shape, signs)) return std::nullopt;
  if (shape.digits.size() >= 11 && shape.digits.compare(0, 2, "00") == 0) {
    if (auto number = checks.Check("+" + shape.digits.substr(2), "")) return number;
  }
  const bool is_elsewhere =
      signs.is_country_sure && !signs.countries.empty() && !IsNanp(facts, signs.countries[0]);
  const bool may_be_nanp =
      shape.IsNanpStrong() || signs.countries.empty() || IsNanp(facts, signs.countries[0]);
  // "1-800-555-0142" is one wherever it stands.
  const bool is_whole = shape.HasLeadingOne() && shape.IsNanpStrong();
  if (shape.IsNanpLength() && shape.IsNanpGrouped() && may_be_nanp && (is_whole || !is_elsewhere)) {
    if (auto number = checks.Check(shape.digits, "US")) return number;
  }
  for (const std::string& country : signs.countries) {
    if (!FitsPlan(facts, shape, country, signs)) continue;
    if (auto number = checks.Check(shape.digits, country)) return number;
  }
  if (shape.IsNanpLength() && (shape.IsNanpStrong() || (signs.label && !is_elsewhere))) {
    if (auto number = checks.Check(shape.digits, "US")) return number;
  }
  // "Tel: 965 2397 0072": the country code without its plus.
  if (signs.label && shape.digits.size() >= 10 && shape.digits[0] != '0') {
    auto number = checks.Check("+" + shape.digits, "");
    if (number && (IsTried(signs.countries, number->country) ||
                   (signs.IsClose() && shape.sizes.size() >= 3 && !number->country.empty() &&
                    shape.digits.size() - shape.sizes[0] == number->national.size()))) {
      return number;
    }
  }
  return std::nullopt;
}

}  // namespace klikpad
