// Reading rules/stores.yaml.

#include "rules/store_words.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::array<std::pair<std::string_view, ListingFact>, 7> kFacts = {
    {{"website", ListingFact::kWebsite},
     {"support", ListingFact::kSupport},
     {"privacy", ListingFact::kPrivacy},
     {"seller", ListingFact::kSeller},
     {"email", ListingFact::kEmail},
     {"phone", ListingFact::kPhone},
     {"address", ListingFact::kAddress}}};

std::string Folded(std::string_view label) {
  std::string text = FoldAccents(CollapseSpace(label));
  while (text.ends_with(':') || text.ends_with(' ')) text.pop_back();
  return text;
}

Result<void> ReadLabels(const Yaml& yaml, StoreWords& words) {
  std::vector<std::string> keys;
  for (const auto& [key, fact] : kFacts) keys.emplace_back(key);
  if (auto done = yaml.AllowOnly(keys); !done) return done;
  for (const auto& [key, fact] : kFacts) {
    auto list = yaml.Need(key);
    if (!list) return tl::unexpected(list.error());
    auto labels = (*list)->Strings();
    if (!labels) return tl::unexpected(labels.error());
    for (const std::string& label : *labels) {
      const auto [known, is_new] = words.labels.emplace(Folded(label), fact);
      if (!is_new && known->second != fact) {
        return (*list)->Complain("'" + label + "' means two things");
      }
    }
  }
  return {};
}

Result<void> ReadPages(const Yaml& yaml, std::vector<std::string>& hosts,
                       std::vector<std::string>& marks) {
  if (auto done = yaml.AllowOnly({"hosts", "marks"}); !done) return done;
  for (const auto& [key, to] : {std::pair{"hosts", &hosts}, std::pair{"marks", &marks}}) {
    auto list = yaml.Need(key);
    if (!list) return tl::unexpected(list.error());
    auto texts = (*list)->Strings();
    if (!texts) return tl::unexpected(texts.error());
    *to = std::move(*texts);
  }
  return {};
}

}  // namespace

std::optional<ListingFact> StoreWords::FactOf(std::string_view label) const {
  const auto found = labels.find(Folded(label));
  return found == labels.end() ? std::nullopt : std::optional(found->second);
}

Result<StoreWords> ParseStoreWords(const Yaml& yaml) {
  StoreWords words;
  Result<void> done = yaml.AllowOnly({"labels", "consent", "challenge"});
  for (const char* key : {"labels", "consent", "challenge"}) {
    if (!done) break;
    const auto part = yaml.Need(key);
    if (!part) return tl::unexpected(part.error());
    const std::string name = key;
    if (name == "labels") done = ReadLabels(**part, words);
    if (name == "consent") done = ReadPages(**part, words.consent_hosts, words.consent_marks);
    if (name == "challenge") done = ReadPages(**part, words.challenge_hosts, words.challenge_marks);
  }
  if (!done) return tl::unexpected(done.error());
  return words;
}

}  // namespace klikpad
