// Reading values one by one.

#include "brand/brand_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "base/time_zone.h"
#include "base/units.h"
#include "brand/brand_file.h"

namespace klikpad {
namespace {

bool IsLowerWord(std::string_view text, std::size_t shortest, std::size_t longest) {
  return text.size() >= shortest && text.size() <= longest &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Result<std::string> FileBeside(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return text;
  const auto path = std::filesystem::path(yaml.File()).parent_path() / *text;
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code)) {
    return yaml.Complain(fmt::format("file '{}' is not there", *text));
  }
  return path.string();
}

}  // namespace

Result<std::string> ReadCountry(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return text;
  auto code = ParseCountry(*text);
  if (!code || code->empty()) return yaml.Complain(code ? "is empty" : code.error().message);
  return code;
}

Result<std::string> ReadZone(const Yaml& yaml) {
  auto name = yaml.String();
  if (!name) return name;
  if (!TimeZone::Named(*name)) {
    return yaml.Complain(
        fmt::format("'{}' is no time zone, such as Europe/Amsterdam or +01:00", *name));
  }
  return name;
}

Result<std::vector<std::string>> ReadLanguages(const Yaml& yaml) {
  auto tags = yaml.Strings();
  if (!tags) return tags;
  for (std::string& tag : *tags) {
    const std::string primary = AsciiLower(tag.substr(0, tag.find_first_of("-_")));
    if (!IsLowerWord(primary, 2, 3)) {
      return yaml.Complain(fmt::format("'{}' is no language tag, such as nl or en", tag));
    }
    tag = primary;
  }
  return tags;
}

Result<Url> ReadAddress(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return tl::unexpected(text.error());
  const auto url = Url::Parse(text->find("://") == std::string::npos ? "https://" + *text : *text);
  if (!url || !url->IsHttp() || url->Host().empty()) {
    return yaml.Complain(fmt::format("'{}' is no http or https address", *text));
  }
  return *url;
}

Result<std::vector<std::string>> ReadHosts(const Yaml& yaml) {
  const std::vector<Yaml> one{yaml};
  const std::vector<Yaml>& items = yaml.IsList() ? yaml.Items() : one;
  std::vector<std::string> hosts;
  for (const Yaml& item : items) {
    auto url = ReadAddress(item);
    if (!url) return tl::unexpected(url.error());
    if (url->PathAndQuery() != "/") {
      return item.Complain(fmt::format("'{}' is no host name: leave the path out", item.Scalar()));
    }
    hosts.push_back(url->HostPort());
  }
  return hosts;
}

Result<std::vector<std::pair<std::string, std::string>>> ReadHandles(const Yaml& yaml,
                                                                     const Channels& channels) {
  if (!yaml.IsMap()) return yaml.Complain("expected a map of channel: handle");
  std::vector<std::pair<std::string, std::string>> handles;
  for (const Yaml::Member& member : yaml.Members()) {
    if (channels.Find(member.key) == nullptr) {
      return Fail(fmt::format("'{}' is no channel", member.key), yaml.File(), member.line,
                  Nearest(member.key, channels.Ids()));
    }
    auto values = member.value.Strings();
    if (!values) return tl::unexpected(values.error());
    for (const std::string& value : *values) {
      std::string_view handle = Trim(value);
      if (!handle.empty() && handle.front() == '@') handle.remove_prefix(1);
      if (handle.empty()) return member.value.Complain("the handle is empty");
      handles.emplace_back(member.key, AsciiLower(handle));
    }
  }
  return handles;
}

Result<int> ReadAtLeastOne(const Yaml& yaml) {
  constexpr int kMost = 10'000'000;
  auto number = yaml.Int();
  if (!number) return tl::unexpected(number.error());
  if (*number < 1 || *number > kMost) {
    return yaml.Complain(fmt::format("{} is out of range (1 to {})", *number, kMost));
  }
  return static_cast<int>(*number);
}

Result<std::chrono::milliseconds> ReadDuration(const Yaml& yaml) {
  auto text = yaml.String();
  if (!text) return tl::unexpected(text.error());
  const auto duration = ParseDuration(*text);
  if (!duration) return yaml.Complain(fmt::format("'{}' is no duration such as 30s or 10m", *text));
  return *duration;
}

Result<std::string> ReadFileOrNone(const Yaml& yaml) {
  if (yaml.IsScalar() && !yaml.IsQuoted() && yaml.Scalar() == "none") return std::string();
  return FileBeside(yaml);
}

Result<std::vector<std::string>> ReadFilesBeside(const Yaml& yaml) {
  const std::vector<Yaml> one{yaml};
  std::vector<std::string> files;
  for (const Yaml& item : yaml.IsList() ? yaml.Items() : one) {
    auto file = FileBeside(item);
    if (!file) return tl::unexpected(file.error());
    files.push_back(std::move(*file));
  }
  return files;
}

Result<std::string> ParseCountry(const std::string& text) {
  std::string code = AsciiLower(text);
  if (code.empty()) return code;
  if (!IsLowerWord(code, 2, 2)) {
    return Fail(fmt::format("country '{}' is no ISO 3166-1 code of two letters, such as NL", text));
  }
  for (char& c : code) c = static_cast<char>(c - 'a' + 'A');
  return code == "UK" ? "GB" : code;
}

}  // namespace klikpad
