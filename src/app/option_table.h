// What a command takes, as a table: its words, its options and its own commands, each bound to a
// variable. Reads a command line as GNU programs do, and writes the help.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace klikpad {

class OptionTable {
 public:
  OptionTable(std::string name, std::string about)
      : name_(std::move(name)), about_(std::move(about)) {}
  // Commands point to the table that they belong to.
  OptionTable(const OptionTable&) = delete;
  OptionTable& operator=(const OptionTable&) = delete;

  // A command of this one; stays where it is. A table with commands needs one of them, unless it
  // is the program itself.
  OptionTable& Command(const std::string& name, const std::string& about);

  // The heading in the help under which the following options stand.
  void Group(const std::string& name) { group_ = name; }

  // A word without a dash, in the order of the calls. `shown` is what the help calls it.
  void Word(const std::string& shown, const std::string& help, std::string& to,
            bool is_required = true);
  // `names` as "--output" or "-o,--output". Texts may be given several times.
  void Flag(const std::string& names, const std::string& help, bool& to);
  void Text(const std::string& names, const std::string& shown, const std::string& help,
            std::string& to);
  void Texts(const std::string& names, const std::string& shown, const std::string& help,
             std::vector<std::string>& to);
  void Number(const std::string& names, const std::string& shown, const std::string& help, int& to,
              int least, int most);

  struct Option {
    enum class Kind { kWord, kFlag, kText, kTexts, kNumber };
    Kind kind = Kind::kText;
    std::string short_name, long_name;  // "-o" or "", "--output"; "" both for a word
    std::string shown, help, group;
    bool is_required = false;
    bool* flag = nullptr;
    std::string* text = nullptr;
    std::vector<std::string>* texts = nullptr;
    int* number = nullptr;
    int least = 0, most = 0;
  };

  struct Read {
    const OptionTable* command = nullptr;  // the innermost that was named
    bool wants_help = false;
    std::vector<const Option*> given;  // in the order of the line
    // Was an option given? `long_name` with its dashes.
    bool Has(std::string_view long_name) const;
  };
  // Fills the variables. The error is one sentence, with a suggestion where a word is near.
  Result<Read> Parse(const std::vector<std::string>& arguments) const;

  std::string Help() const;

  // "klikpad rules explain"
  std::string FullName() const;
  const std::string& Name() const { return name_; }
  const std::vector<Option>& Options() const { return options_; }
  const std::vector<std::unique_ptr<OptionTable>>& Commands() const { return commands_; }
  // Null when there is none.
  const OptionTable* Find(std::string_view command) const;
  const OptionTable* Parent() const { return parent_; }

 private:
  Option& Add(Option::Kind kind, const std::string& names, const std::string& shown,
              const std::string& help);

  std::string name_, about_, group_ = "Options";
  const OptionTable* parent_ = nullptr;
  std::vector<Option> options_;
  std::vector<std::unique_ptr<OptionTable>> commands_;
};

}  // namespace klikpad
