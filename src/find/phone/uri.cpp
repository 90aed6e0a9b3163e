// Reads the digits, the extension and the context of a telephone address.

#include "find/phone/uri.h"

#include "base/text.h"
#include "base/url.h"
#include "find/phone/text.h"

namespace klikpad {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string ParameterOf(std::string_view parameters, std::string_view name) {
  for (std::string_view part : Split(parameters, ';')) {
    const std::size_t equals = part.find('=');
    if (equals == part.npos) continue;
    if (EqualsIgnoreAsciiCase(Trim(part.substr(0, equals)), name)) {
      return std::string(Trim(part.substr(equals + 1)));
    }
  }
  return "";
}

char KeypadDigit(char upper) { return "22233344455566677778889999"[upper - 'A']; }

// Letters of a vanity number ("1-800-FLOWERS") count as digits only when a digit came before them.
void Append(std::string& number, char c) {
  if (IsDigit(c)) number += c;
  if (c == '+' && number.empty()) number = "+";
  const char upper = static_cast<char>(c & ~0x20);
  const bool is_letter = upper >= 'A' && upper <= 'Z' && c != '@';
  if (is_letter && number.size() >= 3) number += KeypadDigit(upper);
}

}  // namespace

std::optional<PhoneUri> ParsePhoneUri(std::string_view href) {
  PhoneUri uri;
  const std::size_t colon = href.substr(0, 16).find(':');
  if (colon == href.npos) return std::nullopt;
  const std::string_view scheme = Trim(href.substr(0, colon));
  const auto is = [&](std::string_view name) { return EqualsIgnoreAsciiCase(scheme, name); };
  uri.is_sms = is("sms") || is("smsto");
  if (!uri.is_sms && !is("tel") && !is("callto")) return std::nullopt;
  const PlainText plain = Plain(ToValidUtf8(PercentDecode(href.substr(colon + 1))));
  std::string_view rest = plain.text;
  while (!rest.empty() && (rest.front() == '/' || rest.front() == ' ')) rest.remove_prefix(1);
  if (const std::size_t query = rest.find('?'); query != rest.npos) rest = rest.substr(0, query);
  std::string_view parameters;
  if (const std::size_t semicolon = rest.find(';'); semicolon != rest.npos) {
    parameters = rest.substr(semicolon + 1);
    rest = rest.substr(0, semicolon);
  }
  uri.extension = ParameterOf(parameters, "ext");
  const std::string context = ParameterOf(parameters, "phone-context");
  if (!context.empty() && context.front() == '+') uri.context = context;
  // Pauses (",", "p", "w") come before digits to send once connected.
  std::size_t digits = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    const char lower = static_cast<char>(c | 0x20);
    const bool is_pause =
        c == ',' || ((lower == 'p' || lower == 'w') && i + 1 < rest.size() && IsDigit(rest[i + 1]));
    const bool is_extension = lower == 'x' && i + 1 < rest.size() && IsDigit(rest[i + 1]);
    const std::string word = AsciiLower(rest.substr(i, 3));
    if (digits >= 6 && (is_pause || is_extension || word == "ext" || c == '#')) {
      if (uri.extension.empty()) {
        for (char e : rest.substr(i)) {
          if (IsDigit(e)) uri.extension += e;
        }
      }
      break;
    }
    Append(uri.number, c);
    if (IsDigit(c)) ++digits;
  }
  if (digits < 3) return std::nullopt;
  // "+31(0)20…": the zero is dialled at home only. libphonenumber drops it after a country code.
  return uri;
}

}  // namespace klikpad
