// Hand-written scans: one pass over the bytes, no backtracking.

#include "find/accounts/handle_tokens.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace klikpad {
namespace {

bool IsWordByte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::vector<HandleToken> HandleTokens(std::string_view text) {
  std::vector<HandleToken> tokens;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    if (at > 0 && (IsWordByte(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == '/' ||
                   text[at - 1] == '@')) {
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_' ||
            text[end] == '.' || text[end] == '-' || (text[end] == '@' && end > at + 1))) {
      ++end;
    }
    while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    if (end > at + 2) tokens.push_back({at, end});
  }
  return tokens;
}

bool LeadsOn(std::string_view between) {
  std::string word;
  for (char c : between) {
    if (std::isalpha(static_cast<unsigned char>(c))) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (c != ' ' && c != '(' && c != '[') {
      return false;
    }
  }
  static const std::vector<std::string> kWords{"",   "op", "on", "via", "auf", "bei", "sur",
                                               "en", "su", "di", "at",  "bij", "in"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end() &&
         (!word.empty() || between.find('(') != std::string_view::npos);
}

std::optional<AccountLink> PrintedAddress(std::string_view word, const Networks& networks) {
  while (!word.empty() &&
         std::string_view("(\"<[-:'").find(word.front()) != std::string_view::npos) {
    word.remove_prefix(1);
  }
  while (!word.empty() &&
         std::string_view(".,;:)!?\">").find(word.back()) != std::string_view::npos) {
    word.remove_suffix(1);
  }
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos || word.size() > 200 || word.find('.') > word.rfind('/')) {
    return std::nullopt;
  }
  const bool has_scheme = word.starts_with("https://") || word.starts_with("http://");
  if (!has_scheme && word.find(':') != std::string_view::npos) return std::nullopt;
  const auto url = Url::Parse(has_scheme ? std::string(word) : "https://" + std::string(word));
  auto account = url ? ClassifyNearest(*url, networks) : std::nullopt;
  if (!account || account->handle.empty() || account->network->channel.empty()) {
    return std::nullopt;
  }
  if (account->use != Use::kFollow && account->use != Use::kContact) return std::nullopt;
  return account;
}

}  // namespace klikpad
