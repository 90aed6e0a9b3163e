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

// What `quote` prints of the number from `begin` on, "" when it is another.
std::string_view PrintedAt(std::string_view quote, std::size_t begin, std::string_view whole) {
  constexpr std::string_view kBetween = " ()+-./";
  std::string digits;
  for (std::size_t i = begin; i < quote.size() && digits.size() <= whole.size() + 2; ++i) {
    if (quote.substr(i).starts_with("(0)")) i += 3;  // "+31 (0)88 …"
    if (i >= quote.size()) break;
    if (IsDigit(quote[i])) {
      digits += quote[i];
      const bool goes_on = i + 1 < quote.size() && IsDigit(quote[i + 1]);
      if (!goes_on && IsNumber(digits, whole)) return quote.substr(begin, i + 1 - begin);
    } else if (kBetween.find(quote[i]) == kBetween.npos) {
      break;
    }
  }
  return {};
}

std::string_view Printed(std::string_view quote, std::string_view whole) {
  for (std::size_t i = 0; i < quote.size(); ++i) {
    const bool is_begin = IsDigit(quote[i]) || quote[i] == '+' || quote[i] == '(';
    const bool is_inside = i > 0 && (IsDigit(quote[i - 1]) || quote[i - 1] == '+');
    if (!is_begin || is_inside) continue;
    if (const auto printed = PrintedAt(quote, i, whole); !printed.empty()) return printed;
  }
  return {};
}

}  // namespace

std::string ShownValue(const EvidenceRow& row) {
  if (!row.ref.starts_with("contacts/")) return row.value;
  if (row.label == "chat" && row.value == "unknown") return row.quote;
  if (!IsE164(row.value)) return row.value;
  const std::string_view printed = Printed(row.quote, std::string_view(row.value).substr(1));
  return printed.empty() ? row.value : std::string(printed);
}

}  // namespace klikpad
