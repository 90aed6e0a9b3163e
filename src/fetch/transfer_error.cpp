// The table of failures.

#include "fetch/transfer_error.h"

#include <fmt/format.h>

#include "base/text.h"

namespace klikpad {
namespace {

std::string TlsSentence(const TransferFailure& failure) {
  constexpr std::string_view kPrefix = "SSL certificate problem: ";
  std::string reason = failure.reason;
  if (reason.starts_with(kPrefix)) {
    return fmt::format("the certificate of {} is not trusted: {}", failure.host,
                       reason.substr(kPrefix.size()));
  }
  if (reason.empty()) return fmt::format("no secure connection to {}", failure.host);
  return fmt::format("no secure connection to {}: {}", failure.host, ToValidUtf8(reason));
}

}  // namespace

std::pair<FetchError, std::string> ExplainFailure(const TransferFailure& failure) {
  const std::string& host = failure.host;
  if (failure.is_refused) {
    return {
        FetchError::kRefused,
        fmt::format("{} lies in a private network, to which a public site may not redirect", host)};
  }
  if (failure.is_header_limit) {
    return {FetchError::kBroken, fmt::format("the headers of {} are larger than the limit", host)};
  }
  switch (failure.code) {
    case CURLE_URL_MALFORMAT:
      return {FetchError::kBadUrl, "this is no address that can be fetched"};
    case CURLE_COULDNT_RESOLVE_HOST:
      return {FetchError::kDns, fmt::format("the host {} is not known", host)};
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {FetchError::kDns, "the proxy's host is not known"};
    case CURLE_COULDNT_CONNECT:
      return {FetchError::kConnect, fmt::format("{} does not accept a connection", host)};
    case CURLE_PROXY:
      return {FetchError::kConnect, fmt::format("the proxy gives no connection to {}", host)};
    case CURLE_OPERATION_TIMEDOUT:
      return {FetchError::kTimeout, failure.has_headers
                                        ? fmt::format("{} did not finish its answer in time", host)
                                        : fmt::format("{} did not answer in time", host)};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_USE_SSL_FAILED:
      return {FetchError::kTls, TlsSentence(failure)};
    case CURLE_GOT_NOTHING:
      return {FetchError::kBroken, fmt::format("{} closed the connection without an answer", host)};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      return {FetchError::kBroken, fmt::format("what {} answered is no HTTP", host)};
    case CURLE_BAD_CONTENT_ENCODING:
      return {FetchError::kBroken, fmt::format("the answer of {} is not encoded as it says", host)};
    case CURLE_ABORTED_BY_CALLBACK:
      return {FetchError::kCancelled, "stopped"};
    default:
      return {FetchError::kBroken, fmt::format("the connection to {} broke off", host)};
  }
}

}  // namespace klikpad
