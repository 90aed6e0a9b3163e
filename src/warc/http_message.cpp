// Heads, chunks and codings of recorded responses.

#include "warc/http_message.h"

#include <brotli/decode.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/gzip.h"
#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxHeaders = 1000;

// Takes a line off `text`; the rest when no line end follows.
std::string_view TakeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// "HTTP/1.1 200 OK" → version and status (RFC 9112 §4; HTTP/2 has no line, tools write one).
bool TakeStatusLine(std::string_view& text, HttpMessage& message) {
  if (!StartsWithIgnoreAsciiCase(text, "http/")) return false;
  std::string_view line = TakeLine(text).substr(5);
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return false;
  message.http_version = std::string(line.substr(0, space));
  line = Trim(line.substr(space));
  const auto [end, code] = std::from_chars(line.data(), line.data() + line.size(), message.status);
  return code == std::errc() && end == line.data() + 3 && message.status >= 100;
}

// The body behind the head.
std::optional<std::string_view> TakeHead(std::string_view bytes, HttpMessage& message) {
  if (!TakeStatusLine(bytes, message)) return std::nullopt;
  while (!bytes.empty()) {
    const std::string_view line = TakeLine(bytes);
    if (line.empty()) return bytes;
    if (message.headers.size() >= kMaxHeaders) return std::nullopt;
    const bool is_folded = line.starts_with(' ') || line.starts_with('\t');
    if (is_folded && !message.headers.empty()) {
      message.headers.back().second.append(" ").append(Trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    message.headers.emplace_back(AsciiLower(Trim(line.substr(0, colon))),
                                 std::string(Trim(line.substr(colon + 1))));
  }
  return bytes;
}

// RFC 9112 §7.1. Nothing when these are no chunks: some tools take the coding off and leave its
// header.
std::optional<std::string> JoinChunks(std::string_view body) {
  std::string joined;
  while (true) {
    std::string_view line = TakeLine(body);
    line = Trim(line.substr(0, line.find(';')));
    std::size_t size = 0;
    const auto [end, code] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (line.empty() || code != std::errc() || end != line.data() + line.size()) {
      return std::nullopt;
    }
    if (size == 0) return joined;
    joined.append(body.substr(0, size));
    if (body.size() <= size) return joined;  // cut off amid a chunk
    body.remove_prefix(size);
    if (!TakeLine(body).empty()) return std::nullopt;
  }
}

std::optional<std::string> Unbrotli(std::string_view bytes, std::size_t max_bytes) {
  BrotliDecoderState* state = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
  if (state == nullptr) return std::nullopt;
  std::string out;
  std::vector<std::uint8_t> buffer(1u << 16);
  std::size_t in_left = bytes.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    std::size_t out_left = buffer.size();
    std::uint8_t* place = buffer.data();
    result = BrotliDecoderDecompressStream(state, &in_left, &in, &out_left, &place, nullptr);
    const std::size_t got = buffer.size() - out_left;
    if (out.size() + got > max_bytes) result = BROTLI_DECODER_RESULT_ERROR;
    out.append(reinterpret_cast<const char*>(buffer.data()), got);
  }
  BrotliDecoderDestroyInstance(state);
  if (result != BROTLI_DECODER_RESULT_SUCCESS) return std::nullopt;
  return out;
}

// Text, as far as its beginning tells: then a tool took the coding off and left its header.
bool LooksPlain(std::string_view body) {
  return std::none_of(body.begin(), body.begin() + std::min<std::ptrdiff_t>(std::ssize(body), 64),
                      [](char c) { return c >= 0 && c < '\t'; });
}

// Takes one coding off.
void TakeOff(std::string_view coding, std::size_t max_body, HttpMessage& message) {
  if (coding.empty() || coding == "identity" || message.body.empty()) return;
  std::optional<std::string> plain;
  if (coding == "gzip" || coding == "x-gzip") {
    plain = Gunzip(message.body, max_body);
  } else if (coding == "deflate") {
    plain = Inflate(message.body, max_body);
  } else if (coding == "br") {
    plain = Unbrotli(message.body, max_body);
  } else {
    message.problem = "its Content-Encoding is not known: " + std::string(coding);
    return;
  }
  if (plain) {
    message.body = std::move(*plain);
  } else if (!LooksPlain(message.body)) {
    message.problem = "its body is no good " + std::string(coding);
  }
}

}  // namespace

std::optional<HttpMessage> ParseHttpHead(std::string_view bytes) {
  HttpMessage message;
  if (!TakeHead(bytes, message)) return std::nullopt;
  return message;
}

std::optional<HttpMessage> ParseHttpResponse(std::string_view bytes, std::size_t max_body) {
  HttpMessage message;
  const auto body = TakeHead(bytes, message);
  if (!body) return std::nullopt;
  const std::string transfer = AsciiLower(FindHeader(message.headers, "transfer-encoding"));
  const bool is_chunked = transfer.find("chunked") != std::string::npos;
  std::optional<std::string> joined = is_chunked ? JoinChunks(*body) : std::nullopt;
  message.body = joined ? std::move(*joined) : std::string(*body);
  const std::string codings = AsciiLower(FindHeader(message.headers, "content-encoding"));
  std::vector<std::string_view> list = Split(codings, ',');
  for (auto coding = list.rbegin(); coding != list.rend() && message.problem.empty(); ++coding) {
    TakeOff(Trim(*coding), max_body, message);
  }
  message.is_cut = message.body.size() > max_body;
  if (message.is_cut) message.body.resize(max_body);
  return message;
}

}  // namespace klikpad
