// Reads rules/tracking-parameters.yaml.

#include "rules/tracking.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"

namespace klikpad {
namespace {

Result<std::string> ParseParameter(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"name", "value", "of", "source"}); !ok)
    return tl::unexpected(ok.error());
  if (auto source = yaml.Need("source"); !source) return tl::unexpected(source.error());
  auto name = yaml.Need("name");
  if (!name) return tl::unexpected(name.error());
  auto pattern = (*name)->String();
  if (!pattern) return tl::unexpected(pattern.error());
  if (pattern->empty() || *pattern == "*") return (*name)->Complain("would match every parameter");
  if (pattern->find('*') < pattern->size() - 1) return (*name)->Complain("* may only stand last");
  const Yaml* value = yaml.Find("value");
  if (value == nullptr) return *pattern;
  auto kind = value->String();
  if (!kind) return tl::unexpected(kind.error());
  if (*kind != "session" || pattern->ends_with('*')) {
    return value->Complain("'value' may be session, of a whole name");
  }
  return *pattern + "=#";
}

}  // namespace

Result<std::vector<std::string>> ParseTrackingParameters(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"parameters"}); !ok) return tl::unexpected(ok.error());
  auto list = yaml.Need("parameters");
  if (!list) return tl::unexpected(list.error());
  if (!(*list)->IsList()) return (*list)->Complain("expected a list of parameters");
  std::vector<std::string> patterns;
  std::set<std::string> seen;
  for (const Yaml& item : (*list)->Items()) {
    auto pattern = ParseParameter(item);
    if (!pattern) return tl::unexpected(pattern.error());
    if (!seen.insert(AsciiLower(*pattern)).second) {
      return item.Complain(fmt::format("'{}' stands here twice", *pattern));
    }
    patterns.push_back(*std::move(pattern));
  }
  return patterns;
}

}  // namespace klikpad
