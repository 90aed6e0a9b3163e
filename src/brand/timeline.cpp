// From files to messages.

#include "brand/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "brand/raw_message.h"
#include "brand/source_reader.h"
#include "brand/time_text.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

constexpr int kTriedRows = 200;

std::string FileName(const std::string& path) { return fs::path(path).filename().string(); }

// tweets.js, and tweets-part1.js … beside it, in the order of their numbers.
std::vector<std::string> PartsOf(const TimelineSource& source) {
  std::vector<std::string> parts{source.file};
  if (source.Format() != TimelineFormat::kXArchive) return parts;
  const fs::path path(source.file);
  for (int part = 1; part < 1000; ++part) {
    const fs::path next =
        path.parent_path() / fmt::format("{}-part{}.js", path.stem().string(), part);
    std::error_code code;
    if (!fs::is_regular_file(next, code)) break;
    parts.push_back(next.string());
  }
  return parts;
}

Result<void> ReadPart(std::istream& in, const TimelineSource& source, const MessageWords& words,
                      const RawSink& sink) {
  switch (source.Format()) {
    case TimelineFormat::kCsv:
      return ReadCsv(in, source, words, sink);
    case TimelineFormat::kJsonl:
      return ReadJsonLines(in, source, words, sink);
    case TimelineFormat::kJson:
    case TimelineFormat::kXArchive:
      break;
  }
  return ReadJsonArray(in, source, words, sink);
}

// Where brand.yaml does not say it, the first date of the file that can be read in one order only
// does: 27-4-2013. A file reads as it begins; a row that contradicts it is no date.
TimelineSource WithOrder(TimelineSource source, const MessageWords& words, const OpenFile& open,
                         std::int64_t max_rows) {
  if (source.dates != DateOrder::kNone) return source;
  constexpr std::int64_t kTried = 50;  // rows without such a date: there are none
  std::int64_t rows = 0;
  bool is_seen = false;
  const RawSink sink = {[&](RawMessage&& raw) {
                          const std::string_view at = Trim(raw.at);
                          is_seen = is_seen || ReadTimeText(at, DateOrder::kNone).is_ambiguous;
                          source.dates = OrderShownBy(at);
                          return source.dates == DateOrder::kNone &&
                                 ++rows < (is_seen ? max_rows : kTried);
                        },
                        [&](std::int64_t, const std::string&, std::int64_t lost) {
                          rows += lost;
                          return rows < (is_seen ? max_rows : kTried);
                        }};
  const TimelineSource asked = source;
  for (const std::string& part : PartsOf(asked)) {
    if (source.dates != DateOrder::kNone) break;
    if (const auto in = open(part)) (void)ReadPart(*in, asked, words, sink);
  }
  return source;
}

}  // namespace

Result<void> CheckTimeline(const std::vector<TimelineSource>& sources, const Brand& brand,
                           const Rules& rules, const OpenFile& open) {
  for (const TimelineSource& given : sources) {
    const auto in = open(given.file);
    if (!in) return Fail("cannot be read", given.file);
    const TimelineSource source =
        WithOrder(given, rules.messages, open, TimelineOptions().max_rows);
    IdTable people;
    TimelineCounts counts;
    TimelineOptions options;
    options.max_rows = kTriedRows;
    SourceReader reader(source, brand, rules, open, options, people, counts);
    int used = 0;
    bool has_ours = false;
    const auto use = [&](const Message& message) {
      ++used;
      has_ours |= message.is_ours;
    };
    const RawSink sink = {
        [&](RawMessage&& raw) { return reader.Take(std::move(raw), source.file, use); },
        [&](std::int64_t line, const std::string& why, std::int64_t rows) {
          return reader.TakeBad(source.file, line, why, rows);
        }};
    if (auto done = ReadPart(*in, source, rules.messages, sink); !done) return done;
    if (used > 0 || counts.bad == 0) continue;
    const BadRow& first = counts.bad_rows.front();
    return Fail("no message can be read; the first row: " + first.why, source.file,
                static_cast<int>(std::min<std::int64_t>(first.line, 1'000'000'000)));
  }
  return {};
}

MessageFeed MakeTimelineFeed(std::vector<TimelineSource> sources, Brand brand, const Rules& rules,
                             OpenFile open, TimelineOptions options) {
  return [sources = std::move(sources), brand = std::move(brand), &rules, open = std::move(open),
          options](const UseMessage& use) -> Result<TimelineCounts> {
    TimelineCounts counts;
    IdTable people;
    counts.is_vouched = !sources.empty();
    for (const TimelineSource& given : sources) {
      const TimelineSource source = WithOrder(given, rules.messages, open, options.max_rows);
      SourceReader reader(source, brand, rules, open, options, people, counts);
      counts.is_vouched &= source.is_complete.value_or(false);
      counts.is_known_part |= !source.is_complete.value_or(true);
      if (std::find(counts.zones.begin(), counts.zones.end(), reader.ZoneName()) ==
          counts.zones.end()) {
        counts.zones.push_back(reader.ZoneName());
      }
      for (const std::string& part : PartsOf(source)) {
        const auto in = open(part);
        if (!in) return Fail("cannot be read", part);
        const std::string name = FileName(part);
        counts.files.push_back(name);
        const RawSink sink = {
            [&](RawMessage&& raw) { return reader.Take(std::move(raw), name, use); },
            [&](std::int64_t line, const std::string& why, std::int64_t rows) {
              return reader.TakeBad(name, line, why, rows);
            }};
        if (auto done = ReadPart(*in, source, rules.messages, sink); !done) {
          return tl::unexpected(done.error());
        }
      }
    }
    return counts;
  };
}

}  // namespace klikpad
