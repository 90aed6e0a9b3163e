// From rows to messages.

#include "brand/source_reader.h"

#include <fmt/format.h>

#include <filesystem>

#include "base/hash.h"
#include "base/json.h"
#include "base/text.h"
#include "brand/masking.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShownBadRows = 20;
constexpr std::size_t kMaxTextBytes = 4'000;  // of a message that is kept; posts are shorter

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

SourceReader::SourceReader(const TimelineSource& source, const Brand& brand, const Rules& rules,
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

bool SourceReader::Take(RawMessage&& raw, const std::string& file, const UseMessage& use) {
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

bool SourceReader::TakeBad(const std::string& file, std::int64_t line, const std::string& why,
                           std::int64_t rows) {
  counts_.rows += rows;
  NoteBad(file, line, why, rows);
  return counts_.rows < options_.max_rows;
}

void SourceReader::NoteBad(const std::string& file, std::int64_t line, const std::string& why,
                           std::int64_t rows) {
  counts_.bad += rows;
  if (counts_.bad_rows.size() < kShownBadRows) counts_.bad_rows.push_back({file, line, why});
}

std::string SourceReader::Fill(RawMessage& raw, Message& message) {
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
  const auto is_ours = [this](std::string_view name) { return ours_.count(std::string(name)) > 0; };
  message.text = MaskPeople(text, is_ours, !message.is_ours);
  for (MessageTrait& trait : message.classes.traits) {
    trait.quote = MaskPeople(trait.quote, is_ours, !message.is_ours);
  }
  message.account = message.is_ours ? handle : PersonName(message.author_hash, handle.empty());
  return "";
}

bool SourceReader::BeginsWithSomeone(std::string_view text) const {
  if (text.size() < 2 || text[0] != '@') return false;
  const std::string_view name = text.substr(1, text.find_first_of(" :,.!?") - 1);
  return !name.empty() && ours_.count(FoldCase(name)) == 0;
}

std::string SourceReader::PersonName(std::uint64_t hash, bool is_unknown) {
  if (is_unknown) return "";
  const auto next = static_cast<std::uint32_t>(people_.Size() + 1);
  people_.Add(hash == 0 ? 1 : hash, next);
  return fmt::format("person {}", people_.Find(hash == 0 ? 1 : hash).value_or(next));
}

}  // namespace klikpad
