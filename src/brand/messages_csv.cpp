// CSV (RFC 4180), row by row.

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "brand/raw_message.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxFields = 500;
constexpr int kEnd = -1;

// Rows of a CSV file. Bytes come from a buffer of our own: a stream's get() is slow.
class CsvRows {
 public:
  explicit CsvRows(std::istream& in) : in_(in) {}

  struct Row {
    std::int64_t line = 0;
    std::int64_t lines = 1;  // that it spans
    std::vector<std::string> fields;
    std::string fault;  // "" when it is well formed
  };

  void SetDelimiter(char delimiter) { delimiter_ = delimiter; }
  // The first line, not consumed.
  std::string PeekLine() {
    Fill();
    const std::size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
    return buffer_.substr(at_, end - at_);
  }
  void SkipLine() {
    for (int c = Next(); c != kEnd && c != '\n'; c = Next()) {
    }
  }
  void SkipMark() {
    Fill();
    if (buffer_.compare(at_, 3, "\xEF\xBB\xBF") == 0) at_ += 3;
  }
  bool IsUtf16() {
    Fill();
    const std::string_view head = std::string_view(buffer_).substr(at_, 2);
    return head == "\xFF\xFE" || head == "\xFE\xFF";
  }

  // False at the end.
  bool Read(Row& row) {
    row.line = line_;
    row.fault.clear();
    if (Peek() == kEnd) return false;
    std::size_t count = 0;
    const auto field = [&]() -> std::string& {
      if (count == row.fields.size()) row.fields.emplace_back();
      row.fields[count].clear();
      return row.fields[count];
    };
    for (bool more = true; more;) {
      std::string& to = field();
      more = ReadField(to, row);
      if (count < kMaxFields) {
        ++count;
      } else {
        row.fault = "has more than 500 columns";
      }
    }
    row.fields.resize(count);
    row.lines = std::max<std::int64_t>(1, line_ - row.line);
    return true;
  }

 private:
  // True when another field of the row follows.
  bool ReadField(std::string& to, Row& row) {
    bool is_quoted = false;
    if (Peek() == '"') {
      Next();
      is_quoted = true;
      for (;;) {
        const int c = Next();
        if (c == kEnd) {
          row.fault = fmt::format("a quote that opens in line {} is never closed", row.line);
          return false;
        }
        if (c == '"') {
          if (Peek() != '"') break;
          Next();
        }
        if (to.size() >= kMaxFieldBytes) {
          // Most likely a quote was forgotten; the rest of this line is given up.
          row.fault = fmt::format("a quoted field is longer than {} bytes", kMaxFieldBytes);
          SkipLine();
          return false;
        }
        to += static_cast<char>(c);
      }
    }
    for (;;) {
      const int c = Next();
      if (c == kEnd || c == '\n') return false;
      if (c == delimiter_) return true;
      if (c == '\r' && (Peek() == '\n' || Peek() == kEnd)) continue;
      if (is_quoted) {
        if (c != ' ') row.fault = "has text behind a closing quote";
        continue;
      }
      if (to.size() < kMaxFieldBytes) to += static_cast<char>(c);
    }
  }

  void Fill() {
    if (at_ < buffer_.size() || !in_) return;
    buffer_.resize(1 << 16);
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.resize(static_cast<std::size_t>(in_.gcount()));
    at_ = 0;
  }
  int Peek() {
    Fill();
    return at_ < buffer_.size() ? static_cast<unsigned char>(buffer_[at_]) : kEnd;
  }
  int Next() {
    const int c = Peek();
    if (c == kEnd) return c;
    ++at_;
    if (c == '\n') ++line_;
    return c;
  }

  std::istream& in_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  char delimiter_ = ',';
};

// The mark that stands most often outside quotes in the header.
char DetectDelimiter(const std::string& header) {
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char mark : {',', ';', '\t'}) {
    std::ptrdiff_t count = 0;
    bool is_quoted = false;
    for (const char c : header) {
      if (c == '"') is_quoted = !is_quoted;
      if (c == mark && !is_quoted) ++count;
    }
    if (count > most) {
      most = count;
      best = mark;
    }
  }
  return best;
}

using Field = std::string RawMessage::*;

const std::vector<std::pair<std::string, Field>>& Fields() {
  static const std::vector<std::pair<std::string, Field>> fields = {
      {"at", &RawMessage::at},
      {"author", &RawMessage::author},
      {"text", &RawMessage::text},
      {"reply_to", &RawMessage::reply_to},
      {"id", &RawMessage::id},
      {"channel", &RawMessage::channel},
      {"direction", &RawMessage::direction}};
  return fields;
}

// The column of each of Fields(), -1 when there is none.
Result<std::vector<int>> MapColumns(const std::vector<std::string>& header,
                                    const TimelineSource& source, const MessageWords& words) {
  std::vector<std::string> names;
  for (const std::string& name : header) names.push_back(FoldColumn(name));
  const auto column = [&](const std::string& name) {
    const auto it = std::find(names.begin(), names.end(), FoldColumn(name));
    return it == names.end() ? -1 : static_cast<int>(it - names.begin());
  };
  std::vector<int> columns;
  for (const auto& [field, member] : Fields()) {
    const std::string& wanted = field;
    const auto given = std::find_if(source.columns.begin(), source.columns.end(),
                                    [&](const auto& pair) { return pair.first == wanted; });
    int found = -1;
    if (given != source.columns.end()) {
      found = column(given->second);
      if (found < 0) {
        return Fail(fmt::format("has no column '{}', which brand.yaml names for '{}'",
                                given->second, field),
                    source.file, 1, Nearest(given->second, header));
      }
    } else {
      for (const auto& [name, synonyms] : words.columns()) {
        if (name != field) continue;
        for (const std::string& synonym : synonyms) {
          if (found < 0) found = column(synonym);
        }
      }
    }
    columns.push_back(found);
  }
  for (const auto& [index, what] :
       {std::pair<std::size_t, const char*>{0, "the time"}, {2, "the text"}}) {
    if (columns[index] >= 0) continue;
    return Fail(fmt::format("no column holds {} of a message: name it in brand.yaml under "
                            "'timeline: columns:' (the columns are: {})",
                            what, Join(header, ", ")),
                source.file, 1);
  }
  if (columns[1] < 0 && columns[6] < 0) {
    return Fail(
        "no column says who wrote a message (author or direction): name it in brand.yaml "
        "under 'timeline: columns:'",
        source.file, 1);
  }
  return columns;
}

}  // namespace

Result<void> ReadCsv(std::istream& in, const TimelineSource& source, const MessageWords& words,
                     const RawSink& sink) {
  CsvRows rows(in);
  if (rows.IsUtf16()) return Fail("is written in UTF-16: save it as UTF-8", source.file, 1);
  rows.SkipMark();
  std::string first = rows.PeekLine();
  if (StartsWithIgnoreAsciiCase(first, "sep=") && first.size() > 4) {
    rows.SetDelimiter(first[4]);
    rows.SkipLine();
  } else {
    rows.SetDelimiter(DetectDelimiter(first));
  }
  CsvRows::Row row;
  if (!rows.Read(row)) return Fail("is empty: its first line must name the columns", source.file);
  auto columns = MapColumns(row.fields, source, words);
  if (!columns) return tl::unexpected(columns.error());
  const std::size_t width = row.fields.size();
  while (rows.Read(row)) {
    if (row.fields.size() == 1 && row.fields[0].empty() && row.fault.empty()) continue;  // blank
    if (row.fault.empty() && row.fields.size() != width) {
      row.fault = fmt::format("has {} columns, the first line has {}", row.fields.size(), width);
    }
    if (!row.fault.empty()) {
      const bool goes_on = sink.bad(row.line, row.fault, row.lines);
      if (!goes_on) return {};
      continue;
    }
    RawMessage message;
    message.line = row.line;
    for (std::size_t i = 0; i < columns->size(); ++i) {
      const int column = (*columns)[i];
      if (column >= 0) message.*Fields()[i].second = row.fields[static_cast<std::size_t>(column)];
    }
    if (!sink.row(std::move(message))) return {};
  }
  return {};
}

}  // namespace klikpad
