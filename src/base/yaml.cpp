// YAML values: access and typed readings. Reading stands in yaml_read.cpp.

#include "base/yaml.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"

namespace klikpad {
namespace {

std::string_view KindName(Yaml::Kind kind) {
  switch (kind) {
    case Yaml::Kind::kNull:
      return "nothing";
    case Yaml::Kind::kScalar:
      return "a single value";
    case Yaml::Kind::kList:
      return "a list";
    case Yaml::Kind::kMap:
      return "a map";
  }
  return "something else";
}

}  // namespace

const Yaml* Yaml::Find(std::string_view key) const {
  for (const Member& member : members_) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

tl::unexpected<Error> Yaml::Complain(std::string message, std::string suggestion) const {
  return Fail(std::move(message), file_ ? *file_ : "", line_, std::move(suggestion));
}

Result<const Yaml*> Yaml::Need(std::string_view key) const {
  if (!IsMap()) return Complain(fmt::format("expected a map, found {}", KindName(kind_)));
  const Yaml* value = Find(key);
  if (value == nullptr) return Complain(fmt::format("key '{}' is missing", key));
  return value;
}

Result<void> Yaml::AllowOnly(const std::vector<std::string>& keys) const {
  if (!IsMap()) return Complain(fmt::format("expected a map, found {}", KindName(kind_)));
  for (const Member& member : members_) {
    bool is_known = false;
    for (const std::string& key : keys) is_known = is_known || key == member.key;
    if (!is_known) {
      return Fail(fmt::format("unknown key '{}'", member.key), file_ ? *file_ : "", member.line,
                  Nearest(member.key, keys));
    }
  }
  return {};
}

Result<std::string> Yaml::String() const {
  if (!IsScalar()) return Complain(fmt::format("expected a text, found {}", KindName(kind_)));
  return scalar_;
}

Result<long long> Yaml::Int() const {
  long long value = 0;
  const char* end = scalar_.data() + scalar_.size();
  const auto [stop, error] = std::from_chars(scalar_.data(), end, value);
  if (!IsScalar() || is_quoted_ || scalar_.empty() || error != std::errc() || stop != end) {
    return Complain(fmt::format("expected a whole number, found {}",
                                IsScalar() ? "'" + scalar_ + "'" : std::string(KindName(kind_))));
  }
  return value;
}

Result<double> Yaml::Number() const {
  double value = 0;
  const char* end = scalar_.data() + scalar_.size();
  const auto [stop, error] = std::from_chars(scalar_.data(), end, value);
  if (!IsScalar() || is_quoted_ || scalar_.empty() || error != std::errc() || stop != end) {
    return Complain(fmt::format("expected a number, found {}",
                                IsScalar() ? "'" + scalar_ + "'" : std::string(KindName(kind_))));
  }
  return value;
}

Result<bool> Yaml::Bool() const {
  if (IsScalar() && (scalar_ == "true" || scalar_ == "yes")) return true;
  if (IsScalar() && (scalar_ == "false" || scalar_ == "no")) return false;
  return Complain(fmt::format("expected true or false, found {}",
                              IsScalar() ? "'" + scalar_ + "'" : std::string(KindName(kind_))));
}

Result<std::vector<std::string>> Yaml::Strings() const {
  if (IsScalar()) return std::vector<std::string>{scalar_};
  if (!IsList()) return Complain(fmt::format("expected a list, found {}", KindName(kind_)));
  std::vector<std::string> texts;
  for (const Yaml& item : items_) {
    auto text = item.String();
    if (!text) return tl::unexpected(text.error());
    texts.push_back(std::move(*text));
  }
  return texts;
}

}  // namespace klikpad
