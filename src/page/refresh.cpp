// The shared declarative refresh steps, step by step.

#include <algorithm>

#include "base/text.h"
#include "page/head.h"

namespace klikpad {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<RefreshValue> ParseRefresh(std::string_view in) {
  std::size_t i = 0;
  const auto skip_space = [&] {
    while (i < in.size() && IsSpace(in[i])) ++i;
  };
  constexpr int kMaxSeconds = 1'000'000'000;
  RefreshValue value;
  skip_space();
  const std::size_t digits = i;
  for (; i < in.size() && IsDigit(in[i]); ++i) {
    value.seconds = std::min(kMaxSeconds, value.seconds) * 10LL + (in[i] - '0') > kMaxSeconds
                        ? kMaxSeconds
                        : value.seconds * 10 + (in[i] - '0');
  }
  if (i == digits && (i >= in.size() || in[i] != '.')) return std::nullopt;
  while (i < in.size() && (IsDigit(in[i]) || in[i] == '.')) ++i;
  if (i >= in.size()) return value;
  if (in[i] != ';' && in[i] != ',' && !IsSpace(in[i])) return std::nullopt;
  skip_space();
  if (i < in.size() && (in[i] == ';' || in[i] == ',')) ++i;
  skip_space();
  if (i >= in.size()) return value;

  std::string_view url = in.substr(i);
  if (StartsWithIgnoreAsciiCase(url, "url")) {
    std::size_t j = 3;
    while (j < url.size() && IsSpace(url[j])) ++j;
    if (j < url.size() && url[j] == '=') {
      ++j;
      while (j < url.size() && IsSpace(url[j])) ++j;
      url = url.substr(j);
    }
  }
  if (!url.empty() && (url[0] == '\'' || url[0] == '"')) {
    const char quote = url[0];
    url.remove_prefix(1);
    url = url.substr(0, url.find(quote));
  }
  value.url = std::string(Trim(url));
  return value;
}

}  // namespace klikpad
