// Records to bytes and back (ISO 28500:2017 §4).

#include "warc/record.h"

#include <fmt/format.h>

#include <charconv>

#include "base/sha1.h"
#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxFields = 200;
constexpr std::size_t kMaxHead = 256u << 10;

// A line without its end, and what follows; nothing without a line end.
std::optional<std::string_view> TakeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || end > kMaxHead) return std::nullopt;
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<std::size_t> ParseLength(std::string_view text) {
  std::size_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string WarcRecordText(const WarcFields& fields, std::string_view block) {
  std::string text = "WARC/1.1\r\n";
  for (const auto& [name, value] : fields) text.append(name).append(": ").append(value) += "\r\n";
  text += fmt::format("WARC-Block-Digest: sha1:{}\r\n", Sha1Base32(block));
  text += fmt::format("Content-Length: {}\r\n\r\n", block.size());
  text.append(block).append("\r\n\r\n");
  return text;
}

std::optional<WarcRecord> ParseWarcRecord(std::string_view text) {
  const std::string_view whole = text;
  while (text.starts_with('\r') || text.starts_with('\n')) text.remove_prefix(1);
  if (!text.starts_with("WARC/")) return std::nullopt;
  const auto version = TakeLine(text);
  if (!version) return std::nullopt;
  WarcRecord record;
  record.version = Trim(version->substr(5));
  while (true) {
    const auto line = TakeLine(text);
    if (!line || record.fields.size() > kMaxFields) return std::nullopt;
    if (line->empty()) break;
    const bool is_folded = line->starts_with(' ') || line->starts_with('\t');
    if (is_folded && !record.fields.empty()) {
      record.fields.back().second.append(" ").append(Trim(*line));
      continue;
    }
    const std::size_t colon = line->find(':');
    // wget --no-warc-digests writes whatever is in memory as a digest, line ends among it.
    if (colon == std::string_view::npos) continue;
    record.fields.emplace_back(AsciiLower(Trim(line->substr(0, colon))),
                               std::string(Trim(line->substr(colon + 1))));
  }
  const auto length = ParseLength(record.Field("content-length"));
  if (!length) return std::nullopt;
  record.is_cut = text.size() < *length;
  record.block = text.substr(0, *length);
  text.remove_prefix(record.block.size());
  for (int i = 0; i < 4 && (text.starts_with('\r') || text.starts_with('\n')); ++i) {
    text.remove_prefix(1);
  }
  record.length = whole.size() - text.size();
  return record;
}

bool HasGoodBlockDigest(const WarcRecord& record) {
  std::string_view digest = record.Field("warc-block-digest");
  if (!StartsWithIgnoreAsciiCase(digest, "sha1:") || digest.size() != 5 + 32) return true;
  return AsciiLower(digest.substr(5)) == AsciiLower(Sha1Base32(record.block));
}

}  // namespace klikpad
