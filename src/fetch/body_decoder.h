// Content codings of an answer (RFC 9110 §8.4) undone as its bytes come: gzip, deflate, br, zstd,
// also one in the other. Unlike libcurl's own decoding it knows whether the coded stream came to
// its end: half a page must never pass for a whole one.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

// One coding. Feeds decoded bytes to `out`, which says by false that it wants no more.
class Decoder {
 public:
  using Out = std::function<bool(std::string_view)>;
  enum class State { kGood, kBroken, kEnough };
  virtual ~Decoder() = default;
  virtual State Feed(std::string_view bytes, const Out& out) = 0;
  // The end of the coded stream was met, or nothing was ever fed.
  virtual bool IsWhole() const = 0;
};

class BodyDecoder {
 public:
  // For the value of a Content-Encoding header; "" decodes nothing. IsKnown() is false for a coding
  // that is not known, and for more than five in each other.
  explicit BodyDecoder(std::string_view content_encoding);

  bool IsKnown() const { return is_known_; }
  Decoder::State Feed(std::string_view bytes, const Decoder::Out& out);
  bool IsWhole() const;

 private:
  Decoder::State FeedFrom(std::size_t index, std::string_view bytes, const Decoder::Out& out);

  std::vector<std::unique_ptr<Decoder>> decoders_;  // the outermost coding first
  bool is_known_ = true;
};

// What can be decoded, for Accept-Encoding.
std::string DecodableEncodings();

}  // namespace klikpad
