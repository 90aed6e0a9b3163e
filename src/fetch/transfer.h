// One request on the wire by libcurl: sets up an easy handle, gathers headers and body within the
// limits, and says in plain words how it ended.

#pragma once

#include <curl/curl.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fetch/body_decoder.h"
#include "fetch/curl_fetcher.h"
#include "fetch/hop.h"
#include "fetch/trust.h"

namespace klikpad {

struct CurlListFree {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlList = std::unique_ptr<curl_slist, CurlListFree>;
void AppendTo(CurlList& list, const std::string& text);

// What all transfers of a fetcher share.
struct TransferSettings {
  FetchOptions options;
  Trust trust;
  CurlList connect_to;
  std::vector<std::string> named_addresses;  // that connect_to names: the user's own will
};

// Reused for one transfer after another, so that the handle's caches live on.
class Transfer {
 public:
  // `settings` outlives the transfer.
  explicit Transfer(const TransferSettings& settings);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  CURL* Handle() const { return handle_; }
  // Makes the handle ready for this request.
  void Prepare(const HopRequest& request);
  // The answer, after curl was done with the result `code`.
  HopAnswer Finish(CURLcode code);

  // Of use to the fetcher: which job this transfer runs.
  std::size_t job = 0;

 private:
  enum class Cut { kNone, kSkipped, kRedirectBody, kBodyLimit, kHeaderLimit, kEncoding };

  void SetHeaders();
  void SetTrust();
  void SetCookies();
  void ForgetCookies();
  bool TakeHeader(std::string_view line);
  bool EndHeaders();
  bool TakeBody(std::string_view bytes);
  void ReserveBody();
  bool TakeDecoded(std::string_view bytes);
  void Explain(CURLcode code);

  static std::size_t OnHeader(char* data, std::size_t size, std::size_t count, void* self);
  static int OnDebug(CURL*, curl_infotype type, char* data, std::size_t size, void* self);
  static std::size_t OnBody(char* data, std::size_t size, std::size_t count, void* self);
  static curl_socket_t OnOpenSocket(void* self, curlsocktype purpose, curl_sockaddr* address);

  const TransferSettings& settings_;
  CURL* handle_;
  HopRequest request_;
  HopAnswer answer_;
  CurlList headers_;
  std::optional<BodyDecoder> decoder_;  // once the body begins
  std::array<char, CURL_ERROR_SIZE> reason_{};
  std::uint64_t header_bytes_ = 0;
  std::uint64_t thrown_away_ = 0;
  bool headers_ended_ = false;
  bool was_refused_ = false;  // a private address was not connected to
  Cut cut_ = Cut::kNone;
};

}  // namespace klikpad
