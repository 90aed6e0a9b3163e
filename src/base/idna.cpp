// Domains to ASCII by ICU's UTS #46.

#include <unicode/idna.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <memory>

#include "base/domain.h"
#include "base/text.h"

namespace klikpad {
namespace {

// CheckHyphens and VerifyDnsLength are false in the standard; ICU can only report them.
constexpr std::uint32_t kIgnoredErrors =
    UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |
    UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

// Immutable and safe for threads (ICU's words), so one instance serves all.
const icu::IDNA* Uts46() {
  static const std::unique_ptr<const icu::IDNA> instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<const icu::IDNA>(icu::IDNA::createUTS46Instance(
        UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII |
            UIDNA_NONTRANSITIONAL_TO_UNICODE,
        status));
  }();
  return instance.get();
}

}  // namespace

std::optional<std::string> DomainToAscii(std::string_view domain) {
  // ASCII passes lowercased whatever its xn-- labels hold, as in browsers.
  if (std::all_of(domain.begin(), domain.end(), [](char c) { return (c & 0x80) == 0; })) {
    return AsciiLower(domain);
  }
  // Decoding would put U+FFFD here, which UTS #46 disallows.
  if (!IsValidUtf8(domain)) return std::nullopt;
  // No name is that long; ICU's time grows with the square of a label's length.
  constexpr std::size_t kMaxBytes = 4096;
  if (domain.size() > kMaxBytes) return std::nullopt;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::IDNAInfo info;
  UErrorCode status = U_ZERO_ERROR;
  Uts46()->nameToASCII_UTF8(
      icu::StringPiece(domain.data(), static_cast<std::int32_t>(domain.size())), sink, info,
      status);
  if (U_FAILURE(status) || (info.getErrors() & ~kIgnoredErrors) != 0) return std::nullopt;
  return out;
}

}  // namespace klikpad
