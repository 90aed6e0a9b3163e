// A pack: rules that compose checks into verdicts, in YAML (rules/packs). rules/README.md describes
// the grammar; everything here has been checked when it was read.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "judge/check.h"
#include "judge/wording.h"
#include "model/audit.h"

namespace klikpad {

// A check with its arguments: one for every parameter.
struct Call {
  std::shared_ptr<const Check> check;
  std::vector<Argument> arguments;
  int at_least = 1;             // fewer rows count as none
  std::optional<double> share;  // of the rows looked at; fewer count as none. Rests on a whole
};

// One answer of `decide`: the outcome when any of its calls has rows.
struct DecideCase {
  Outcome outcome = Outcome::kPlus;
  std::vector<Call> calls;
  std::optional<Bilingual> says;  // instead of the rule's words for that outcome
};

struct Rule {
  std::string id;
  int line = 0;
  std::optional<Call> look_at;
  std::vector<Call> needs_rows;
  std::vector<DecideCase> decide;  // in order; the first with rows wins
  Outcome otherwise = Outcome::kMinus;
  std::vector<std::string> absence_needs;  // looks
  std::vector<Call> also;
  Bilingual title, fix, why;
  std::vector<std::pair<Outcome, Bilingual>> says;
  std::string cite, from;  // from: ISO date
  double weight = 1;

  // Outcomes of decide and otherwise, without repeats, in the order of the enum.
  std::vector<Outcome> Outcomes() const;
  const Bilingual* Says(Outcome outcome) const;
};

struct Pack {
  std::string name;
  std::string file;
  Bilingual about;
  std::vector<std::pair<std::string, std::string>> parameters;  // $name → words, for sentences
  std::vector<Rule> rules;

  const Rule* Find(std::string_view id) const;
};

using Checks = std::vector<std::shared_ptr<const Check>>;

// `name` is the pack's name, equal to its file's without .yaml.
Result<Pack> ParsePack(const Yaml& yaml, const std::string& name, const Checks& checks,
                       const KnownWords& words);

}  // namespace klikpad
