// The typed parameters of checks: what a value may be, and how it is bound. SQLite would accept
// anything: a misspelt channel or a number bound as text is no error to it, only a wrong verdict.

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "evidence/evidence_db.h"
#include "rules/channels.h"
#include "rules/vocabulary.h"

namespace klikpad {

// "channel", "integer", "list of use": `base` is one of TypeNames().
struct ParameterType {
  std::string base;
  bool is_list = false;
  std::string Text() const { return is_list ? "list of " + base : base; }
  bool operator==(const ParameterType&) const = default;
};

// A value that fits its type.
struct Argument {
  std::string name;
  ParameterType type;
  std::vector<std::string> words;  // as written, one unless a list; for sentences
  SqlValue value;                  // a list is bound as a JSON array
};

struct Parameter {
  std::string name;
  ParameterType type;
  std::vector<Argument> by_default;  // one, or none: then a call must give a value
};

// What values are checked against.
struct KnownWords {
  const Channels* channels = nullptr;
  const Vocabulary* vocabulary = nullptr;
};

const std::vector<std::string>& TypeNames();
Result<ParameterType> ParseType(std::string_view text);
// All words of a closed type ("role", "channel", "words"); empty for word, integer, number, yes-no.
std::vector<std::string> WordsOfType(const std::string& base, const KnownWords& words);
Result<Argument> ParseArgument(const std::string& name, const ParameterType& type, const Yaml& yaml,
                               const KnownWords& words);

}  // namespace klikpad
