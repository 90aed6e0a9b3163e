// Clusters of digits with little between them; years, prices and dates of a few digits fall
// through.

#include "find/phone/prefilter.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxGap = 12;  // bytes: four separators of three bytes each
constexpr std::size_t kEnough = 6;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetter(char c) { return IsUpper(c) || (c >= 'a' && c <= 'z'); }

}  // namespace

bool SaysSms(std::string_view text) {
  const auto is = [&](std::size_t i, char c) { return (text[i] | 32) == c; };
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (is(i, 's') && is(i + 1, 'm') && is(i + 2, 's')) return true;
    if (i + 4 < text.size() && is(i, 't') && is(i + 1, 'e') && is(i + 2, 'x') && is(i + 3, 't') &&
        text[i + 4] == ' ') {
      return true;
    }
  }
  return false;
}

bool CapitalsFollow(std::string_view text, std::size_t at) {
  for (int steps = 0; steps < 3 && at < text.size(); ++steps, ++at) {
    if (text[at] != ')' && text[at] != '-' && text[at] != '.' && text[at] != ' ') break;
  }
  return at + 2 < text.size() && IsUpper(text[at]) && IsUpper(text[at + 1]) &&
         IsUpper(text[at + 2]);
}

bool MayHoldNumber(std::string_view text, const PhoneFacts& facts) {
  if (text.find("\xEF\xBC") != text.npos) return true;  // full-width digits
  std::string cluster, previous;  // digits near each other; the last group but one
  std::size_t end = 0;            // of the last group
  bool has_few = false;           // three to five digits stand near each other somewhere
  for (std::size_t i = 0; i < text.size();) {
    if (!IsDigit(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && IsDigit(text[i])) ++i;
    if (i - begin >= kEnough) return true;
    const std::string_view gap = text.substr(end, begin - end);
    const bool is_near =
        !cluster.empty() && gap.size() <= kMaxGap && std::none_of(gap.begin(), gap.end(), IsLetter);
    if (!is_near) {
      cluster.clear();
      previous.clear();
    }
    const std::string_view group = text.substr(begin, i - begin);
    cluster += group;
    if (cluster.size() >= kEnough) return true;
    has_few = has_few || cluster.size() >= 3;
    if (group.size() >= 3 && facts.IsShort(group)) return true;
    if (!previous.empty() && facts.IsShort(previous + std::string(group))) return true;
    previous = group;
    end = i;
    const bool may_spell = cluster.size() >= 3 && CapitalsFollow(text, i);
    if (may_spell) return true;
  }
  return has_few && SaysSms(text);
}

}  // namespace klikpad
