// Signs are looked for where a postcode may stand at all; the nearest wins.

#include "find/phone/postal.h"

#include <re2/re2.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/byte_set.h"
#include "find/address/text.h"

namespace klikpad {
namespace {

constexpr int kMaxBlocks = 200;           // with digits, of one page
constexpr std::size_t kMaxAddress = 250;  // bytes between an address and its number
constexpr int kMaxBlocksToAddress = 4;

// The country of the first or last postal sign in a text.
std::string SignIn(const PhoneFacts& facts, std::string_view text, bool is_last) {
  if (!CodeShapesIn(text).Any()) return "";
  std::string country;
  const char* where = nullptr;
  for (const PostalSign& sign : facts.postal_signs) {
    re2::StringPiece rest(text.data(), text.size()), found;
    for (int i = 0; i < 20; ++i) {
      if (!sign.pattern->Match(rest, 0, rest.size(), re2::RE2::UNANCHORED, &found, 1)) break;
      if (where == nullptr || (is_last ? found.data() > where : found.data() < where)) {
        where = found.data();
        country = sign.country;
      }
      if (!is_last) break;
      rest.remove_prefix(static_cast<std::size_t>(found.data() - rest.data()) +
                         std::max<std::size_t>(1, found.size()));
    }
  }
  return country;
}

// "Victoria 3000": four digits behind a word with a capital.
bool HasNameBeforeFour(std::string_view text) {
  const auto is_digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  const auto is_letter = [&](std::size_t i) {
    return (text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z';
  };
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(i)) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (is_digit(end)) ++end;
    std::size_t word = i;
    while (word > 0 && (text[word - 1] == ' ' || text[word - 1] == ',')) --word;
    std::size_t begin = word;
    while (begin > 0 && is_letter(begin - 1)) --begin;
    if (end - i == 4 && begin < word && text[begin] <= 'Z') return true;
    i = end;
  }
  return false;
}

}  // namespace

std::vector<std::string> CountriesByPost(const Page& page, const PhoneFacts& facts) {
  std::vector<std::pair<int, std::string>> counts;
  for (const PostalSign& sign : facts.postal_signs) counts.emplace_back(0, sign.country);
  int left = kMaxBlocks;
  for (const TextBlock& block : page.blocks) {
    if (!block.is_visible || block.text.size() > 400) continue;
    static constexpr ByteSet kDigits("0123456789");
    if (kDigits.FindIn(block.text) == block.text.npos) continue;
    if (--left < 0) break;
    if (!CodeShapesIn(block.text).Any() && !HasNameBeforeFour(block.text)) continue;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (RE2::PartialMatch(block.text, *facts.postal_signs[i].pattern)) --counts[i].first;
    }
  }
  std::sort(counts.begin(), counts.end());
  std::vector<std::string> countries;
  for (const auto& [count, country] : counts) {
    if (count < 0) countries.push_back(country);
  }
  return countries;
}

std::string CountryOfAddress(const Page& page, const PhoneFacts& facts, int block, std::size_t at) {
  const TextBlock& own = page.blocks[static_cast<std::size_t>(block)];
  const std::string_view text = own.text;
  at = std::min(at, text.size());
  const std::size_t from = at > kMaxAddress ? at - kMaxAddress : 0;
  if (std::string sign = SignIn(facts, text.substr(from, at - from), true); !sign.empty())
    return sign;
  if (std::string sign = SignIn(facts, text.substr(at, kMaxAddress), false); !sign.empty())
    return sign;
  for (int i = block - 1; i >= 0 && i >= block - kMaxBlocksToAddress; --i) {
    const TextBlock& above = page.blocks[static_cast<std::size_t>(i)];
    if (above.heading != own.heading || above.region != own.region ||
        above.kind == TextKind::kHeading || above.text.size() > kMaxAddress) {
      break;
    }
    if (std::string sign = SignIn(facts, above.text, true); !sign.empty()) return sign;
  }
  return "";
}

}  // namespace klikpad
