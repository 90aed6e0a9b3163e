// Reading rules/stores.yaml.

#include "rules/store_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::array<std::pair<std::string_view, ListingFact>, 8> kFacts = {
    {{"website", ListingFact::kWebsite},
     {"support", ListingFact::kSupport},
     {"privacy", ListingFact::kPrivacy},
     {"seller", ListingFact::kSeller},
     {"email", ListingFact::kEmail},
     {"phone", ListingFact::kPhone},
     {"address", ListingFact::kAddress},
     {"updated", ListingFact::kUpdated}}};

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

// Twelve lists of names.
Result<void> ReadMonths(const Yaml& yaml, StoreWords& words) {
  if (!yaml.IsList() || yaml.Items().size() != 12) {
    return yaml.Complain("expected twelve lists, one a month");
  }
  for (std::size_t i = 0; i < 12; ++i) {
    auto names = yaml.Items()[i].Strings();
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) {
      const int month = static_cast<int>(i) + 1;
      const auto [known, is_new] = words.months.emplace(Folded(name), month);
      if (!is_new && known->second != month) {
        return yaml.Items()[i].Complain("'" + name + "' is two months");
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

bool StoreWords::IsNamedIn(std::string_view text, ListingFact fact) const {
  const std::string folded = Folded(text);
  return std::any_of(labels.begin(), labels.end(), [&](const auto& label) {
    return label.second == fact && label.first.find(' ') != std::string::npos &&
           folded.find(label.first) != std::string::npos;
  });
}

Result<StoreWords> ParseStoreWords(const Yaml& yaml) {
  StoreWords words;
  Result<void> done = yaml.AllowOnly({"labels", "months", "consent", "challenge"});
  for (const char* key : {"labels", "months", "consent", "challenge"}) {
    if (!done) break;
    const auto part = yaml.Need(key);
    if (!part) return tl::unexpected(part.error());
    const std::string name = key;
    if (name == "labels") done = ReadLabels(**part, words);
    if (name == "months") done = ReadMonths(**part, words);
    if (name == "consent") done = ReadPages(**part, words.consent_hosts, words.consent_marks);
    if (name == "challenge") done = ReadPages(**part, words.challenge_hosts, words.challenge_marks);
  }
  if (!done) return tl::unexpected(done.error());
  return words;
}

}  // namespace klikpad
