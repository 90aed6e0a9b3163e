// Reads rules/vocabulary/roles.yaml.

#include <fmt/format.h>

#include "base/text.h"
#include "rules/read_help.h"
#include "rules/vocabulary.h"

namespace klikpad {
namespace {

Result<Role> RoleNamed(const Yaml::Member& member) {
  if (auto role = FromWord<Role>(member.key)) return *role;
  return Fail(fmt::format("unknown role '{}'", member.key), member.value.File(), member.line,
              Nearest(member.key, AllWords<Role>()));
}

}  // namespace

Result<void> Vocabulary::AddRoles(const Yaml& yaml) {
  for (const Yaml::Member& member : yaml.Members()) {
    const Yaml& words = member.value;
    auto role = RoleNamed(member);
    if (!role) return tl::unexpected(role.error());
    if (auto ok = words.AllowOnly({"types", "labels", "phrases", "paths", "source"}); !ok)
      return ok;
    const int id = static_cast<int>(*role);
    for (const std::string_view key : {"labels", "phrases"}) {
      const Yaml* by_language = words.Find(key);
      if (!by_language) continue;
      for (const Yaml::Member& language : by_language->Members()) {
        auto texts = language.value.Strings();
        if (!texts) return tl::unexpected(texts.error());
        for (const std::string& text : *texts) {
          if (key == "labels") pending_labels_.emplace_back(*role, text);
          if (key == "phrases") role_phrases_.Add(text, id);
        }
      }
    }
    auto paths = TextsOf(words, "paths");
    if (!paths) return tl::unexpected(paths.error());
    for (const std::string& path : *paths) {
      role_paths_.Add(path, id);
      role_paths_.Add(ReplaceAll(path, " ", ""), id);
    }
    auto types = TextsOf(words, "types");
    if (!types) return tl::unexpected(types.error());
    for (const std::string& type : *types) role_types_.emplace_back(type, *role);
  }
  return {};
}

}  // namespace klikpad
