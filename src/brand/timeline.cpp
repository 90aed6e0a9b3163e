// From rows to messages.

#include "brand/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/hash.h"
#include "base/id_table.h"
#include "base/json.h"
#include "base/text.h"
#include "brand/masking.h"
#include "brand/message_time.h"
#include "brand/raw_message.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShownBadRows = 20;
constexpr std::size_t kMaxTextBytes = 4'000;  // of a message that is kept; posts are shorter
constexpr int kTriedRows = 200;

// "window.YTD.tweets.part0 = [ {"tweet": …}": &amp;, &lt; and &gt; alone are written.
std::string DecodeEntities(std::string text) {
  if (text.find('&') == std::string::npos) return text;
  text = ReplaceAll(std::move(text), "&lt;", "<");
  text = ReplaceAll(std::move(text), "&gt;", ">");
  text = ReplaceAll(std::move(text), "&quot;", "\"");
  text = ReplaceAll(std::move(text), "&#39;", "'");
  return ReplaceAll(std::move(text), "&amp;", "&");
}

std::uint64_t KeyOf(std::string_view channel, std::string_view id) {
  if (id.empty()) return 0;
  const std::uint64_t key = Hash64(std::string(channel) + '\0' + std::string(id));
  return key == 0 ? 1 : key;
}

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

// What turns the rows of one source into messages.
class SourceReader {
 public:
  SourceReader(const TimelineSource& source, const Brand& brand, const Rules& rules,
               const OpenFile& open, const TimelineOptions& options, IdTable& people,
               TimelineCounts& counts)
      : source_(source),
        words_(rules.messages),
        channels_(rules.channels),
        options_(options),
        clock_(brand, source),
        people_(people),
        counts_(counts) {
    ours_.insert(source.accounts.begin(), source.accounts.end());
    for (const auto& [channel, handle] : brand.handles) {
      if (channel == source.channel || source.accounts.empty()) ours_.insert(FoldCase(handle));
    }
    if (source.Format() == TimelineFormat::kXArchive) {
      const auto in = open((fs::path(source.file).parent_path() / "account.js").string());
      if (in) {
        for (std::string& name : ArchiveAccounts(*in)) ours_.insert(std::move(name));
      }
    }
  }

  // False to stop reading.
  bool Take(RawMessage&& raw, const std::string& file, const UseMessage& use) {
    if (counts_.rows >= options_.max_rows) {
      counts_.hit_limit = true;
      return false;
    }
    ++counts_.rows;
    Message message;
    const std::string why = Fill(raw, message);
    if (!why.empty()) {
      NoteBad(file, raw.line, why, 1);
      return true;
    }
    use(message);
    return true;
  }

  bool TakeBad(const std::string& file, std::int64_t line, const std::string& why,
               std::int64_t rows) {
    counts_.rows += rows;
    NoteBad(file, line, why, rows);
    return counts_.rows < options_.max_rows;
  }

  std::string ZoneName() const { return clock_.Name(); }

 private:
  void NoteBad(const std::string& file, std::int64_t line, const std::string& why,
               std::int64_t rows) {
    counts_.bad += rows;
    if (counts_.bad_rows.size() < kShownBadRows) counts_.bad_rows.push_back({file, line, why});
  }

  // Why the row cannot be used; "" when it can.
  std::string Fill(RawMessage& raw, Message& message) {
    const auto time = clock_.Read(raw.at);
    if (!time) return time.error();
    if (Trim(raw.text).empty()) return "has no text";
    const bool is_archive = source_.Format() == TimelineFormat::kXArchive;
    std::string_view author = Trim(raw.author);
    if (author.starts_with("@")) author.remove_prefix(1);
    const std::string handle = FoldCase(author);
    const auto direction = raw.direction.empty() ? std::nullopt : words_.IsOurs(raw.direction);
    if (!raw.direction.empty() && !direction && handle.empty()) {
      return fmt::format("direction '{}' is unknown", ToValidUtf8(CutUtf8(raw.direction, 40)));
    }
    if (handle.empty() && !direction && !is_archive) return "does not say who wrote it";
    message.is_ours = is_archive || (direction ? *direction : ours_.count(handle) > 0);

    message.channel = Trim(raw.channel).empty() ? source_.channel : words_.ChannelOf(raw.channel);
    if (channels_.Find(message.channel) == nullptr) {
      return fmt::format("channel '{}' is unknown", ToValidUtf8(CutUtf8(raw.channel, 40)));
    }
    message.at_s = time->seconds;
    message.offset = clock_.OffsetAt(time->seconds);
    if (time->trouble == ClockTrouble::kTwice) ++counts_.ambiguous_times;
    if (time->trouble == ClockTrouble::kSkipped) ++counts_.skipped_times;
    const std::string_view id = Trim(raw.id);
    const std::string_view answers = Trim(raw.reply_to);
    message.key = KeyOf(message.channel, id);
    message.is_reply = !answers.empty() && answers != "0" && answers != "null";
    message.answers = message.is_reply ? KeyOf(message.channel, answers) : 0;
    message.author_hash = Hash64(message.channel + '\0' + handle);

    std::string text = std::move(raw.text);
    if (raw.has_entities) text = DecodeEntities(std::move(text));
    if (!IsValidUtf8(text)) {
      text = ToValidUtf8(text);
      ++counts_.repaired_texts;
    }
    text = CollapseSpace(text);
    if (text.size() > kMaxTextBytes) {
      text = CutUtf8(text, kMaxTextBytes);
      ++counts_.cut_texts;
    }
    // Exports without a column for it: an answer begins with whom it answers.
    if (message.is_ours && !message.is_reply && BeginsWithSomeone(text)) message.is_reply = true;
    message.classes = words_.Classify(text, message.is_ours, message.is_reply);
    if (options_.keep_authors) {
      message.account = handle;
      message.text = std::move(text);
      return "";
    }
    const auto is_ours = [this](std::string_view name) {
      return ours_.count(std::string(name)) > 0;
    };
    message.text = MaskPeople(text, is_ours, !message.is_ours);
    for (MessageTrait& trait : message.classes.traits) {
      trait.quote = MaskPeople(trait.quote, is_ours, !message.is_ours);
    }
    message.account = message.is_ours ? handle : PersonName(message.author_hash, handle.empty());
    return "";
  }

  // "@jan …", but for the brand's own accounts.
  bool BeginsWithSomeone(std::string_view text) const {
    if (text.size() < 2 || text[0] != '@') return false;
    const std::string_view name = text.substr(1, text.find_first_of(" :,.!?") - 1);
    return !name.empty() && ours_.count(FoldCase(name)) == 0;
  }

  std::string PersonName(std::uint64_t hash, bool is_unknown) {
    if (is_unknown) return "";
    const auto next = static_cast<std::uint32_t>(people_.Size() + 1);
    people_.Add(hash == 0 ? 1 : hash, next);
    return fmt::format("person {}", people_.Find(hash == 0 ? 1 : hash).value_or(next));
  }

  const TimelineSource& source_;
  const MessageWords& words_;
  const Channels& channels_;
  const TimelineOptions& options_;
  MessageClock clock_;
  std::set<std::string> ours_;
  IdTable& people_;
  TimelineCounts& counts_;
};

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

}  // namespace

std::vector<std::string> ArchiveAccounts(std::istream& account_js) {
  std::string text(64 << 10, '\0');
  account_js.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(account_js.gcount()));
  const std::size_t begin = text.find('[');
  if (begin == std::string::npos) return {};
  std::vector<std::string> names;
  const Json list = Json::ParseTolerant(std::string_view(text).substr(begin));
  for (const Json& item : list.Items()) {
    const std::string& name = item["account"]["username"].AsString();
    if (!name.empty()) names.push_back(FoldCase(name));
  }
  return names;
}

Result<void> CheckTimeline(const std::vector<TimelineSource>& sources, const Brand& brand,
                           const Rules& rules, const OpenFile& open) {
  for (const TimelineSource& source : sources) {
    const auto in = open(source.file);
    if (!in) return Fail("cannot be read", source.file);
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
    for (const TimelineSource& source : sources) {
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
