// A few numbers tell enough.

#include "find/phone/codes.h"

#include <optional>
#include <string_view>

#include "find/phone/text.h"
#include "find/phone/uri.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxNumbers = 40;
constexpr std::size_t kMinDigits = 8;

// The digits after the "+" at `at` with their separators taken out.
std::string DigitsAt(std::string_view text, std::size_t at) {
  std::string digits = "+";
  for (std::size_t i = at + 1; i < text.size() && digits.size() < 16; ++i) {
    if (text[i] >= '0' && text[i] <= '9') {
      digits += text[i];
    } else if (std::string_view(" ()-./").find(text[i]) == std::string_view::npos) {
      break;
    }
  }
  return digits;
}

std::vector<std::string> NumbersWithCode(const Page& page) {
  std::vector<std::string> numbers;
  for (const Link& link : page.links) {
    const std::optional<PhoneUri> uri = ParsePhoneUri(link.href);
    if (!uri || uri->number[0] != '+') continue;
    if (numbers.size() >= kMaxNumbers) return numbers;
    numbers.push_back(uri->number);
  }
  for (const TextBlock& block : page.blocks) {
    if (!block.is_visible || block.text.find('+') == block.text.npos) continue;
    const PlainText plain = Plain(block.text);
    for (std::size_t at = plain.text.find('+'); at != std::string::npos;
         at = plain.text.find('+', at + 1)) {
      std::string digits = DigitsAt(plain.text, at);
      if (digits.size() <= kMinDigits) continue;
      if (numbers.size() >= kMaxNumbers) return numbers;
      numbers.push_back(std::move(digits));
    }
  }
  return numbers;
}

}  // namespace

std::vector<std::string> CountriesOfCodes(const Page& page, NumberChecks& checks) {
  std::vector<std::string> countries;
  for (const std::string& number : NumbersWithCode(page)) {
    if (auto dial = checks.Check(number, "")) countries.push_back(dial->country);
  }
  return countries;
}

}  // namespace klikpad
