// Reading a command line against a table. "--name value", "--name=value", "-n value", "-nvalue",
// flags in one word ("-qv"), "--" before words that begin with a dash (POSIX.1-2017, XBD 12.2; GNU
// long options).

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/option_table.h"
#include "base/text.h"

namespace klikpad {
namespace {

using Option = OptionTable::Option;
using Kind = Option::Kind;

class Reader {
 public:
  Reader(const OptionTable& root, const std::vector<std::string>& arguments)
      : arguments_(arguments) {
    read_.command = &root;
  }

  Result<OptionTable::Read> Run() {
    bool only_words = false;
    while (at_ < arguments_.size() && !read_.wants_help) {
      const std::string& argument = arguments_[at_++];
      Result<void> done;
      if (only_words || argument == "-" || !argument.starts_with('-')) {
        done = TakeWord(argument);
      } else if (argument == "--") {
        only_words = true;
      } else if (argument.starts_with("--")) {
        done = TakeLong(argument);
      } else {
        done = TakeShort(argument);
      }
      if (!done) return tl::unexpected(done.error());
    }
    if (read_.wants_help) return std::move(read_);
    if (auto done = CheckWhole(); !done) return tl::unexpected(done.error());
    return std::move(read_);
  }

 private:
  Result<void> TakeWord(const std::string& word) {
    const OptionTable& table = *read_.command;
    if (!table.Commands().empty()) {
      const OptionTable* command = table.Find(word);
      if (command == nullptr) return UnknownCommand(word);
      read_.command = command;
      words_ = 0;
      return {};
    }
    std::size_t index = 0;
    for (const Option& option : table.Options()) {
      if (option.kind != Kind::kWord || index++ != words_) continue;
      ++words_;
      *option.text = word;
      read_.given.push_back(&option);
      return {};
    }
    return Fail(fmt::format("'{}' takes no further argument '{}'", Title(), word));
  }

  Result<void> TakeLong(const std::string& argument) {
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    if (name == "--help") return WantHelp();
    const Option* option = FindOption(name, &Option::long_name);
    if (option == nullptr) return UnknownOption(name);
    if (equals == argument.npos) return Take(*option);
    if (option->kind == Kind::kFlag) return Fail(name + " takes no value");
    return Fill(*option, argument.substr(equals + 1));
  }

  // "-qv", "-oDIR"
  Result<void> TakeShort(const std::string& argument) {
    for (std::size_t i = 1; i < argument.size(); ++i) {
      const std::string name = std::string("-") + argument[i];
      if (name == "-h") return WantHelp();
      const Option* option = FindOption(name, &Option::short_name);
      if (option == nullptr) return UnknownOption(argument.size() == 2 ? name : argument);
      const bool has_rest = option->kind != Kind::kFlag && i + 1 < argument.size();
      if (has_rest) return Fill(*option, argument.substr(i + 1));
      if (auto done = Take(*option); !done) return done;
    }
    return {};
  }

  Result<void> Take(const Option& option) {
    if (option.kind == Kind::kFlag) return Fill(option, "");
    // What is an option here was hardly meant as a value; "-1" may be one.
    const bool has_value = at_ < arguments_.size() &&
                           FindOption(arguments_[at_].substr(0, arguments_[at_].find('=')),
                                      &Option::long_name) == nullptr &&
                           arguments_[at_] != "--help";
    if (!has_value) return NoValue(option);
    return Fill(option, arguments_[at_++]);
  }

  Result<void> Fill(const Option& option, const std::string& value) {
    const bool is_again =
        std::find(read_.given.begin(), read_.given.end(), &option) != read_.given.end();
    if (is_again && option.kind != Kind::kTexts && option.kind != Kind::kFlag) {
      return Fail(option.long_name + " is given twice");
    }
    read_.given.push_back(&option);
    if (option.kind == Kind::kFlag) {
      *option.flag = true;
      return {};
    }
    if (value.empty()) return NoValue(option);
    if (option.kind == Kind::kText) *option.text = value;
    if (option.kind == Kind::kTexts) option.texts->push_back(value);
    return option.kind == Kind::kNumber ? FillNumber(option, value) : Result<void>();
  }

  static Result<void> FillNumber(const Option& option, const std::string& value) {
    int number = 0;
    const char* last = value.data() + value.size();
    const auto [end, error] = std::from_chars(value.data(), last, number);
    if (error != std::errc() || end != last || number < option.least || number > option.most) {
      return Fail(fmt::format("{} '{}' is no whole number from {} to {}", option.long_name, value,
                              option.least, option.most));
    }
    *option.number = number;
    return {};
  }

  Result<void> CheckWhole() const {
    const OptionTable& table = *read_.command;
    if (!table.Commands().empty() && table.Parent() != nullptr) {
      return Fail(fmt::format("{} needs one of: {}", Title(), Join(CommandNames(table), ", ")));
    }
    std::size_t index = 0;
    for (const Option& option : table.Options()) {
      if (option.kind != Kind::kWord || index++ < words_ || !option.is_required) continue;
      return Fail(fmt::format("{} needs {}: {}", Title(), option.shown, option.help));
    }
    return {};
  }

  Result<void> WantHelp() {
    read_.wants_help = true;
    return {};
  }

  Result<void> NoValue(const Option& option) const {
    return Fail(fmt::format("{} needs a value: {}", option.long_name, option.shown));
  }

  Result<void> UnknownOption(const std::string& name) const {
    std::vector<std::string> names{"--help"};
    for (const Option& option : read_.command->Options()) {
      if (!option.long_name.empty()) names.push_back(option.long_name);
    }
    const OptionTable& table = *read_.command;
    if (table.Parent() == nullptr && !table.Commands().empty()) {
      for (const auto& command : table.Commands()) {
        for (const Option& option : command->Options()) {
          if (option.long_name == name || option.short_name == name) {
            return Fail(
                fmt::format("{} belongs to a command: klikpad {} {}", name, command->Name(), name));
          }
        }
      }
    }
    return Fail(fmt::format("unknown option '{}'", name), "", 0, Nearest(name, names));
  }

  Result<void> UnknownCommand(const std::string& word) const {
    const OptionTable& table = *read_.command;
    const std::vector<std::string> names = CommandNames(table);
    if (table.Parent() == nullptr) {
      const std::string near = word == "help" ? "--help" : Nearest(word, names);
      return Fail(fmt::format("unknown command '{}'", word), "", 0, near);
    }
    return Fail(
        fmt::format("{}: unknown command '{}'; needs one of: {}", Title(), word, Join(names, ", ")),
        "", 0, Nearest(word, names));
  }

  const Option* FindOption(const std::string& name, std::string Option::*member) const {
    if (name.empty()) return nullptr;
    for (const Option& option : read_.command->Options()) {
      if (option.*member == name) return &option;
    }
    return nullptr;
  }

  static std::vector<std::string> CommandNames(const OptionTable& table) {
    std::vector<std::string> names;
    for (const auto& command : table.Commands()) names.push_back(command->Name());
    return names;
  }

  // "rules explain": without the program's own name.
  std::string Title() const {
    const std::string full = read_.command->FullName();
    const std::size_t space = full.find(' ');
    return space == full.npos ? full : full.substr(space + 1);
  }

  const std::vector<std::string>& arguments_;
  OptionTable::Read read_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;  // taken by the command
};

}  // namespace

bool OptionTable::Read::Has(std::string_view long_name) const {
  return std::any_of(given.begin(), given.end(),
                     [&](const Option* option) { return option->long_name == long_name; });
}

Result<OptionTable::Read> OptionTable::Parse(const std::vector<std::string>& arguments) const {
  return Reader(*this, arguments).Run();
}

}  // namespace klikpad
