// A candidate number in the number plans of the countries it may belong to.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "find/phone/numbers.h"
#include "find/phone/shape.h"
#include "find/phone/words.h"
#include "rules/phones.h"

namespace klikpad {

// Bounds the cost of a page however rich in digits: libphonenumber is asked at most `kMaxChecks`
// times and never twice for the same digits; words are weighed beside at most `kMaxLooks` digit
// groups.
class NumberChecks {
 public:
  static constexpr int kMaxChecks = 450;
  static constexpr int kMaxLooks = 2500;
  std::optional<DialNumber> Check(const std::string& digits, const std::string& country);
  bool IsSpent() const { return left_ <= 0 || looks_ <= 0; }
  bool MayLook() { return looks_-- > 0; }

 private:
  int left_ = kMaxChecks;
  int looks_ = kMaxLooks;
  std::map<std::pair<std::string, std::string>, std::optional<DialNumber>> known_;
};

// What stands around a candidate.
struct NumberSigns {
  std::string before;  // folded text before it, on its line
  std::optional<LabelHit> label;
  std::vector<std::string> countries;  // to try, the likeliest first
  bool is_country_sure = false;        // the page's country is known, not guessed
  bool IsClose() const { return label && label->is_close; }
};

bool IsNanp(const PhoneFacts& facts, std::string_view country);
// True when the words before it say that it is no phone number and its writing does not contradict.
bool IsTrapped(const PhoneFacts& facts, const NumberShape& shape, const NumberSigns& signs);
// The number in its plan, when a plan knows it and its writing is that of a phone number.
std::optional<DialNumber> ResolveNumber(const PhoneFacts& facts, NumberChecks& checks,
                                        const NumberShape& shape, const NumberSigns& signs);

}  // namespace klikpad
