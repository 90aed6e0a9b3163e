// The table of failures.

#include "fetch/transfer_error.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "base/text.h"

namespace klikpad {
namespace {

// X509_V_ERR_* of openssl/x509_vfy.h, which are fixed: openssl-verification-options(1).
constexpr long kUnspecified = 1;  // libcurl sets it when it begins
constexpr long kNotYetValid = 9, kHasExpired = 10, kSelfSigned = 18;
constexpr long kIssuers[] = {2, 19, 20, 21};  // of the chain: self-signed, or not to be had

TlsFault FaultOf(const TransferFailure& failure) {
  switch (failure.verify_result) {
    case kHasExpired:
      return TlsFault::kExpired;
    case kNotYetValid:
      return TlsFault::kNotYetValid;
    case kSelfSigned:
      return TlsFault::kSelfSigned;
    default:
      break;
  }
  for (const long issuer : kIssuers) {
    if (failure.verify_result == issuer) return TlsFault::kUnknownIssuer;
  }
  // Names are compared by libcurl itself, once the chain was found good.
  const bool is_name = failure.code == CURLE_PEER_FAILED_VERIFICATION &&
                       failure.verify_result <= kUnspecified &&
                       failure.reason.find("name") != std::string::npos;
  return is_name ? TlsFault::kOtherHost : TlsFault::kOther;
}

Explanation ExplainTls(const TransferFailure& failure) {
  constexpr std::string_view kPrefix = "SSL certificate problem: ";
  const std::string& host = failure.host;
  const TlsFault fault = FaultOf(failure);
  const auto say = [&](std::string text) {
    return Explanation{FetchError::kTls, std::move(text), fault};
  };
  switch (fault) {
    case TlsFault::kExpired:
      return say(fmt::format("the certificate of {} has expired", host));
    case TlsFault::kNotYetValid:
      return say(fmt::format("the certificate of {} is not yet valid", host));
    case TlsFault::kOtherHost:
      return say(fmt::format("the certificate of {} is for another host", host));
    case TlsFault::kSelfSigned:
      return say(fmt::format("the certificate of {} is signed by itself", host));
    default:
      break;
  }
  const std::string reason = ToValidUtf8(failure.reason);
  if (reason.starts_with(kPrefix)) {
    return say(fmt::format("the certificate of {} is not trusted: {}", host,
                           reason.substr(kPrefix.size())));
  }
  if (reason.empty()) return say(fmt::format("no secure connection to {}", host));
  return say(fmt::format("no secure connection to {}: {}", host, reason));
}

}  // namespace

Explanation ExplainFailure(const TransferFailure& failure) {
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
      return ExplainTls(failure);
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
