// Small readings of YAML that several rule files share.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "rules/url_template.h"

namespace klikpad {

// Sets `out` when the key is there.
inline Result<void> ReadStrings(const Yaml& yaml, std::string_view key,
                                std::vector<std::string>& out) {
  const Yaml* value = yaml.Find(key);
  if (!value) return {};
  auto strings = value->Strings();
  if (!strings) return tl::unexpected(strings.error());
  out = *std::move(strings);
  return {};
}

inline Result<void> ReadString(const Yaml& yaml, std::string_view key, std::string& out) {
  const Yaml* value = yaml.Find(key);
  if (!value) return {};
  auto text = value->String();
  if (!text) return tl::unexpected(text.error());
  out = *std::move(text);
  return {};
}

inline Result<void> ReadBool(const Yaml& yaml, std::string_view key, bool& out) {
  const Yaml* value = yaml.Find(key);
  if (!value) return {};
  auto flag = value->Bool();
  if (!flag) return tl::unexpected(flag.error());
  out = *flag;
  return {};
}

inline Result<UrlTemplate> ReadTemplate(const Yaml& place, std::string_view text,
                                        const std::string& handle) {
  auto [parsed, problem] = UrlTemplate::Parse(text, handle);
  if (!parsed) return place.Complain("'" + std::string(text) + "': " + problem);
  return *std::move(parsed);
}

// Each item of the list with `read`.
template <typename T, typename Read>
Result<void> ReadList(const Yaml& yaml, std::string_view key, std::vector<T>& out, Read read) {
  const Yaml* list = yaml.Find(key);
  if (!list) return {};
  if (!list->IsList()) return list->Complain("'" + std::string(key) + "' must be a list");
  for (const Yaml& item : list->Items()) {
    auto value = read(item);
    if (!value) return tl::unexpected(value.error());
    out.push_back(*std::move(value));
  }
  return {};
}

}  // namespace klikpad
