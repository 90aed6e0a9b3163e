// Percent-encoding and -decoding: one table with a bit for each encode set.

#include "base/percent.h"

#include "base/url.h"

namespace klikpad {
namespace {

constexpr std::array<std::uint8_t, 256> MakeTable() {
  std::array<std::uint8_t, 256> table{};
  auto add = [&table](std::string_view characters, EncodeSet set) {
    for (char c : characters)
      table[static_cast<unsigned char>(c)] |= static_cast<std::uint8_t>(set);
  };
  constexpr std::string_view kQuery = " \"#<>";
  constexpr std::string_view kPathMore = "?^`{}";
  add(" \"<>`", EncodeSet::kFragment);
  add(kQuery, EncodeSet::kQuery);
  add(kQuery, EncodeSet::kSpecialQuery);
  add("'", EncodeSet::kSpecialQuery);
  add(kQuery, EncodeSet::kPath);
  add(kPathMore, EncodeSet::kPath);
  add(kQuery, EncodeSet::kUserinfo);
  add(kPathMore, EncodeSet::kUserinfo);
  add("/:;=@[\\]|", EncodeSet::kUserinfo);
  for (int c = 0; c < 256; ++c) {
    if (c < 0x20 || c > 0x7E) table[c] = 0xFF;
  }
  return table;
}

constexpr auto kEncodeTable = MakeTable();

bool IsUnreserved(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

}  // namespace

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void AppendPercentByte(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const char triple[] = {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  out.append(triple, 3);
}

void AppendPercentEncoded(std::string& out, std::string_view text, EncodeSet set) {
  const auto bit = static_cast<std::uint8_t>(set);
  std::size_t clean_from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((kEncodeTable[byte] & bit) == 0) continue;
    out.append(text, clean_from, i - clean_from);
    AppendPercentByte(out, byte);
    clean_from = i + 1;
  }
  out.append(text, clean_from);
}

std::string PercentDecode(std::string_view text) {
  std::size_t i = text.find('%');
  if (i == std::string_view::npos) return std::string(text);
  std::string out(text.substr(0, i));
  out.reserve(text.size());
  for (; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = HexDigit(text[i + 1]);
      const int low = HexDigit(text[i + 2]);
      if (high >= 0 && low >= 0) {
        out += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

std::string PercentEncode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (IsUnreserved(byte)) {
      out += c;
    } else {
      AppendPercentByte(out, byte);
    }
  }
  return out;
}

}  // namespace klikpad
