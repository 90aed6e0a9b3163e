// Reads rules/communities.yaml.

#include "rules/communities.h"

#include "base/text.h"
#include "rules/readings.h"

namespace klikpad {
namespace {

Result<CommunityPlatform> ReadPlatform(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"host", "path", "source"}); !ok) return tl::unexpected(ok.error());
  CommunityPlatform platform;
  std::string path;
  for (const auto& [key, out] :
       {std::pair{"host", &platform.host}, {"path", &path}, {"source", &platform.source}}) {
    if (auto ok = ReadString(yaml, key, *out); !ok) return tl::unexpected(ok.error());
  }
  if (platform.host.empty() || platform.source.empty()) {
    return yaml.Complain("a platform needs 'host' and 'source'");
  }
  if (!path.empty() && path.front() != '/') return yaml.Complain("a path begins with '/'");
  for (std::string_view segment : Split(path, '/')) {
    if (!segment.empty()) platform.path.emplace_back(segment);
  }
  return platform;
}

Result<CommunityExample> ReadExample(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"url", "label", "value", "owner"}); !ok) {
    return tl::unexpected(ok.error());
  }
  CommunityExample example;
  example.line = yaml.Line();
  for (const auto& [key, out] : {std::pair{"url", &example.url},
                                 {"label", &example.label},
                                 {"value", &example.value},
                                 {"owner", &example.owner}}) {
    if (auto ok = ReadString(yaml, key, *out); !ok) return tl::unexpected(ok.error());
  }
  if (example.url.empty()) return yaml.Complain("an example needs 'url'");
  return example;
}

Result<void> ReadLabels(const Yaml& yaml, std::string_view key, int id, PhraseLists& lists) {
  auto labels = yaml.Need(key);
  if (!labels) return tl::unexpected(labels.error());
  for (const Yaml::Member& member : (*labels)->Members()) {
    auto phrases = member.value.Strings();
    if (!phrases) return tl::unexpected(phrases.error());
    // Words of no language in particular hold for all, as English ones do.
    const std::string language = member.key.empty() ? "en" : member.key;
    for (const std::string& phrase : *phrases) lists.Add(language, phrase, id);
  }
  return {};
}

}  // namespace

Result<CommunityFacts> ParseCommunityFacts(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly(
          {"hosts", "paths", "platforms", "labels", "not", "examples", "counter_examples"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  CommunityFacts facts;
  if (auto ok = ReadStrings(yaml, "hosts", facts.hosts); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadStrings(yaml, "paths", facts.paths); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadList(yaml, "platforms", facts.platforms, ReadPlatform); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadLabels(yaml, "labels", 1, facts.labels); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadLabels(yaml, "not", 0, facts.labels); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadList(yaml, "examples", facts.examples, ReadExample); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadList(yaml, "counter_examples", facts.counter_examples, ReadExample); !ok) {
    return tl::unexpected(ok.error());
  }
  return facts;
}

}  // namespace klikpad
