// A mistake in any key is named with file and line.

#include "rules/network_read.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "rules/readings.h"

namespace klikpad {
namespace {

using Status = Result<void>;

// "none" is nothing.
Result<std::optional<Use>> ReadUse(const Yaml& yaml, std::string_view key) {
  const Yaml* value = yaml.Find(key);
  if (!value || value->Scalar() == "none") return std::optional<Use>();
  const auto use = FromWord<Use>(value->Scalar());
  if (!use) {
    return value->Complain(fmt::format("'{}' is no use", value->Scalar()),
                           Nearest(value->Scalar(), AllWords<Use>()));
  }
  return std::optional<Use>(use);
}

Status ReadTemplates(const Yaml& yaml, std::string_view key, const std::string& handle,
                     std::vector<UrlTemplate>& out) {
  std::vector<std::string> texts;
  if (auto ok = ReadStrings(yaml, key, texts); !ok) return ok;
  for (const std::string& text : texts) {
    auto parsed = ReadTemplate(*yaml.Find(key), text, handle);
    if (!parsed) return tl::unexpected(parsed.error());
    out.push_back(*std::move(parsed));
  }
  return {};
}

Status ReadQuery(const Yaml& yaml, const std::string& handle, UrlRule& rule) {
  const Yaml* query = yaml.Find("query");
  if (!query) return {};
  for (const Yaml::Member& member : query->Members()) {
    auto text = member.value.String();
    if (!text) return tl::unexpected(text.error());
    auto parsed = ReadTemplate(member.value, *text, handle);
    if (!parsed) return tl::unexpected(parsed.error());
    rule.query.emplace_back(member.key, *std::move(parsed));
  }
  return {};
}

Result<UrlRule> ReadRule(const Yaml& yaml, const std::string& handle) {
  if (auto ok = yaml.AllowOnly(
          {"kind", "use", "path", "at", "query", "fragment", "value", "nested", "person", "case"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  UrlRule rule;
  auto kind = yaml.Need("kind");
  if (!kind) return tl::unexpected(kind.error());
  rule.kind = (*kind)->Scalar();
  auto use = ReadUse(yaml, "use");
  if (!use) return tl::unexpected(use.error());
  rule.use = *use;
  auto nested = ReadUse(yaml, "nested");
  if (!nested) return tl::unexpected(nested.error());
  rule.nested = *nested;
  if (auto ok = ReadTemplates(yaml, "path", handle, rule.paths); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadTemplates(yaml, "at", handle, rule.addresses); !ok) {
    return tl::unexpected(ok.error());
  }
  if (rule.paths.empty() && rule.addresses.empty()) return yaml.Complain("needs 'path' or 'at'");
  if (auto ok = ReadQuery(yaml, handle, rule); !ok) return tl::unexpected(ok.error());
  if (const Yaml* fragment = yaml.Find("fragment")) {
    auto parsed = ReadTemplate(*fragment, fragment->Scalar(), handle);
    if (!parsed) return tl::unexpected(parsed.error());
    rule.fragment = *std::move(parsed);
  }
  if (auto ok = ReadString(yaml, "value", rule.value); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadBool(yaml, "person", rule.is_person); !ok) return tl::unexpected(ok.error());
  if (const Yaml* letters = yaml.Find("case")) {
    if (letters->Scalar() != "keep") return letters->Complain("only 'keep' has a meaning here");
    rule.keeps_case = true;
  }
  return rule;
}

Result<UrlExample> ReadExample(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"url", "kind", "use", "handle", "value"}); !ok) {
    return tl::unexpected(ok.error());
  }
  UrlExample example;
  example.line = yaml.Line();
  for (const auto& [key, out] : {std::pair{"url", &example.url},
                                 {"kind", &example.kind},
                                 {"use", &example.use},
                                 {"handle", &example.handle}}) {
    if (auto ok = ReadString(yaml, key, *out); !ok) return tl::unexpected(ok.error());
  }
  if (example.url.empty()) return yaml.Complain("an example needs 'url'");
  if (const Yaml* value = yaml.Find("value")) example.value = value->Scalar();
  return example;
}

Result<Embed> ReadEmbed(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"class", "attribute", "handle", "key", "address", "use"}); !ok) {
    return tl::unexpected(ok.error());
  }
  Embed embed;
  if (auto ok = ReadString(yaml, "class", embed.css_class); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadString(yaml, "attribute", embed.attribute); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadString(yaml, "key", embed.key); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadString(yaml, "address", embed.address); !ok) return tl::unexpected(ok.error());
  if (!embed.address.empty() && embed.address.find("{number}") == std::string::npos) {
    return yaml.Complain("'address' holds no {number}");
  }
  if (const Yaml* handle = yaml.Find("handle")) {
    embed.attribute = handle->Scalar();
    embed.is_handle = true;
  }
  auto use = ReadUse(yaml, "use");
  if (!use) return tl::unexpected(use.error());
  if (embed.css_class.empty() || !*use) return yaml.Complain("an embed needs 'class' and 'use'");
  embed.use = **use;
  return embed;
}

}  // namespace

Result<Network> ReadNetwork(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"id", "channel", "name", "words", "exact_words", "hosts",
                                "subdomains", "aside", "handle", "printed", "reserved", "rules",
                                "embeds", "examples", "any_host", "source"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  for (const char* key : {"id", "rules", "examples", "source"}) {
    if (auto value = yaml.Need(key); !value) return tl::unexpected(value.error());
  }
  Network network;
  std::string handle = "[^/]+";
  std::string printed;
  for (const auto& [key, out] : {std::pair{"id", &network.id},
                                 {"channel", &network.channel},
                                 {"name", &network.name},
                                 {"handle", &handle},
                                 {"printed", &printed}}) {
    if (auto ok = ReadString(yaml, key, *out); !ok) return tl::unexpected(ok.error());
  }
  for (const auto& [key, out] : {std::pair{"words", &network.words},
                                 {"hosts", &network.hosts},
                                 {"exact_words", &network.exact_words},
                                 {"subdomains", &network.subdomains},
                                 {"reserved", &network.reserved}}) {
    if (auto ok = ReadStrings(yaml, key, *out); !ok) return tl::unexpected(ok.error());
  }
  for (std::string& word : network.reserved) word = AsciiLower(word);
  std::sort(network.reserved.begin(), network.reserved.end());
  if (const Yaml* aside = yaml.Find("aside")) {
    for (const Yaml::Member& member : aside->Members()) {
      std::vector<std::string> hosts;
      if (auto ok = ReadStrings(*aside, member.key, hosts); !ok) return tl::unexpected(ok.error());
      for (const std::string& host : hosts) network.aside[host] = member.key;
    }
  }
  if (!printed.empty()) {
    auto parsed = ReadTemplate(*yaml.Find("printed"), printed, handle);
    if (!parsed) return tl::unexpected(parsed.error());
    network.printed = *std::move(parsed);
  }
  if (auto ok = ReadBool(yaml, "any_host", network.takes_marked_hosts); !ok) {
    return tl::unexpected(ok.error());
  }
  auto read_rule = [&](const Yaml& item) { return ReadRule(item, handle); };
  if (auto ok = ReadList(yaml, "rules", network.rules, read_rule); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadList(yaml, "embeds", network.embeds, ReadEmbed); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadList(yaml, "examples", network.examples, ReadExample); !ok) {
    return tl::unexpected(ok.error());
  }
  if (network.examples.empty()) return yaml.Complain("a network needs examples");
  auto sources = yaml.Find("source")->Strings();
  if (!sources) return tl::unexpected(sources.error());
  network.source = Join(*sources, "; ");
  return network;
}

}  // namespace klikpad
