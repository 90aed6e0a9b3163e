// The easy handle: options, callbacks and the end.

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

constexpr const char* kAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5";
// A redirect's body is read, so that its connection can be used again, but not without end.
constexpr std::uint64_t kMaxRedirectBody = 64u << 10;

bool IsSecret(std::string_view header) {
  return StartsWithIgnoreAsciiCase(header, "authorization:") ||
         StartsWithIgnoreAsciiCase(header, "cookie:");
}

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

void AppendTo(CurlList& list, const std::string& text) {
  curl_slist* longer = curl_slist_append(list.get(), text.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  (void)list.release();
  list.reset(longer);
}

Transfer::Transfer(const TransferSettings& settings)
    : settings_(settings), handle_(curl_easy_init()) {
  if (handle_ == nullptr) throw std::bad_alloc();
}

Transfer::~Transfer() { curl_easy_cleanup(handle_); }

void Transfer::Prepare(const HopRequest& request) {
  request_ = request;
  answer_ = HopAnswer{};
  reason_[0] = '\0';
  header_bytes_ = 0;
  thrown_away_ = 0;
  headers_ended_ = false;
  was_refused_ = false;
  cut_ = Cut::kNone;

  curl_easy_reset(handle_);
  const FetchOptions& options = settings_.options;
  curl_easy_setopt(handle_, CURLOPT_URL, request_.url.WithoutFragment().c_str());
  curl_easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle_, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle_, CURLOPT_PATH_AS_IS, 1L);
  curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle_, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_2TLS});
  curl_easy_setopt(handle_, CURLOPT_PIPEWAIT, request_.url.Scheme() == "https" ? 1L : 0L);
  curl_easy_setopt(handle_, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  curl_easy_setopt(handle_, CURLOPT_USERAGENT, options.user_agent.c_str());
  curl_easy_setopt(handle_, CURLOPT_ACCEPT_ENCODING,
                   request_.is_uncompressed ? nullptr : settings_.accept_encoding.c_str());
  curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, static_cast<long>(request_.timeout.count()));
  curl_easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(options.connect_timeout.count()));
  curl_easy_setopt(handle_, CURLOPT_BUFFERSIZE, 64L * 1024);
  curl_easy_setopt(handle_, CURLOPT_ERRORBUFFER, reason_.data());
  curl_easy_setopt(handle_, CURLOPT_CONNECT_TO, settings_.connect_to.get());
  curl_easy_setopt(handle_, CURLOPT_PRIVATE, this);
  curl_easy_setopt(handle_, CURLOPT_HEADERFUNCTION, &Transfer::OnHeader);
  curl_easy_setopt(handle_, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(handle_, CURLOPT_WRITEFUNCTION, &Transfer::OnBody);
  curl_easy_setopt(handle_, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(handle_, CURLOPT_OPENSOCKETFUNCTION, &Transfer::OnOpenSocket);
  curl_easy_setopt(handle_, CURLOPT_OPENSOCKETDATA, this);
  SetHeaders();
  SetTrust();
  SetCookies();
}

void Transfer::SetHeaders() {
  headers_.reset();
  bool has_accept = false;
  for (const std::string& header : settings_.options.headers) {
    if (!request_.sends_secrets && IsSecret(header)) continue;
    has_accept = has_accept || StartsWithIgnoreAsciiCase(header, "accept:");
    AppendTo(headers_, header);
  }
  if (!request_.accept.empty()) {
    AppendTo(headers_, "Accept: " + request_.accept);
  } else if (!has_accept) {
    AppendTo(headers_, std::string("Accept: ") + kAccept);
  }
  curl_easy_setopt(handle_, CURLOPT_HTTPHEADER, headers_.get());
}

void Transfer::SetTrust() {
  const Trust& trust = settings_.trust;
  if (!trust.bundle_text.empty()) {
    curl_blob blob{const_cast<char*>(trust.bundle_text.data()), trust.bundle_text.size(),
                   CURL_BLOB_NOCOPY};
    curl_easy_setopt(handle_, CURLOPT_CAINFO_BLOB, &blob);
  } else if (!trust.bundle_file.empty()) {
    curl_easy_setopt(handle_, CURLOPT_CAINFO, trust.bundle_file.c_str());
    // With a bundle and without a folder libcurl keeps the parsed certificates between connections.
    curl_easy_setopt(handle_, CURLOPT_CAPATH, nullptr);
  }
}

void Transfer::SetCookies() {
  curl_easy_setopt(handle_, CURLOPT_COOKIEFILE, "");
  curl_easy_setopt(handle_, CURLOPT_COOKIELIST, "ALL");
  for (const std::string& cookie : request_.cookies) {
    curl_easy_setopt(handle_, CURLOPT_COOKIELIST, cookie.c_str());
  }
}

std::size_t Transfer::OnHeader(char* data, std::size_t size, std::size_t count, void* self) {
  const std::size_t bytes = size * count;
  return static_cast<Transfer*>(self)->TakeHeader({data, bytes}) ? bytes : 0;
}

std::size_t Transfer::OnBody(char* data, std::size_t size, std::size_t count, void* self) {
  const std::size_t bytes = size * count;
  return static_cast<Transfer*>(self)->TakeBody({data, bytes}) ? bytes : 0;
}

curl_socket_t Transfer::OnOpenSocket(void* self, curlsocktype, curl_sockaddr* address) {
  auto* transfer = static_cast<Transfer*>(self);
  if (transfer->request_.needs_public_address && !IsPublicAddress(AddressText(address->addr))) {
    transfer->was_refused_ = true;
    return CURL_SOCKET_BAD;
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
  answer_.is_public = address != nullptr && IsPublicAddress(address);
  answer_.http_version = version == CURL_HTTP_VERSION_1_0   ? "1.0"
                         : version == CURL_HTTP_VERSION_1_1 ? "1.1"
                         : version == CURL_HTTP_VERSION_2   ? "2"
                                                            : "";
  answer_.status = headers_ended_ ? static_cast<int>(status) : 0;
  const bool is_our_cut =
      cut_ == Cut::kSkipped || cut_ == Cut::kRedirectBody || cut_ == Cut::kBodyLimit;
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
  failure.is_refused = was_refused_;
  failure.is_header_limit = cut_ == Cut::kHeaderLimit;
  failure.has_headers = headers_ended_;
  auto [error, text] = ExplainFailure(failure);
  answer_.is_bad_encoding = code == CURLE_BAD_CONTENT_ENCODING;
  answer_.error_text = std::move(text);
  // What came before the break is worth reading: an answer came, but not all of it.
  if (!answer_.body.empty() && (error == FetchError::kBroken || error == FetchError::kTimeout)) {
    answer_.is_truncated = true;
    answer_.is_broken_off = error == FetchError::kBroken;
    return;
  }
  answer_.error = error;
  answer_.status = 0;
  answer_.headers.clear();
  answer_.http_version.clear();
}

}  // namespace klikpad
