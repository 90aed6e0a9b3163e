// Streams of zlib, brotli and zstd.

#include "fetch/body_decoder.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <new>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostCodings = 5;  // as libcurl has it: each may grow the body a thousandfold
constexpr std::size_t kBuffer = 64u << 10;
constexpr int kGzip = 15 + 16;  // zlib: 16 more than the window bits means a gzip wrapper
constexpr int kZlib = 15;
constexpr int kBare = -15;

// gzip with all its members, and what "deflate" means on the web: zlib's wrapper, or none at all.
class ZlibDecoder : public Decoder {
 public:
  explicit ZlibDecoder(bool is_gzip) : is_gzip_(is_gzip) {
    if (inflateInit2(&stream_, is_gzip ? kGzip : kZlib) != Z_OK) throw std::bad_alloc();
  }
  ~ZlibDecoder() override { inflateEnd(&stream_); }
  ZlibDecoder(const ZlibDecoder&) = delete;
  ZlibDecoder& operator=(const ZlibDecoder&) = delete;

  State Feed(std::string_view bytes, const Out& out) override {
    if (bytes.empty()) return State::kGood;
    const bool is_first = !has_begun_;
    has_begun_ = true;
    if (is_first && !is_gzip_ && (bytes[0] & 0x0F) != Z_DEFLATED) inflateReset2(&stream_, kBare);
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    std::array<char, kBuffer> buffer;
    while (stream_.avail_in > 0 || stream_.avail_out == 0) {
      if (is_whole_ && !BeginsAgain()) return State::kGood;
      stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream_.avail_out = buffer.size();
      const int code = inflate(&stream_, Z_NO_FLUSH);
      const std::size_t got = buffer.size() - stream_.avail_out;
      if (got > 0 && !out({buffer.data(), got})) return State::kEnough;
      is_whole_ = code == Z_STREAM_END;
      if (code == Z_BUF_ERROR) return State::kGood;  // it wants more
      if (code != Z_OK && code != Z_STREAM_END) return State::kBroken;
      if (is_whole_) stream_.avail_out = 1;
    }
    return State::kGood;
  }

  bool IsWhole() const override { return is_whole_ || !has_begun_; }

 private:
  // Another member behind the end; whatever else stands there is padding.
  bool BeginsAgain() {
    if (!is_gzip_ || stream_.avail_in == 0 || *stream_.next_in != 0x1F) return false;
    is_whole_ = false;
    return inflateReset(&stream_) == Z_OK;
  }

  z_stream stream_{};
  bool is_gzip_;
  bool has_begun_ = false, is_whole_ = false;
};

class BrotliDecoder : public Decoder {
 public:
  BrotliDecoder() : state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
    if (state_ == nullptr) throw std::bad_alloc();
  }
  ~BrotliDecoder() override { BrotliDecoderDestroyInstance(state_); }
  BrotliDecoder(const BrotliDecoder&) = delete;
  BrotliDecoder& operator=(const BrotliDecoder&) = delete;

  State Feed(std::string_view bytes, const Out& out) override {
    has_begun_ = has_begun_ || !bytes.empty();
    auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t left = bytes.size();
    std::array<std::uint8_t, kBuffer> buffer;
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && !IsFinished()) {
      std::uint8_t* place = buffer.data();
      std::size_t room = buffer.size();
      result = BrotliDecoderDecompressStream(state_, &left, &in, &room, &place, nullptr);
      const std::size_t got = buffer.size() - room;
      if (got > 0 && !out({reinterpret_cast<char*>(buffer.data()), got})) return State::kEnough;
    }
    return result == BROTLI_DECODER_RESULT_ERROR ? State::kBroken : State::kGood;
  }

  bool IsWhole() const override { return IsFinished() || !has_begun_; }

 private:
  bool IsFinished() const { return BrotliDecoderIsFinished(state_) == BROTLI_TRUE; }

  BrotliDecoderState* state_;
  bool has_begun_ = false;
};

class ZstdDecoder : public Decoder {
 public:
  ZstdDecoder() : stream_(ZSTD_createDStream()) {
    if (stream_ == nullptr) throw std::bad_alloc();
    // RFC 9659 §3: content codings use no window larger than 8 MB.
    ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, 23);
  }
  ~ZstdDecoder() override { ZSTD_freeDStream(stream_); }
  ZstdDecoder(const ZstdDecoder&) = delete;
  ZstdDecoder& operator=(const ZstdDecoder&) = delete;

  State Feed(std::string_view bytes, const Out& out) override {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::array<char, kBuffer> buffer;
    bool is_full = false;  // there may be more behind a full buffer
    while (in.pos < in.size || is_full) {
      ZSTD_outBuffer place{buffer.data(), buffer.size(), 0};
      const std::size_t wanted = ZSTD_decompressStream(stream_, &place, &in);
      if (ZSTD_isError(wanted) != 0) return State::kBroken;
      if (place.pos > 0 && !out({buffer.data(), place.pos})) return State::kEnough;
      is_whole_ = wanted == 0;
      is_full = place.pos == place.size && !is_whole_;
    }
    return State::kGood;
  }

  bool IsWhole() const override { return is_whole_; }

 private:
  ZSTD_DStream* stream_;
  bool is_whole_ = true;
};

}  // namespace

BodyDecoder::BodyDecoder(std::string_view content_encoding) {
  std::vector<std::unique_ptr<Decoder>> inner_first;
  for (const std::string_view part : Split(content_encoding, ',')) {
    const std::string name = AsciiLower(Trim(part));
    if (name.empty() || name == "identity") continue;
    if (inner_first.size() == kMostCodings) is_known_ = false;
    if (!is_known_) return;
    if (name == "gzip" || name == "x-gzip") {
      inner_first.push_back(std::make_unique<ZlibDecoder>(true));
    } else if (name == "deflate") {
      inner_first.push_back(std::make_unique<ZlibDecoder>(false));
    } else if (name == "br") {
      inner_first.push_back(std::make_unique<BrotliDecoder>());
    } else if (name == "zstd") {
      inner_first.push_back(std::make_unique<ZstdDecoder>());
    } else {
      is_known_ = false;
    }
  }
  std::reverse(inner_first.begin(), inner_first.end());
  decoders_ = std::move(inner_first);
}

Decoder::State BodyDecoder::Feed(std::string_view bytes, const Decoder::Out& out) {
  return FeedFrom(0, bytes, out);
}

Decoder::State BodyDecoder::FeedFrom(std::size_t index, std::string_view bytes,
                                     const Decoder::Out& out) {
  using State = Decoder::State;
  if (index == decoders_.size()) return out(bytes) ? State::kGood : State::kEnough;
  State inner = State::kGood;
  const State own = decoders_[index]->Feed(bytes, [&](std::string_view decoded) {
    inner = FeedFrom(index + 1, decoded, out);
    return inner == State::kGood;
  });
  return inner != State::kGood ? inner : own;
}

bool BodyDecoder::IsWhole() const {
  return std::all_of(decoders_.begin(), decoders_.end(),
                     [](const auto& decoder) { return decoder->IsWhole(); });
}

std::string DecodableEncodings() { return "gzip, br, zstd"; }

}  // namespace klikpad
