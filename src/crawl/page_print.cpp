// Hashing blocks.

#include "crawl/page_print.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <string_view>

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

class SimHash {
 public:
  void Add(std::uint64_t hash, int weight) {
    for (std::size_t bit = 0; bit < 64; ++bit) {
      sums_[bit] += weight & -static_cast<int>(hash >> bit & 1);
    }
    total_ += weight;
    has_any_ = true;
  }
  void Add(const SimHash& other) {
    for (std::size_t bit = 0; bit < 64; ++bit) sums_[bit] += other.sums_[bit];
    total_ += other.total_;
    has_any_ = has_any_ || other.has_any_;
  }
  std::uint64_t Value() const {
    std::uint64_t value = 0;
    for (std::size_t bit = 0; bit < 64; ++bit) {
      if (2 * sums_[bit] > total_) value |= std::uint64_t{1} << bit;
    }
    return has_any_ && value == 0 ? 1 : value;
  }
  bool HasAny() const { return has_any_; }

 private:
  std::array<std::int64_t, 64> sums_{};  // weight of those that have the bit
  std::int64_t total_ = 0;
  bool has_any_ = false;
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
  SimHash main, all;  // `all` gets `main` at the end
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
    (is_main ? main : all).Add(named, weight);
    const bool is_body = block.kind != TextKind::kTitle && block.kind != TextKind::kHeading &&
                         block.kind != TextKind::kButton;
    if (!is_body) continue;
    const auto size = static_cast<std::uint32_t>(block.text.size());
    (is_main ? print.blocks : elsewhere).emplace_back(hash, size);
  }
  print.whole = whole;
  if (print.blocks.empty()) print.blocks = std::move(elsewhere);
  for (const auto& [hash, size] : print.blocks) print.body_bytes += size;
  all.Add(main);
  if (all.HasAny()) print.main = main.HasAny() ? main.Value() : all.Value();
  return print;
}

int Distance(std::uint64_t a, std::uint64_t b) { return std::popcount(a ^ b); }

}  // namespace klikpad
