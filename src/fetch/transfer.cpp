// A transfer's callbacks and its end; its beginning stands in transfer_setup.cpp.

#include "fetch/transfer.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <new>

#include "base/text.h"
#include "fetch/address.h"
#include "fetch/content_type.h"
#include "fetch/redirect.h"
#include "fetch/transfer_error.h"

namespace klikpad {
namespace {

// A redirect's body is read, so that its connection can be used again, but not without end.
constexpr std::uint64_t kMaxRedirectBody = 64u << 10;

std::string AddressText(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* bytes = nullptr;
  if (address.sa_family == AF_INET) {
    bytes = &reinterpret_cast<const sockaddr_in&>(address).sin_addr;
  } else if (address.sa_family == AF_INET6) {
    bytes = &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
  }
  if (bytes == nullptr) return {};
  const char* done = inet_ntop(address.sa_family, bytes, text.data(), text.size());
  return done == nullptr ? std::string() : std::string(done);
}

}  // namespace

Transfer::Transfer(const TransferSettings& settings)
    : settings_(settings), handle_(curl_easy_init()) {
  if (handle_ == nullptr) throw std::bad_alloc();
}

Transfer::~Transfer() {
  ForgetCookies();
  curl_easy_cleanup(handle_);
}

std::size_t Transfer::OnHeader(char* data, std::size_t size, std::size_t count, void* self) {
  const std::size_t bytes = size * count;
  return static_cast<Transfer*>(self)->TakeHeader({data, bytes}) ? bytes : 0;
}

// Only what is sent is of interest: the request as it went out, for the record.
int Transfer::OnDebug(CURL*, curl_infotype type, char* data, std::size_t size, void* self) {
  if (type == CURLINFO_HEADER_OUT) {
    static_cast<Transfer*>(self)->answer_.wire.request_head.assign(data, size);
  }
  return 0;
}

std::size_t Transfer::OnBody(char* data, std::size_t size, std::size_t count, void* self) {
  const std::size_t bytes = size * count;
  return static_cast<Transfer*>(self)->TakeBody({data, bytes}) ? bytes : 0;
}

curl_socket_t Transfer::OnOpenSocket(void* self, curlsocktype, curl_sockaddr* address) {
  auto* transfer = static_cast<Transfer*>(self);
  if (transfer->request_.needs_public_address) {
    // At connecting, when names are resolved: a name that changes its address changes nothing.
    const std::string text = AddressText(address->addr);
    const auto& named = transfer->settings_.named_addresses;
    if (!IsPublicAddress(text) && std::find(named.begin(), named.end(), text) == named.end()) {
      transfer->was_refused_ = true;
      return CURL_SOCKET_BAD;
    }
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool Transfer::TakeHeader(std::string_view line) {
  header_bytes_ += line.size();
  if (header_bytes_ > settings_.options.max_header_bytes) {
    cut_ = Cut::kHeaderLimit;
    return false;
  }
  // Trailers come after the body and mean nothing to us.
  if (headers_ended_) return true;
  const bool is_folded = line.starts_with(' ') || line.starts_with('\t');
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  if (line.empty()) return EndHeaders();
  if (line.starts_with("HTTP/")) {
    answer_.headers.clear();  // of an answer 1xx before
    return true;
  }
  if (is_folded && !answer_.headers.empty()) {
    answer_.headers.back().second.append(" ").append(Trim(line));
    return true;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return true;
  answer_.headers.emplace_back(AsciiLower(Trim(line.substr(0, colon))),
                               Trim(line.substr(colon + 1)));
  return true;
}

bool Transfer::EndHeaders() {
  long status = 0;
  curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
  if (status < 200) return true;
  headers_ended_ = true;
  answer_.status = static_cast<int>(status);
  const bool leads_on = request_.follows_redirects && IsRedirectStatus(answer_.status);
  if (leads_on || request_.any_type) return true;
  if (IsReadableType(FindHeader(answer_.headers, "content-type"))) return true;
  answer_.is_skipped = true;
  cut_ = Cut::kSkipped;
  return false;
}

bool Transfer::TakeBody(std::string_view bytes) {
  if (request_.follows_redirects && IsRedirectStatus(answer_.status) &&
      !FindHeader(answer_.headers, "location").empty()) {
    thrown_away_ += bytes.size();
    if (thrown_away_ <= kMaxRedirectBody) return true;
    cut_ = Cut::kRedirectBody;
    return false;
  }
  if (!decoder_) {
    decoder_.emplace(FindHeader(answer_.headers, "content-encoding"));
    ReserveBody();
  }
  const Decoder::State state =
      decoder_->IsKnown()
          ? decoder_->Feed(bytes, [this](std::string_view decoded) { return TakeDecoded(decoded); })
          : Decoder::State::kBroken;
  if (state == Decoder::State::kBroken) cut_ = Cut::kEncoding;
  return state == Decoder::State::kGood;
}

// What the server promises is believed up to a usual page: growing would copy the body again and
// again, and leave half of it unused.
void Transfer::ReserveBody() {
  constexpr curl_off_t kBelieved = 1 << 20;
  curl_off_t promised = -1;
  curl_easy_getinfo(handle_, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &promised);
  const bool is_plain = FindHeader(answer_.headers, "content-encoding").empty();
  if (is_plain && promised > 0 && promised <= kBelieved) {
    answer_.body.reserve(static_cast<std::size_t>(promised));
  }
}

bool Transfer::TakeDecoded(std::string_view bytes) {
  const std::uint64_t room = settings_.options.max_body_bytes - answer_.body.size();
  answer_.body.append(
      bytes.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(room, bytes.size()))));
  if (bytes.size() <= room) return true;
  cut_ = Cut::kBodyLimit;
  answer_.is_truncated = true;
  return false;
}

HopAnswer Transfer::Finish(CURLcode code) {
  curl_off_t elapsed = 0;
  long version = 0;
  long status = 0;
  char* address = nullptr;
  curl_slist* cookies = nullptr;
  curl_easy_getinfo(handle_, CURLINFO_TOTAL_TIME_T, &elapsed);
  curl_easy_getinfo(handle_, CURLINFO_HTTP_VERSION, &version);
  curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle_, CURLINFO_PRIMARY_IP, &address);
  curl_easy_getinfo(handle_, CURLINFO_COOKIELIST, &cookies);
  const CurlList cookie_list(cookies);
  for (const curl_slist* cookie = cookies; cookie != nullptr; cookie = cookie->next) {
    answer_.cookies.emplace_back(cookie->data);
  }
  answer_.elapsed = std::chrono::milliseconds(elapsed / 1000);
  curl_off_t sent = 0, began = 0;
  curl_easy_getinfo(handle_, CURLINFO_PRETRANSFER_TIME_T, &sent);
  curl_easy_getinfo(handle_, CURLINFO_STARTTRANSFER_TIME_T, &began);
  // Without an answer all of the time was waiting.
  answer_.first_byte = std::chrono::milliseconds(
      std::max<curl_off_t>(0, (began > 0 ? began : elapsed) - sent) / 1000);
  answer_.is_public = address != nullptr && IsPublicAddress(address);
  answer_.wire.address = address != nullptr ? address : "";
  answer_.wire.http_version = version == CURL_HTTP_VERSION_1_0   ? "1.0"
                              : version == CURL_HTTP_VERSION_1_1 ? "1.1"
                              : version == CURL_HTTP_VERSION_2   ? "2"
                                                                 : "";
  answer_.status = headers_ended_ ? static_cast<int>(status) : 0;
  const bool is_our_cut =
      cut_ == Cut::kSkipped || cut_ == Cut::kRedirectBody || cut_ == Cut::kBodyLimit;
  // libcurl is content with an answer that ends amid its headers.
  if (code == CURLE_OK && !headers_ended_) code = CURLE_RECV_ERROR;
  const bool is_half = code == CURLE_OK && decoder_ && !decoder_->IsWhole();
  if (cut_ == Cut::kEncoding || is_half) code = CURLE_BAD_CONTENT_ENCODING;
  if (code != CURLE_OK && !is_our_cut) Explain(code);
  if (cut_ == Cut::kBodyLimit) answer_.error_text = "the body is larger than the limit";
  headers_.reset();
  return std::move(answer_);
}

void Transfer::Explain(CURLcode code) {
  TransferFailure failure;
  failure.code = code;
  failure.host = request_.url.HostPort();
  failure.reason = reason_.data();
  curl_easy_getinfo(handle_, CURLINFO_SSL_VERIFYRESULT, &failure.verify_result);
  failure.is_refused = was_refused_;
  failure.is_header_limit = cut_ == Cut::kHeaderLimit;
  failure.has_headers = headers_ended_;
  auto [error, text, tls_fault] = ExplainFailure(failure);
  answer_.is_bad_encoding = code == CURLE_BAD_CONTENT_ENCODING;
  answer_.error_text = std::move(text);
  // What came before the break is worth reading: an answer came, but not all of it.
  if (!answer_.body.empty() && (error == FetchError::kBroken || error == FetchError::kTimeout)) {
    answer_.is_truncated = true;
    answer_.is_broken_off = error == FetchError::kBroken;
    return;
  }
  answer_.error = error;
  answer_.tls_fault = tls_fault;
  answer_.status = 0;
  answer_.headers.clear();
}

}  // namespace klikpad
