// Hashing blocks.

#include "crawl/page_print.h"

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/url.h"

namespace klikpad {
namespace {

constexpr std::size_t kShortestName = 3;
constexpr int kMostWeight = 200;  // bytes of a block that count

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Digits in a row become one "#", also behind a "#" that stands there; `out` is memory for it.
std::string_view Mask(std::string_view text, std::string& out) {
  if (!HasDigit(text)) return text;
  out.clear();
  for (const char c : text) {
    if (!IsDigit(c)) {
      out += c;
    } else if (out.empty() || out.back() != '#') {
      out += '#';
    }
  }
  return out;
}

void Remove(std::string& text, const std::string& part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
    text.erase(at, part.size());
  }
}

// Bit by bit over all hashes, which is done for several at a time, not hash by hash over all bits.
class SimHash {
 public:
  void Add(std::uint64_t hash, int weight) {
    hashes_.push_back(hash);
    weights_.push_back(static_cast<std::uint64_t>(weight));
    total_ += static_cast<std::uint64_t>(weight);
  }
  std::uint64_t Value() const {
    std::uint64_t value = 0;
    for (int bit = 0; bit < 64; ++bit) {
      std::uint64_t set = 0;  // weight of those that have the bit
      for (std::size_t i = 0; i < hashes_.size(); ++i) {
        set += weights_[i] & (0 - (hashes_[i] >> bit & 1));
      }
      if (2 * set > total_) value |= std::uint64_t{1} << bit;
    }
    return value == 0 ? 1 : value;
  }
  bool HasAny() const { return !hashes_.empty(); }

 private:
  std::vector<std::uint64_t> hashes_, weights_;
  std::uint64_t total_ = 0;
};

// The last segment of the address as masked text has it, "" for a short one.
std::string NameOf(const std::string& address) {
  const auto url = Url::Parse(address);
  const auto segments = url ? url->PathSegments() : std::vector<std::string>();
  if (segments.empty() || segments.back().size() < kShortestName) return {};
  std::string memory;
  return std::string(Mask(segments.back(), memory));
}

}  // namespace

bool HasDigit(std::string_view text) {
  unsigned char has_digit = 0;  // looked for up to the end, which is many letters at a time
  for (const char c : text) {
    const auto above_zero = static_cast<unsigned char>(c - '0');
    has_digit |= static_cast<unsigned char>(above_zero < 10);
  }
  return has_digit != 0;
}

PagePrint PrintOf(const Page& page) {
  PagePrint print;
  const std::string name = NameOf(page.url);
  SimHash main, others;
  std::string memory, without_name;
  std::uint64_t whole = 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> elsewhere;
  for (const TextBlock& block : page.blocks) {
    if (!block.is_visible || block.text.empty()) continue;
    std::string_view masked = Mask(block.text, memory);
    const std::uint64_t hash = Hash64(masked);
    const bool is_same = masked.data() == block.text.data();
    whole = whole * 0x9E3779B97F4A7C15ull + (is_same ? hash : Hash64(block.text));
    print.bytes += block.text.size();
    std::uint64_t named = hash;
    if (!name.empty() && masked.find(name) != std::string_view::npos) {
      without_name = masked;
      Remove(without_name, name);
      masked = without_name;
      named = Hash64(masked);
    }
    const int weight = std::min(static_cast<int>(masked.size()), kMostWeight);
    const bool is_main = block.region == Region::kMain;
    (is_main ? main : others).Add(named, weight);
    const bool is_body = block.kind != TextKind::kTitle && block.kind != TextKind::kHeading &&
                         block.kind != TextKind::kButton;
    if (!is_body) continue;
    const auto size = static_cast<std::uint32_t>(block.text.size());
    (is_main ? print.blocks : elsewhere).emplace_back(hash, size);
  }
  print.whole = whole;
  if (print.blocks.empty()) print.blocks = std::move(elsewhere);
  for (const auto& [hash, size] : print.blocks) print.body_bytes += size;
  const SimHash& said = main.HasAny() ? main : others;
  if (said.HasAny()) print.main = said.Value();
  return print;
}

int Distance(std::uint64_t a, std::uint64_t b) { return std::popcount(a ^ b); }

}  // namespace klikpad
