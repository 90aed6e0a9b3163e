// Sentences of verdicts in Dutch and English: placeholders filled in, figures with their unit in
// words (rules/wording.yaml).

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/audit.h"
#include "rules/channels.h"

namespace klikpad {

enum class Language { kNl, kEn };

// Placeholder → text, already in the right language.
using Values = std::map<std::string, std::string>;

// Names of the {placeholders} in `text`, sorted, without repeats; an error for a stray brace.
Result<std::vector<std::string>> Placeholders(std::string_view text);
std::string FillIn(std::string_view text, const Values& values);

// What klikpad itself says, beside the packs.
struct Wording {
  struct Unit {
    Bilingual one, many;  // "{n} klik", "{n} klikken"
  };
  std::map<std::string, Unit> units;
  std::map<std::string, Bilingual> looks;             // coverage name → "de hele site"
  std::map<std::string, Bilingual> roles;             // role → "de startpagina"
  std::map<std::string, Bilingual> channels_in_text;  // channel → "telefoon"; else its name
  std::map<std::string, Bilingual> faults;            // of certificates
  std::map<std::string, Bilingual> reasons;           // nothing-to-look-at, incomplete, …
  std::map<std::string, Bilingual> said;              // what an auditor wrote in both languages
  const Channels* channels = nullptr;                 // words of channels are shown by name

  // "1 uur 25 minuten", "3 clicks", "+31 20 …" as it is.
  std::string Value(const std::string& value, const std::string& unit, Language language) const;
  // The name of a channel, role or fault, else the word itself.
  std::string Name(const std::string& word, Language language) const;
  // A text of a row of what the auditor noted; any other text as it is.
  const std::string& Said(const EvidenceRow& row, const std::string& text, Language language) const;
  // "Facebook, LinkedIn en YouTube"
  std::string List(const std::vector<std::string>& parts, Language language) const;
  Bilingual Reason(const std::string& key, const std::vector<std::string>& looks) const;
};

inline const std::string& In(const Bilingual& text, Language language) {
  return language == Language::kNl ? text.nl : text.en;
}

Result<Bilingual> ParseBilingual(const Yaml& yaml);
Result<Wording> ParseWording(const Yaml& yaml, const Channels& channels);

}  // namespace klikpad
