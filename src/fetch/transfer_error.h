// libcurl's results → klikpad's errors, each with a sentence for people. The sentences hold nothing
// that differs between two equal runs (times, ports of ours).

#pragma once

#include <curl/curl.h>

#include <string>
#include <utility>

#include "model/exchange.h"

namespace klikpad {

struct TransferFailure {
  CURLcode code = CURLE_OK;
  std::string host;              // with its port where that is not the scheme's own
  std::string reason;            // libcurl's words, used for TLS only
  bool is_refused = false;       // a private address was not connected to
  bool is_header_limit = false;  // we stopped reading the headers
  bool has_headers = false;      // an answer had begun
};

std::pair<FetchError, std::string> ExplainFailure(const TransferFailure& failure);

}  // namespace klikpad
