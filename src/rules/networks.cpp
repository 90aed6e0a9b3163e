// Reads rules/networks.yaml and rules/messaging.yaml, one shape for both.

#include "rules/networks.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/domain.h"
#include "base/text.h"
#include "rules/account_words.h"
#include "rules/network_read.h"
#include "rules/readings.h"

namespace klikpad {
namespace {

using Status = Result<void>;

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
    networks.embed_filter.Add(network.embeds[i].css_class);
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
