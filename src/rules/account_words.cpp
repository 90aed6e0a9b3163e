// Word lists are folded once, here, so that comparing needs no second thought.

#include "rules/account_words.h"

#include "base/text.h"

namespace klikpad {
namespace {

Result<WordLists> ReadWords(const Yaml& yaml, std::string_view key) {
  auto lists = yaml.Need(key);
  if (!lists) return tl::unexpected(lists.error());
  if (auto ok = (*lists)->AllowOnly({"nl", "en", "de", "fr", "es", "it"}); !ok) {
    return tl::unexpected(ok.error());
  }
  WordLists words;
  for (const Yaml::Member& member : (*lists)->Members()) {
    auto strings = member.value.Strings();
    if (!strings) return tl::unexpected(strings.error());
    for (const std::string& text : *strings) words[member.key].push_back(FoldAccents(text));
  }
  return words;
}

}  // namespace

Result<UseWords> ParseUseWords(const Yaml& yaml) {
  auto use = yaml.Need("use");
  if (!use) return tl::unexpected(use.error());
  if (auto ok = (*use)->AllowOnly(
          {"contact", "follow", "share", "no_cue", "negation", "no_negation"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  UseWords words;
  for (const auto& [key, out] :
       {std::pair{"contact", &words.contact}, {"follow", &words.follow}, {"share", &words.share},
        {"no_cue", &words.no_cue}, {"negation", &words.negation},
        {"no_negation", &words.no_negation}}) {
    auto lists = ReadWords(**use, key);
    if (!lists) return tl::unexpected(lists.error());
    *out = *std::move(lists);
  }
  return words;
}

Result<OwnershipFacts> ParseOwnership(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"use", "owner"}); !ok) return tl::unexpected(ok.error());
  auto owner = yaml.Need("owner");
  if (!owner) return tl::unexpected(owner.error());
  if (auto ok = (*owner)->AllowOnly({"vendor_handles", "mail_hosts", "credit", "authority",
                                     "authority_hosts", "partner", "staff"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  OwnershipFacts facts;
  auto handles = (*owner)->Need("vendor_handles");
  if (!handles) return tl::unexpected(handles.error());
  for (const Yaml::Member& member : (*handles)->Members()) {
    auto strings = member.value.Strings();
    if (!strings) return tl::unexpected(strings.error());
    facts.vendor_handles[member.key] = *std::move(strings);
  }
  for (const auto& [key, out] : {std::pair{"mail_hosts", &facts.mail_hosts},
                                 {"authority_hosts", &facts.authority_hosts}}) {
    auto list = (*owner)->Need(key);
    if (!list) return tl::unexpected(list.error());
    auto strings = (*list)->Strings();
    if (!strings) return tl::unexpected(strings.error());
    *out = *std::move(strings);
  }
  for (const auto& [key, out] : {std::pair{"credit", &facts.credit}, {"authority", &facts.authority},
                                 {"partner", &facts.partner}, {"staff", &facts.staff}}) {
    auto lists = ReadWords(**owner, key);
    if (!lists) return tl::unexpected(lists.error());
    *out = *std::move(lists);
  }
  return facts;
}

}  // namespace klikpad
