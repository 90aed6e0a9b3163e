// Retry-After and the failures that pass.

#include "fetch/retry.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace klikpad {
namespace {

constexpr std::int64_t kDay = 86400;

std::optional<std::int64_t> ParseHttpDate(std::string_view text) {
  const time_t seconds = curl_getdate(std::string(text).c_str(), nullptr);
  if (seconds == -1) return std::nullopt;
  return static_cast<std::int64_t>(seconds);
}

}  // namespace

std::optional<std::chrono::milliseconds> RetryAfter(const Headers& headers) {
  const std::string_view value = FindHeader(headers, "retry-after");
  if (value.empty()) return std::nullopt;
  std::int64_t seconds = 0;
  const auto number = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (number.ptr != value.data() + value.size() || number.ec != std::errc()) {
    const auto until = ParseHttpDate(value);
    const auto now = ParseHttpDate(FindHeader(headers, "date"));
    if (!until || !now) return std::nullopt;
    seconds = *until - *now;
  }
  return std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, kDay));
}

bool IsWorthRetrying(const HopAnswer& answer) {
  if (answer.error == FetchError::kConnect || answer.error == FetchError::kBroken) return true;
  if (answer.is_broken_off) return true;
  return answer.error == FetchError::kNone && (answer.status == 429 || answer.status == 502 ||
                                               answer.status == 503 || answer.status == 504);
}

}  // namespace klikpad
