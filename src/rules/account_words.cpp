// One set of phrases for all kinds, so that a longer phrase of one kind takes the words inside it
// out of play for the others ("veelgestelde vragen" promises no answer).

#include "rules/account_words.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

const std::vector<std::string>& Languages() {
  static const std::vector<std::string> kLanguages{"nl", "en", "de", "fr", "es", "it"};
  return kLanguages;
}

Result<void> ReadWords(const Yaml& yaml, std::string_view key, int id, PhraseLists& lists) {
  auto member = yaml.Need(key);
  if (!member) return tl::unexpected(member.error());
  if (auto ok = (*member)->AllowOnly(Languages()); !ok) return ok;
  for (const Yaml::Member& language : (*member)->Members()) {
    auto phrases = language.value.Strings();
    if (!phrases) return tl::unexpected(phrases.error());
    for (const std::string& phrase : *phrases) lists.Add(language.key, phrase, id);
  }
  return {};
}

Result<std::vector<std::string>> ReadStrings(const Yaml& yaml, std::string_view key) {
  auto member = yaml.Need(key);
  if (!member) return tl::unexpected(member.error());
  return (*member)->Strings();
}

}  // namespace

void PhraseLists::Add(std::string_view language, std::string_view phrase, int id) {
  sets_[""].Add(phrase, id);
  for (const std::string& each : Languages()) {
    if (language == each || language == "en") sets_[each].Add(phrase, id);
  }
}

const PhraseSet& PhraseLists::For(std::string_view language) const {
  static const PhraseSet kEmpty;
  auto found = sets_.find(AsciiLower(language.substr(0, language.find('-'))));
  if (found == sets_.end()) found = sets_.find("");
  return found == sets_.end() ? kEmpty : found->second;
}

Result<PhraseLists> ParseUseWords(const Yaml& yaml) {
  auto use = yaml.Need("use");
  if (!use) return tl::unexpected(use.error());
  if (auto ok =
          (*use)->AllowOnly({"contact", "follow", "share", "nothing", "negation", "kept", "left"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  PhraseLists lists;
  for (const auto& [key, cue] : {std::pair{"contact", Cue::kContact},
                                 {"follow", Cue::kFollow},
                                 {"share", Cue::kShare},
                                 {"nothing", Cue::kNothing},
                                 {"negation", Cue::kNegation},
                                 {"kept", Cue::kNothing},
                                 {"left", Cue::kLeft}}) {
    if (auto ok = ReadWords(**use, key, static_cast<int>(cue), lists); !ok) {
      return tl::unexpected(ok.error());
    }
  }
  return lists;
}

Result<OwnershipFacts> ParseOwnership(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"use", "owner", "examples"}); !ok)
    return tl::unexpected(ok.error());
  auto owner = yaml.Need("owner");
  if (!owner) return tl::unexpected(owner.error());
  if (auto ok = (*owner)->AllowOnly({"vendor_handles", "mail_hosts", "credit", "authority",
                                     "authority_hosts", "authority_handles", "authority_numbers",
                                     "referred", "row_heads", "warned_before", "warned_after",
                                     "swindlers", "against_swindlers", "own_again", "partner",
                                     "staff", "title", "app"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  OwnershipFacts facts;
  for (const auto& [key, map] : {std::pair{"vendor_handles", &facts.vendor_handles},
                                 {"authority_handles", &facts.authority_handles}}) {
    auto handles = (*owner)->Need(key);
    if (!handles) return tl::unexpected(handles.error());
    for (const Yaml::Member& member : (*handles)->Members()) {
      auto strings = member.value.Strings();
      if (!strings) return tl::unexpected(strings.error());
      (*map)[member.key] = *std::move(strings);
    }
  }
  for (const auto& [key, out] : {std::pair{"mail_hosts", &facts.mail_hosts},
                                 {"authority_hosts", &facts.authority_hosts},
                                 {"authority_numbers", &facts.authority_numbers}}) {
    auto strings = ReadStrings(**owner, key);
    if (!strings) return tl::unexpected(strings.error());
    *out = *std::move(strings);
  }
  for (const auto& [key, set] :
       {std::pair{"referred", &facts.referred}, {"row_heads", &facts.row_heads}}) {
    auto names = ReadStrings(**owner, key);
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names) set->Add(name, 0);
  }
  for (const auto& [key, lists] : {std::pair{"app", &facts.app_words},
                                   {"title", &facts.titles},
                                   {"warned_before", &facts.warned_before},
                                   {"warned_after", &facts.warned_after},
                                   {"swindlers", &facts.swindlers},
                                   {"against_swindlers", &facts.against_swindlers},
                                   {"own_again", &facts.own_again}}) {
    if (auto ok = ReadWords(**owner, key, 0, *lists); !ok) return tl::unexpected(ok.error());
  }
  for (const auto& [key, kind] : {std::pair{"credit", Owner::kVendor},
                                  {"authority", Owner::kAuthority},
                                  {"partner", Owner::kPartner},
                                  {"staff", Owner::kStaff}}) {
    if (auto ok = ReadWords(**owner, key, static_cast<int>(kind), facts.words); !ok) {
      return tl::unexpected(ok.error());
    }
  }
  return facts;
}

}  // namespace klikpad
