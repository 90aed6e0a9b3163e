// Reads rules/networks.yaml and rules/messaging.yaml, one shape for both.

#include "rules/networks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/domain.h"
#include "base/text.h"
#include "rules/account_words.h"

namespace klikpad {
namespace {

using Status = Result<void>;

// Sets `out` when the key is there.
Status ReadStrings(const Yaml& yaml, std::string_view key, std::vector<std::string>& out) {
  const Yaml* value = yaml.Find(key);
  if (!value) return {};
  auto strings = value->Strings();
  if (!strings) return tl::unexpected(strings.error());
  out = *std::move(strings);
  return {};
}

Status ReadString(const Yaml& yaml, std::string_view key, std::string& out) {
  const Yaml* value = yaml.Find(key);
  if (!value) return {};
  auto text = value->String();
  if (!text) return tl::unexpected(text.error());
  out = *std::move(text);
  return {};
}

Status ReadBool(const Yaml& yaml, std::string_view key, bool& out) {
  const Yaml* value = yaml.Find(key);
  if (!value) return {};
  auto flag = value->Bool();
  if (!flag) return tl::unexpected(flag.error());
  out = *flag;
  return {};
}

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

Result<UrlTemplate> ReadTemplate(const Yaml& place, std::string_view text,
                                 const std::string& handle) {
  auto [parsed, problem] = UrlTemplate::Parse(text, handle);
  if (!parsed) return place.Complain(fmt::format("'{}': {}", text, problem));
  return *std::move(parsed);
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
  if (auto ok = yaml.AllowOnly({"class", "attribute", "handle", "use"}); !ok) {
    return tl::unexpected(ok.error());
  }
  Embed embed;
  if (auto ok = ReadString(yaml, "class", embed.css_class); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadString(yaml, "attribute", embed.attribute); !ok) {
    return tl::unexpected(ok.error());
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

template <typename T, typename Read>
Status ReadList(const Yaml& yaml, std::string_view key, std::vector<T>& out, Read read) {
  const Yaml* list = yaml.Find(key);
  if (!list) return {};
  if (!list->IsList()) return list->Complain(fmt::format("'{}' must be a list", key));
  for (const Yaml& item : list->Items()) {
    auto value = read(item);
    if (!value) return tl::unexpected(value.error());
    out.push_back(*std::move(value));
  }
  return {};
}

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

// "{handle}.hyves.nl/*" → "hyves"; "skype:{handle}" → "skype:"; "pinterest.*" → "pinterest".
std::string IndexKey(std::string_view address) {
  std::string plain;
  int depth = 0;
  for (char c : address) {
    if (c == '{') ++depth;
    if (depth == 0) plain += c;
    if (c == '}' && --depth == 0) plain += 'a';
  }
  const std::size_t colon = plain.find(':');
  if (colon != std::string::npos) return plain.substr(0, colon + 1);
  std::string host = plain.substr(0, plain.find('/'));
  if (host.ends_with(".*")) host = host.substr(0, host.size() - 1) + "com";
  return DomainLabel(host);
}

void AddToIndex(Networks& networks, std::size_t which) {
  const Network& network = networks.list[which];
  std::vector<std::string> keys;
  for (const std::string& host : network.hosts) keys.push_back(IndexKey(host));
  for (const auto& [host, kind] : network.aside) {
    if (host.find('.') != std::string::npos) keys.push_back(IndexKey(host));
  }
  for (const UrlRule& rule : network.rules) {
    for (const UrlTemplate& address : rule.addresses) keys.push_back(IndexKey(address.Text()));
  }
  for (std::size_t i = 0; i < network.embeds.size(); ++i) {
    networks.embed_classes.emplace(network.embeds[i].css_class, std::pair{which, i});
  }
  for (const auto* words : {&network.words, &network.exact_words}) {
    for (const std::string& word : *words) networks.names.Add(word, static_cast<int>(which));
  }
  for (const std::string& key : keys) {
    std::vector<std::size_t>& claims = networks.index[key];
    if (claims.empty() || claims.back() != which) claims.push_back(which);
  }
}

Status ReadNetworkList(const Yaml& yaml, bool is_messenger, Networks& networks) {
  auto list = yaml.Need("networks");
  if (!list) return tl::unexpected(list.error());
  for (const Yaml& item : (*list)->Items()) {
    auto network = ReadNetwork(item);
    if (!network) return tl::unexpected(network.error());
    if (networks.Find(network->id)) {
      return item.Complain(fmt::format("network '{}' stands here twice", network->id));
    }
    network->is_messenger = is_messenger;
    networks.list.push_back(*std::move(network));
    AddToIndex(networks, networks.list.size() - 1);
  }
  return {};
}

Result<Redirector> ReadRedirector(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"at", "key"}); !ok) return tl::unexpected(ok.error());
  auto at = yaml.Need("at");
  if (!at) return tl::unexpected(at.error());
  auto key = yaml.Need("key");
  if (!key) return tl::unexpected(key.error());
  auto address = ReadTemplate(**at, (*at)->Scalar(), "");
  if (!address) return tl::unexpected(address.error());
  return Redirector{*std::move(address), (*key)->Scalar()};
}

}  // namespace

const Network* Networks::Find(std::string_view id) const {
  for (const Network& network : list) {
    if (network.id == id) return &network;
  }
  return nullptr;
}

std::vector<Networks::Name> Networks::NamesIn(std::string_view text,
                                              const std::vector<TextWord>& words) const {
  std::vector<Name> found;
  for (const PhraseSet::Hit& hit : names.FindAll(words)) {
    const Network& network = list[static_cast<std::size_t>(hit.id)];
    const std::string_view as_written = text.substr(hit.begin, hit.end - hit.begin);
    const std::string folded = FoldAccents(as_written);
    const bool is_word =
        std::any_of(network.words.begin(), network.words.end(),
                    [&](const std::string& word) { return FoldAccents(word) == folded; });
    const bool is_exact = std::find(network.exact_words.begin(), network.exact_words.end(),
                                    as_written) != network.exact_words.end();
    if (is_word || is_exact)
      found.push_back({static_cast<std::size_t>(hit.id), hit.begin, hit.end});
  }
  return found;
}

Result<Networks> ParseNetworks(const Yaml& yaml, const Yaml& messaging, const Yaml& words) {
  if (auto ok = yaml.AllowOnly({"subdomains", "redirectors", "networks"}); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = messaging.AllowOnly({"networks"}); !ok) return tl::unexpected(ok.error());
  Networks networks;
  if (auto ok = ReadStrings(yaml, "subdomains", networks.subdomains); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadList(yaml, "redirectors", networks.redirectors, ReadRedirector); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadNetworkList(yaml, false, networks); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadNetworkList(messaging, true, networks); !ok) return tl::unexpected(ok.error());
  auto use = ParseUseWords(words);
  if (!use) return tl::unexpected(use.error());
  networks.use_words = *std::move(use);
  auto ownership = ParseOwnership(words);
  if (!ownership) return tl::unexpected(ownership.error());
  networks.ownership = *std::move(ownership);
  return networks;
}

}  // namespace klikpad
