// Finds in a quote what was printed for a number.

#include "model/shown_value.h"

#include <algorithm>
#include <string_view>

namespace klikpad {
namespace {

constexpr std::size_t kFewestDigits = 6;
constexpr std::size_t kCountryCode = 3;  // digits at most (ITU-T E.164)

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsE164(std::string_view value) {
  return value.size() > kFewestDigits && value.front() == '+' &&
         std::all_of(value.begin() + 1, value.end(), IsDigit);
}

// `digits` as printed may be those of `whole`, which begins with a country code.
bool IsNumber(std::string_view digits, std::string_view whole) {
  if (digits.starts_with("00")) digits.remove_prefix(2);
  if (digits == whole) return true;
  if (digits.starts_with('0')) digits.remove_prefix(1);
  return digits.size() >= kFewestDigits && whole.ends_with(digits) &&
         whole.size() - digits.size() <= kCountryCode;
}

// Bytes of what may stand between groups of digits; 0 for anything else.
std::size_t SeparatorAt(std::string_view text) {
  constexpr std::string_view kBetween = " ()+-./";
  if (kBetween.find(text.front()) != kBetween.npos) return 1;
  // Space that does not break, hyphen that does not, en dash, narrow space.
  for (const std::string_view sign : {"\u00A0", "\u2011", "\u2013", "\u202F"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

// What `quote` prints of the number from `begin` on, "" when it is another.
std::string_view PrintedAt(std::string_view quote, std::size_t begin, std::string_view whole) {
  std::string digits;
  for (std::size_t i = begin; i < quote.size() && digits.size() <= whole.size() + 2;) {
    if (IsDigit(quote[i])) {
      digits += quote[i++];
      const bool goes_on = i < quote.size() && IsDigit(quote[i]);
      if (!goes_on && IsNumber(digits, whole)) return quote.substr(begin, i - begin);
      continue;
    }
    const std::string_view rest = quote.substr(i);
    const std::size_t step = rest.starts_with("(0)") ? 3 : SeparatorAt(rest);  // "+31 (0)88 …"
    if (step == 0) break;
    i += step;
  }
  return {};
}

}  // namespace

std::string_view PrintedNumber(std::string_view quote, std::string_view value) {
  if (!IsE164(value)) return {};
  const std::string_view whole = value.substr(1);
  for (std::size_t i = 0; i < quote.size(); ++i) {
    const bool is_begin = IsDigit(quote[i]) || quote[i] == '+' || quote[i] == '(';
    const bool is_inside = i > 0 && (IsDigit(quote[i - 1]) || quote[i - 1] == '+');
    if (!is_begin || is_inside) continue;
    if (const auto printed = PrintedAt(quote, i, whole); !printed.empty()) return printed;
  }
  return {};
}

std::string ShownValue(const EvidenceRow& row) {
  if (!row.ref.starts_with("contacts/")) return row.value;
  if (row.label == "chat" && row.value == "unknown") return row.quote;
  const std::string_view printed = PrintedNumber(row.quote, row.value);
  return printed.empty() ? row.value : std::string(printed);
}

}  // namespace klikpad
