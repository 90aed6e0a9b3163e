// Which failures are worth another try, and when (RFC 9110 §10.2.3, Retry-After).

#pragma once

#include <chrono>
#include <optional>

#include "fetch/hop.h"

namespace klikpad {

// The wait that the answer asks for: seconds, or a date set against the answer's own Date header.
// Nothing when there is no such header, or a date without a Date beside it.
std::optional<std::chrono::milliseconds> RetryAfter(const Headers& headers);

// True for a refused connection, a broken answer, and the statuses 429, 502, 503 and 504.
bool IsWorthRetrying(const HopAnswer& answer);

}  // namespace klikpad
