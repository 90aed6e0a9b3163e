// What libcurl is told before a transfer.

#include <new>

#include "base/text.h"
#include "fetch/transfer.h"

namespace klikpad {
namespace {

constexpr const char* kAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5";

bool IsSecret(std::string_view header) {
  return StartsWithIgnoreAsciiCase(header, "authorization:") ||
         StartsWithIgnoreAsciiCase(header, "cookie:");
}

}  // namespace

void AppendTo(CurlList& list, const std::string& text) {
  curl_slist* longer = curl_slist_append(list.get(), text.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  (void)list.release();
  list.reset(longer);
}

void Transfer::Prepare(const HopRequest& request) {
  request_ = request;
  answer_ = HopAnswer{};
  reason_[0] = '\0';
  header_bytes_ = 0;
  thrown_away_ = 0;
  headers_ended_ = false;
  was_refused_ = false;
  cut_ = Cut::kNone;
  decoder_.reset();

  ForgetCookies();
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
  curl_easy_setopt(handle_, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(handle_, CURLOPT_DEBUGFUNCTION, &Transfer::OnDebug);
  curl_easy_setopt(handle_, CURLOPT_DEBUGDATA, this);
  SetHeaders();
  SetTrust();
  SetCookies();
}

void Transfer::SetHeaders() {
  headers_.reset();
  bool has_accept = false, has_encoding = false;
  for (const std::string& header : settings_.options.headers) {
    if (!request_.sends_secrets && IsSecret(header)) continue;
    has_accept = has_accept || StartsWithIgnoreAsciiCase(header, "accept:");
    has_encoding = has_encoding || StartsWithIgnoreAsciiCase(header, "accept-encoding:");
    AppendTo(headers_, header);
  }
  if (!request_.is_uncompressed && !has_encoding) {
    AppendTo(headers_, "Accept-Encoding: " + DecodableEncodings());
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

// Before every reset and at the end: libcurl 7.88 loses the memory of a list of cookie files
// otherwise.
void Transfer::ForgetCookies() { curl_easy_setopt(handle_, CURLOPT_COOKIEFILE, nullptr); }

void Transfer::SetCookies() {
  curl_easy_setopt(handle_, CURLOPT_COOKIEFILE, "");
  for (const std::string& cookie : request_.cookies) {
    curl_easy_setopt(handle_, CURLOPT_COOKIELIST, cookie.c_str());
  }
}

}  // namespace klikpad
