// Typed readings of one entry.

#include "brand/entry_reader.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>

#include "base/civil_time.h"

namespace klikpad {
namespace {

constexpr std::size_t kLongestText = 2000;
constexpr std::size_t kMostEntries = 10'000;

const std::vector<std::string> kOfEvery = {"by", "on", "source", "note", "photo"};

std::vector<std::string> WithCommon(std::vector<std::string> keys) {
  keys.insert(keys.end(), kOfEvery.begin(), kOfEvery.end());
  return keys;
}

// Inside the brand's folder, so that neither the report nor a copied folder tells of this machine.
bool StaysInside(const std::string& path) {
  const std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
  return !normal.empty() && !normal.is_absolute() && *normal.begin() != "..";
}

bool IsPicture(const std::string& path) {
  const std::string ending = AsciiLower(std::filesystem::path(path).extension().string());
  return ending == ".jpg" || ending == ".jpeg" || ending == ".png" || ending == ".webp";
}

}  // namespace

std::optional<std::int64_t> DaySeconds(std::string_view text) {
  std::string day(text);
  if (day.size() == 4) day += "-01";
  if (day.size() == 7) day += "-01";
  if (day.size() != 10) return std::nullopt;
  return ParseIsoTime(day);
}

bool IsChannel(const std::string& word, const Yaml& at, int line, EntryContext& context) {
  const Channels& channels = context.rules.channels;
  if (channels.Find(word) != nullptr) return true;
  // "x", "fb": names that exports of messages have for channels.
  std::string meant = context.rules.messages.ChannelOf(word);
  if (channels.Find(meant) == nullptr) meant = Nearest(word, channels.Ids());
  context.errors.push_back(
      {fmt::format("'{}' is no channel", word), at.File(), line, std::move(meant)});
  return false;
}

void ReadSection(const Yaml& section, EntryContext& context,
                 const std::function<void(const Yaml&)>& read) {
  if (section.IsNull()) return;
  if (section.IsMap()) return read(section);
  if (!section.IsList()) {
    context.errors.push_back(section.Complain("expected a list of entries").value());
    return;
  }
  if (section.Items().size() > kMostEntries) {
    context.errors.push_back(
        section.Complain(fmt::format("more than {} entries", kMostEntries)).value());
    return;
  }
  for (const Yaml& item : section.Items()) read(item);
}

EntryReader::EntryReader(const Yaml& yaml, std::vector<std::string> keys, EntryContext& context)
    : yaml_(yaml), context_(context), errors_before_(context.errors.size()) {
  // Every unknown key is told, not the first alone.
  const std::vector<std::string> all = WithCommon(std::move(keys));
  if (!yaml.IsMap()) {
    Complain(yaml, "expected an entry: key: value");
    return;
  }
  for (const Yaml::Member& member : yaml.Members()) {
    if (std::find(all.begin(), all.end(), member.key) != all.end()) continue;
    context_.errors.push_back({fmt::format("unknown key '{}'", member.key), yaml.File(),
                               member.line, Nearest(member.key, all)});
  }
}

const Yaml* EntryReader::Find(std::string_view key) const {
  const Yaml* value = yaml_.Find(key);
  return value == nullptr || value->IsNull() ? nullptr : value;
}

void EntryReader::Complain(const Yaml& at, std::string message, std::string suggestion) {
  context_.errors.push_back(at.Complain(std::move(message), std::move(suggestion)).value());
}

std::string EntryReader::Text(std::string_view key) {
  const Yaml* value = Find(key);
  return value == nullptr ? std::string() : Checked(*value, key);
}

std::string EntryReader::Checked(const Yaml& value, std::string_view key) {
  auto text = value.String();
  if (!text) {
    Complain(value, fmt::format("{}: expected text", key));
    return {};
  }
  if (text->size() > kLongestText) {
    Complain(value, fmt::format("{}: longer than {} bytes", key, kLongestText));
    return {};
  }
  return CollapseSpace(ToValidUtf8(*text));
}

std::string EntryReader::Prose(std::string_view key) {
  const Yaml* value = Find(key);
  if (value == nullptr || !value->IsMap()) return Text(key);
  const std::vector<std::string> languages = {"nl", "en"};
  for (const Yaml::Member& member : value->Members()) {
    if (member.key == "nl" || member.key == "en") continue;
    context_.errors.push_back({fmt::format("{}: '{}' is neither nl nor en", key, member.key),
                               value->File(), member.line, Nearest(member.key, languages)});
    return {};
  }
  Bilingual both;
  for (const auto& [language, text] : {std::pair{"nl", &both.nl}, std::pair{"en", &both.en}}) {
    const Yaml* one = value->Find(language);
    if (one != nullptr) *text = Checked(*one, key);
    if (one != nullptr && !text->empty()) continue;
    Complain(*value, fmt::format("{}: '{}' is missing; a text alone is fine, too", key, language));
    return {};
  }
  const auto& own = context_.brand.languages;
  const std::string& shown = !own.empty() && own.front() == "nl" ? both.nl : both.en;
  const auto [known, is_new] = context_.said.emplace(shown, both);
  if (!is_new && !(known->second == both)) {
    Complain(*value, fmt::format("{}: '{}' has another translation elsewhere in this file", key,
                                 CutUtf8(shown, 40)));
  }
  return shown;
}

std::string EntryReader::NeedProse(std::string_view key) {
  const std::size_t before = context_.errors.size();
  std::string text = Prose(key);
  if (text.empty() && before == context_.errors.size()) {
    Complain(Find(key) != nullptr ? *Find(key) : yaml_, fmt::format("'{}' is missing", key));
  }
  return text;
}

std::string EntryReader::NeedText(std::string_view key) {
  const std::size_t before = context_.errors.size();
  std::string text = Text(key);
  if (text.empty() && before == context_.errors.size()) {
    Complain(Find(key) != nullptr ? *Find(key) : yaml_, fmt::format("'{}' is missing", key));
  }
  return text;
}

std::optional<Moment> EntryReader::Time(std::string_view key) {
  const std::string text = Text(key);
  if (text.empty()) return std::nullopt;
  const auto moment = context_.clock.Read(text);
  if (!moment) {
    Complain(*Find(key), fmt::format("{}: '{}' {}", key, text, moment.error()));
    return std::nullopt;
  }
  if (!moment->has_clock) {
    Complain(*Find(key),
             fmt::format("{}: '{}' needs a time of day, such as {} 10:30", key, text, text));
    return std::nullopt;
  }
  return *moment;
}

Moment EntryReader::NeedTime(std::string_view key) {
  if (Find(key) == nullptr) Complain(yaml_, fmt::format("'{}' is missing", key));
  return Time(key).value_or(Moment{});
}

std::optional<double> EntryReader::Number(std::string_view key) {
  const Yaml* value = Find(key);
  if (value == nullptr) return std::nullopt;
  const auto number = value->Number();
  if (!number || !std::isfinite(*number)) {
    Complain(*value, fmt::format("{}: expected a number without marks of thousands, found '{}'",
                                 key, value->Scalar()));
    return std::nullopt;
  }
  return *number;
}

std::optional<int> EntryReader::Count(std::string_view key, int least) {
  constexpr long long kMost = 2'000'000'000;
  const Yaml* value = Find(key);
  if (value == nullptr) return std::nullopt;
  const auto number = value->Int();
  if (!number || *number < least || *number > kMost) {
    Complain(*value, fmt::format("{}: expected a whole number from {}, found '{}'", key, least,
                                 value->Scalar()));
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

bool EntryReader::Flag(std::string_view key, bool by_default) {
  const Yaml* value = Find(key);
  if (value == nullptr) return by_default;
  const auto flag = value->Bool();
  if (!flag) {
    Complain(*value, fmt::format("{}: expected yes or no, found '{}'", key, value->Scalar()));
    return by_default;
  }
  return *flag;
}

std::string EntryReader::Channel(std::string_view key) {
  const std::string word = AsciiLower(Text(key));
  if (word.empty() || !IsChannel(word, *Find(key), Find(key)->Line(), context_)) return {};
  return word;
}

std::string EntryReader::NeedChannel(std::string_view key) {
  const std::string word = AsciiLower(NeedText(key));
  if (word.empty() || !IsChannel(word, *Find(key), Find(key)->Line(), context_)) return {};
  return word;
}

void EntryReader::InOrder(std::string_view earlier_key, const Moment& earlier,
                          std::string_view later_key, const std::optional<Moment>& later) {
  // A start that could not be read has been told of already.
  if (!later || earlier.iso.empty() || later->seconds >= earlier.seconds) return;
  Complain(*Find(later_key),
           fmt::format("{} {} lies before {} {}", later_key, later->iso, earlier_key, earlier.iso));
}

Noted EntryReader::Note() {
  Noted noted = context_.noted;
  noted.line = yaml_.Line();
  if (Find("by") != nullptr) noted.by = Text("by");
  if (Find("source") != nullptr) noted.source = Prose("source");
  noted.note = Prose("note");
  if (const Yaml* on = Find("on")) {
    noted.on = Text("on");
    noted.on_s = DaySeconds(noted.on);
    if (!noted.on_s) {
      Complain(*on,
               fmt::format("on: '{}' is no day or month, such as 2013-04-30 or 2013-04", noted.on));
    }
  }
  if (const Yaml* photo = Find("photo")) {
    noted.photo = Text("photo");
    if (!StaysInside(noted.photo)) {
      Complain(*photo, "photo: name a file below the folder of this one");
    } else if (!IsPicture(noted.photo)) {
      Complain(*photo, fmt::format("photo: '{}' is no .jpg, .png or .webp", noted.photo));
    }
  }
  return noted;
}

}  // namespace klikpad
