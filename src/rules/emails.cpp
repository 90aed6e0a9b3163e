// Reads rules/emails.yaml.

#include "rules/emails.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "model/page_roles.h"

namespace klikpad {
namespace {

struct List {
  std::string section, key;
  std::vector<std::string>* into;
};

Result<void> ReadList(const Yaml& yaml, const List& list) {
  Result<const Yaml*> section = yaml.Need(list.section);
  if (!section) return tl::unexpected(section.error());
  Result<const Yaml*> words = (*section)->Need(list.key);
  if (!words) return tl::unexpected(words.error());
  Result<std::vector<std::string>> read = (*words)->Strings();
  if (!read) return tl::unexpected(read.error());
  for (std::string& word : *read) word = FoldCase(word);
  std::stable_sort(read->begin(), read->end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  *list.into = std::move(*read);
  return {};
}

// What a mailbox's name may tell.
std::vector<std::string> PurposesOfMailboxes() {
  std::vector<std::string> purposes(kPurposesOfOthers.begin(), kPurposesOfOthers.end());
  purposes.insert(purposes.end(), {"security", "complaints", "billing"});
  return purposes;
}

bool Holds(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool EmailFacts::IsSample(std::string_view local, std::string_view domain) const {
  return Holds(sample_domains, domain) || Holds(sample_locals, local);
}

bool EmailFacts::IsUnread(std::string_view local) const { return Holds(unread_locals, local); }

std::string EmailFacts::PurposeOf(std::string_view local) const {
  const std::string_view first = local.substr(0, local.find_first_of("-_.+"));
  for (const auto& [purpose, locals] : locals_by_purpose) {
    if (Holds(locals, local) || Holds(locals, first)) return purpose;
  }
  return {};
}

Result<EmailFacts> ParseEmailFacts(const Yaml& yaml) {
  EmailFacts facts;
  if (auto ok = yaml.AllowOnly(
          {"at", "dot", "decoys", "attributes", "placeholders", "purposes", "examples", "not"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  const std::vector<std::string> mailboxes = PurposesOfMailboxes();
  std::vector<std::string> purposes{"source"};
  purposes.insert(purposes.end(), mailboxes.begin(), mailboxes.end());
  for (const auto& [section, keys] : std::vector<std::pair<std::string, std::vector<std::string>>>{
           {"at", {"source", "bracketed", "bare", "within"}},
           {"dot", {"source", "bracketed", "bare"}},
           {"decoys", {"source", "words"}},
           {"attributes", {"source", "whole", "user", "domain", "suffix"}},
           {"placeholders", {"source", "domains", "locals", "unread"}},
           {"purposes", purposes}}) {
    Result<const Yaml*> part = yaml.Need(section);
    if (!part) return tl::unexpected(part.error());
    if (auto ok = (*part)->AllowOnly(keys); !ok) return tl::unexpected(ok.error());
  }
  for (const List& list : std::vector<List>{{"at", "bracketed", &facts.at_bracketed},
                                            {"at", "bare", &facts.at_bare},
                                            {"at", "within", &facts.at_within},
                                            {"dot", "bracketed", &facts.dot_bracketed},
                                            {"dot", "bare", &facts.dot_bare},
                                            {"decoys", "words", &facts.decoys},
                                            {"attributes", "whole", &facts.whole_attributes},
                                            {"attributes", "user", &facts.user_attributes},
                                            {"attributes", "domain", &facts.domain_attributes},
                                            {"attributes", "suffix", &facts.suffix_attributes},
                                            {"placeholders", "domains", &facts.sample_domains},
                                            {"placeholders", "locals", &facts.sample_locals},
                                            {"placeholders", "unread", &facts.unread_locals}}) {
    if (auto ok = ReadList(yaml, list); !ok) return tl::unexpected(ok.error());
  }
  for (const std::string& purpose : mailboxes) {
    std::vector<std::string>& locals =
        facts.locals_by_purpose.emplace_back(purpose, std::vector<std::string>()).second;
    if (auto ok = ReadList(yaml, {"purposes", purpose, &locals}); !ok) {
      return tl::unexpected(ok.error());
    }
  }
  return facts;
}

}  // namespace klikpad
