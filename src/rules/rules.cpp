// Reads the whole folder `rules` and digests it.

#include "rules/rules.h"

#include "base/files.h"
#include "base/hash.h"
#include "rules/tracking.h"

namespace klikpad {
namespace {

struct Digests {
  std::string all, knowledge;
};

bool IsForJudging(const std::string& file) {
  return file.starts_with("packs/") || file.starts_with("checks/") || file.starts_with("twins/");
}

// All YAML and SQL files with their names, so that a renamed or moved rule changes the digest too.
Result<Digests> DigestOf(const std::string& folder) {
  auto files = ListFiles(folder);
  if (!files) return tl::unexpected(files.error());
  std::string all, knowledge;
  for (const std::string& file : *files) {
    const bool is_rule = file.size() > 4 && (file.compare(file.size() - 5, 5, ".yaml") == 0 ||
                                             file.compare(file.size() - 4, 4, ".sql") == 0);
    if (!is_rule) continue;
    auto text = ReadFile(folder + "/" + file);
    if (!text) return tl::unexpected(text.error());
    const std::string line = file + '\0' + Digest(*text) + '\n';
    all += line;
    if (!IsForJudging(file)) knowledge += line;
  }
  return Digests{Digest(all), Digest(knowledge)};
}

// Reads one file with `parse` into `to`; keeps the first error.
template <typename T, typename Parse>
void Read(const std::string& path, Parse parse, T& to, Result<void>& status) {
  if (!status) return;
  auto yaml = Yaml::Load(path);
  if (!yaml) {
    status = tl::unexpected(yaml.error());
    return;
  }
  auto value = parse(*yaml);
  if (!value) {
    status = tl::unexpected(value.error());
    return;
  }
  to = std::move(*value);
}

// Networks rest on three files that refer to each other.
Result<Networks> LoadNetworks(const std::string& folder) {
  auto networks = Yaml::Load(folder + "/networks.yaml");
  if (!networks) return tl::unexpected(networks.error());
  auto messaging = Yaml::Load(folder + "/messaging.yaml");
  if (!messaging) return tl::unexpected(messaging.error());
  auto words = Yaml::Load(folder + "/account-words.yaml");
  if (!words) return tl::unexpected(words.error());
  return ParseNetworks(*networks, *messaging, *words);
}

}  // namespace

Result<Rules> LoadRules(const std::string& folder) {
  Rules rules;
  Result<void> status;
  Read(folder + "/channels.yaml", ParseChannels, rules.channels, status);
  Read(folder + "/click-model.yaml", ParseClickModel, rules.clicks, status);
  Read(folder + "/metrics.yaml", ParseMetricFacts, rules.metrics, status);
  Read(folder + "/tracking-parameters.yaml", ParseTrackingParameters, rules.tracking_parameters,
       status);
  Read(folder + "/phones.yaml", ParsePhoneFacts, rules.phones, status);
  Read(folder + "/emails.yaml", ParseEmailFacts, rules.emails, status);
  Read(folder + "/stores.yaml", ParseStoreWords, rules.stores, status);
  Read(folder + "/addresses.yaml", ParseAddressFacts, rules.addresses, status);
  Read(folder + "/communities.yaml", ParseCommunityFacts, rules.communities, status);
  Read(folder + "/forms.yaml", ParseFormWords, rules.forms, status);
  Read(folder + "/messages.yaml", MessageWords::Parse, rules.messages, status);
  Read(folder + "/chat-vendors.yaml", ParseVendors, rules.vendors, status);
  if (!status) return tl::unexpected(status.error());
  auto networks = LoadNetworks(folder);
  if (!networks) return tl::unexpected(networks.error());
  rules.networks = std::move(*networks);
  auto vocabulary = LoadVocabulary(folder + "/vocabulary");
  if (!vocabulary) return tl::unexpected(vocabulary.error());
  rules.vocabulary = std::move(*vocabulary);
  auto digest = DigestOf(folder);
  if (!digest) return tl::unexpected(digest.error());
  rules.digest = std::move(digest->all);
  rules.knowledge_digest = std::move(digest->knowledge);
  return rules;
}

}  // namespace klikpad
