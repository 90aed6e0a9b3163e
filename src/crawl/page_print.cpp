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

// Digits in a row become one "#".
void Mask(std::string_view text, std::string& out) {
  out.clear();
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit) {
      out += c;
    } else if (out.empty() || out.back() != '#') {
      out += '#';
    }
  }
}

void Remove(std::string& text, const std::string& part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
    text.erase(at, part.size());
  }
}

class SimHash {
 public:
  void Add(std::uint64_t hash, int weight) {
    for (int bit = 0; bit < 64; ++bit) sums_[bit] += (hash >> bit & 1) != 0 ? weight : -weight;
    has_any_ = true;
  }
  std::uint64_t Value() const {
    std::uint64_t value = 0;
    for (int bit = 0; bit < 64; ++bit) {
      if (sums_[bit] > 0) value |= std::uint64_t{1} << bit;
    }
    return has_any_ && value == 0 ? 1 : value;
  }
  bool HasAny() const { return has_any_; }

 private:
  std::array<std::int64_t, 64> sums_{};
  bool has_any_ = false;
};

// The last segment of the address as masked text has it, "" for a short one.
std::string NameOf(const std::string& address) {
  const auto url = Url::Parse(address);
  const auto segments = url ? url->PathSegments() : std::vector<std::string>();
  if (segments.empty() || segments.back().size() < kShortestName) return {};
  std::string name;
  Mask(segments.back(), name);
  return name;
}

}  // namespace

PagePrint PrintOf(const Page& page) {
  PagePrint print;
  const std::string name = NameOf(page.url);
  SimHash main, all;
  std::string masked;
  std::uint64_t whole = 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> elsewhere;
  for (const TextBlock& block : page.blocks) {
    if (!block.is_visible || block.text.empty()) continue;
    Mask(block.text, masked);
    const std::uint64_t hash = Hash64(masked);
    whole = whole * 0x9E3779B97F4A7C15ull + Hash64(block.text);
    print.bytes += block.text.size();
    std::uint64_t named = hash;
    if (!name.empty() && masked.find(name) != std::string::npos) {
      Remove(masked, name);
      named = Hash64(masked);
    }
    const int weight = std::min(static_cast<int>(masked.size()), kMostWeight);
    all.Add(named, weight);
    const bool is_main = block.region == Region::kMain;
    if (is_main) main.Add(named, weight);
    const bool is_body = block.kind != TextKind::kTitle && block.kind != TextKind::kHeading &&
                         block.kind != TextKind::kButton;
    if (!is_body) continue;
    const auto size = static_cast<std::uint32_t>(block.text.size());
    (is_main ? print.blocks : elsewhere).emplace_back(hash, size);
  }
  print.whole = whole;
  if (print.blocks.empty()) print.blocks = std::move(elsewhere);
  for (const auto& [hash, size] : print.blocks) print.body_bytes += size;
  if (all.HasAny()) print.main = main.HasAny() ? main.Value() : all.Value();
  return print;
}

int Distance(std::uint64_t a, std::uint64_t b) { return std::popcount(a ^ b); }

}  // namespace klikpad
