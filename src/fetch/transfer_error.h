// libcurl's results → klikpad's errors, each with a sentence for people. The sentences hold nothing
// that differs between two equal runs (times, ports of ours).

#pragma once

#include <curl/curl.h>

#include <string>

#include "model/exchange.h"

namespace klikpad {

struct TransferFailure {
  CURLcode code = CURLE_OK;
  std::string host;              // with its port where that is not the scheme's own
  std::string reason;            // libcurl's words, used for TLS only
  long verify_result = 0;        // OpenSSL's word on the certificate (CURLINFO_SSL_VERIFYRESULT)
  bool is_refused = false;       // a private address was not connected to
  bool is_header_limit = false;  // we stopped reading the headers
  bool has_headers = false;      // an answer had begun
};

struct Explanation {
  FetchError error = FetchError::kNone;
  std::string text;
  TlsFault tls_fault = TlsFault::kNone;  // of FetchError::kTls
};

Explanation ExplainFailure(const TransferFailure& failure);

}  // namespace klikpad
