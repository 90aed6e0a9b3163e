// YAML → Pack.

#include <algorithm>
#include <set>

#include "base/civil_time.h"
#include "base/text.h"
#include "judge/pack.h"
#include "judge/pack_lint.h"
#include "judge/rule_read.h"

namespace klikpad {

std::vector<Outcome> Rule::Outcomes() const {
  std::set<Outcome> all = {otherwise};
  for (const DecideCase& c : decide) all.insert(c.outcome);
  return {all.begin(), all.end()};
}

const Bilingual* Rule::Says(Outcome outcome) const {
  const auto it = std::find_if(says.begin(), says.end(),
                               [&](const auto& said) { return said.first == outcome; });
  return it == says.end() ? nullptr : &it->second;
}

const Rule* Pack::Find(std::string_view id) const {
  const auto it =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id == id; });
  return it == rules.end() ? nullptr : &*it;
}

Result<Pack> ParsePack(const Yaml& yaml, const std::string& name, const Checks& checks,
                       const KnownWords& words) {
  if (auto ok = yaml.AllowOnly({"pack", "about", "parameters", "rules"}); !ok) {
    return tl::unexpected(ok.error());
  }
  Pack pack;
  pack.name = name;
  pack.file = yaml.File();
  auto said_name = yaml.Need("pack");
  if (!said_name) return tl::unexpected(said_name.error());
  if ((*said_name)->Scalar() != name) {
    return (*said_name)
        ->Complain("the pack is named '" + (*said_name)->Scalar() + "', its file '" + name + "'");
  }
  auto about = yaml.Need("about");
  if (!about) return tl::unexpected(about.error());
  auto about_text = ParseBilingual(**about);
  if (!about_text) return tl::unexpected(about_text.error());
  pack.about = *about_text;

  PackParameters parameters;
  if (const Yaml* map = yaml.Find("parameters")) {
    for (const auto& member : map->Members()) {
      parameters.values.emplace(member.key, &member.value);
      const auto& value = member.value;
      pack.parameters.emplace_back(
          member.key, value.IsScalar()
                          ? value.Scalar()
                          : Join(value.Strings().value_or(std::vector<std::string>{}), ", "));
    }
  }
  auto rules = yaml.Need("rules");
  if (!rules) return tl::unexpected(rules.error());
  if (!(*rules)->IsList() || (*rules)->Items().empty()) {
    return (*rules)->Complain("rules is a list of rules");
  }
  for (const Yaml& item : (*rules)->Items()) {
    auto rule = ParseRule(item, checks, words, parameters);
    if (!rule) return tl::unexpected(rule.error());
    if (pack.Find(rule->id)) return item.Complain("rule '" + rule->id + "' twice");
    if (auto ok = LintRule(*rule, pack, item); !ok) return tl::unexpected(ok.error());
    pack.rules.push_back(std::move(*rule));
  }
  for (const auto& [key, value] : parameters.values) {
    if (!parameters.used.contains(key)) {
      return value->Complain("no rule uses the parameter '" + key + "' (as $" + key + ")");
    }
  }
  return pack;
}

}  // namespace klikpad
