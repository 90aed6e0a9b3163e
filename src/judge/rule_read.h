// One rule of a pack out of YAML.

#pragma once

#include <map>
#include <set>
#include <string>

#include "judge/pack.h"

namespace klikpad {

// A pack's parameters hold only where a rule writes $name: a check's default is never replaced
// behind its back.
struct PackParameters {
  std::map<std::string, const Yaml*> values;
  std::set<std::string> used;
};

Result<Rule> ParseRule(const Yaml& yaml, const Checks& checks, const KnownWords& words,
                       PackParameters& parameters);

// "plus", "minus", "not applicable", "not assessed"
std::string OutcomeText(Outcome outcome);
std::optional<Outcome> OutcomeFromText(const std::string& text);
const std::vector<std::string>& OutcomeTexts();

}  // namespace klikpad
