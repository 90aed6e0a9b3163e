// Small readings that the vocabulary's files share.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/yaml.h"

namespace klikpad {

inline std::string PlaceOf(const Yaml& yaml) {
  return yaml.File() + ":" + std::to_string(yaml.Line());
}

inline Result<std::string> NeedText(const Yaml& yaml, std::string_view key) {
  auto value = yaml.Need(key);
  if (!value) return tl::unexpected(value.error());
  return (*value)->String();
}

// The texts of an optional list, empty when it is absent.
inline Result<std::vector<std::string>> TextsOf(const Yaml& yaml, std::string_view key) {
  const Yaml* value = yaml.Find(key);
  if (!value) return std::vector<std::string>{};
  return value->Strings();
}

}  // namespace klikpad
