// Reading `timeline:` of brand.yaml.

#include "brand/timeline_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "base/time_zone.h"

namespace klikpad {
namespace {

const std::vector<std::string>& FieldNames() {
  static const std::vector<std::string> names = {"at", "author",  "text",     "reply_to",
                                                 "id", "channel", "direction"};
  return names;
}

Result<std::string> FileOf(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return text;
  const auto path = std::filesystem::path(yaml.File()).parent_path() / *text;
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code)) {
    return yaml.Complain(fmt::format("file '{}' is not there", *text));
  }
  return path.string();
}

template <typename E>
Result<E> WordOf(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return tl::unexpected(text.error());
  if (const auto word = FromWord<E>(*text)) return *word;
  return yaml.Complain(fmt::format("'{}' is none of: {}", *text, Join(AllWords<E>(), ", ")),
                       Nearest(*text, AllWords<E>()));
}

Result<std::vector<std::string>> Accounts(const Yaml& yaml) {
  auto accounts = yaml.Strings();
  if (!accounts) return accounts;
  for (std::string& account : *accounts) {
    std::string_view handle = Trim(account);
    if (handle.starts_with("@")) handle.remove_prefix(1);
    if (handle.empty()) return yaml.Complain("the account is empty");
    account = FoldCase(handle);
  }
  return accounts;
}

Result<TimelineSource> ParseSource(const Yaml& yaml, const Channels& channels) {
  TimelineSource source;
  source.line = yaml.Line();
  if (yaml.IsScalar()) {
    auto file = FileOf(yaml);
    if (!file) return tl::unexpected(file.error());
    source.file = std::move(*file);
    return source;
  }
  auto ok = yaml.AllowOnly(
      {"file", "format", "channel", "account", "zone", "dates", "columns", "complete"});
  if (!ok) return tl::unexpected(ok.error());
  auto need = yaml.Need("file");
  if (!need) return tl::unexpected(need.error());
  auto file = FileOf(**need);
  if (!file) return tl::unexpected(file.error());
  source.file = std::move(*file);
  if (const Yaml* value = yaml.Find("format")) {
    auto format = WordOf<TimelineFormat>(*value);
    if (!format) return tl::unexpected(format.error());
    source.format = *format;
  }
  if (const Yaml* value = yaml.Find("dates")) {
    auto dates = WordOf<DateOrder>(*value);
    if (!dates) return tl::unexpected(dates.error());
    source.dates = *dates;
  }
  if (const Yaml* value = yaml.Find("channel")) {
    source.channel = value->Scalar();
    if (channels.Find(source.channel) == nullptr) {
      return value->Complain(fmt::format("'{}' is no channel", source.channel),
                             Nearest(source.channel, channels.Ids()));
    }
  }
  if (const Yaml* value = yaml.Find("account")) {
    auto accounts = Accounts(*value);
    if (!accounts) return tl::unexpected(accounts.error());
    source.accounts = std::move(*accounts);
  }
  if (const Yaml* value = yaml.Find("zone")) {
    source.zone = value->Scalar();
    if (!TimeZone::Named(source.zone)) {
      return value->Complain(
          fmt::format("'{}' is no time zone, such as Europe/Amsterdam or +01:00", source.zone));
    }
  }
  if (const Yaml* value = yaml.Find("complete")) {
    auto complete = value->Bool();
    if (!complete) return tl::unexpected(complete.error());
    source.is_complete = *complete;
  }
  if (const Yaml* value = yaml.Find("columns")) {
    auto known = value->AllowOnly(FieldNames());
    if (!known) return tl::unexpected(known.error());
    for (const Yaml::Member& member : value->Members()) {
      source.columns.emplace_back(member.key, member.value.Scalar());
    }
  }
  return source;
}

}  // namespace

TimelineFormat TimelineSource::Format() const {
  if (format) return *format;
  const std::string extension = AsciiLower(std::filesystem::path(file).extension().string());
  if (extension == ".js") return TimelineFormat::kXArchive;
  if (extension == ".jsonl" || extension == ".ndjson") return TimelineFormat::kJsonl;
  if (extension == ".json") return TimelineFormat::kJson;
  return TimelineFormat::kCsv;
}

Result<std::vector<TimelineSource>> ParseTimelineSources(const Yaml& yaml,
                                                         const Channels& channels) {
  const std::vector<Yaml> one{yaml};
  std::vector<TimelineSource> sources;
  for (const Yaml& item : yaml.IsList() ? yaml.Items() : one) {
    auto source = ParseSource(item, channels);
    if (!source) return tl::unexpected(source.error());
    sources.push_back(std::move(*source));
  }
  return sources;
}

}  // namespace klikpad
