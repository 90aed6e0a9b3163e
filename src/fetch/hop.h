// One request on the wire and its one answer, before redirects and retries are looked at.

#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/url.h"
#include "model/exchange.h"

namespace klikpad {

struct HopRequest {
  Url url;  // http or https, without credentials
  std::string accept;
  std::vector<std::string> cookies;  // in curl's spelling (Netscape lines)
  std::chrono::milliseconds timeout{0};
  bool follows_redirects = true;      // the body of a redirect is thrown away
  bool any_type = false;              // read bodies that are no text
  bool needs_public_address = false;  // refuse to connect to a private address
  bool sends_secrets = true;          // the user's own Authorization and Cookie headers
  bool is_uncompressed = false;       // ask for no Content-Encoding
};

struct HopAnswer {
  int status = 0;  // 0 when there was none
  Headers headers;
  std::string body;
  bool is_truncated = false;
  bool is_broken_off = false;    // truncated by the connection, not by our limit: worth another try
  bool is_bad_encoding = false;  // the body was not what its Content-Encoding said
  bool is_skipped = false;
  FetchError error = FetchError::kNone;
  TlsFault tls_fault = TlsFault::kNone;
  std::string error_text;
  std::chrono::milliseconds elapsed{0};
  std::chrono::milliseconds first_byte{0};  // from the request to the answer's first byte
  Wire wire;
  std::vector<std::string> cookies;  // all that are known now
  bool is_public = false;            // the address that answered is a public one
};

}  // namespace klikpad
