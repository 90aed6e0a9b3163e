// An HTTP response as it stands in a web archive: with its transfer and content codings, or with
// headers that still name codings which the recorder took off.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/exchange.h"

namespace klikpad {

struct HttpMessage {
  int status = 0;
  std::string http_version;  // "1.1"
  Headers headers;           // names lower case
  std::string body;          // codings taken off
  bool is_cut = false;       // larger than the limit
  std::string problem;       // "" when the body could be decoded
};

// HTTP/0.9 to 2, line ends of CR LF or LF (RFC 9112 §2.2). Nothing when the bytes are no response.
std::optional<HttpMessage> ParseHttpResponse(std::string_view bytes, std::size_t max_body);

// The same without looking at the body.
std::optional<HttpMessage> ParseHttpHead(std::string_view bytes);

}  // namespace klikpad
