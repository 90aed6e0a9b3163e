// The table filled, and its help.

#include "app/option_table.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kHelpColumn = 34;
constexpr std::size_t kHelpWidth = 100;

// In lines of kHelpWidth, the second and later ones indented to the column.
std::string Wrapped(std::string_view text, std::size_t at) {
  std::string out;
  for (const std::string_view word : Split(text, ' ')) {
    const bool is_first = out.empty();
    if (!is_first && at + 1 + word.size() > kHelpWidth) {
      out += "\n" + std::string(kHelpColumn, ' ');
      at = kHelpColumn;
    } else if (!is_first) {
      out += ' ';
      ++at;
    }
    out += word;
    at += word.size();
  }
  return out;
}

std::string HelpLine(const std::string& left, const std::string& help) {
  std::string line = "  " + left;
  if (line.size() + 1 > kHelpColumn) {
    line += "\n" + std::string(kHelpColumn, ' ');
  } else {
    line.append(kHelpColumn - line.size(), ' ');
  }
  return line + Wrapped(help, kHelpColumn) + "\n";
}

std::string Left(const OptionTable::Option& option) {
  if (option.kind == OptionTable::Option::Kind::kWord) return option.shown;
  const std::string names =
      (option.short_name.empty() ? "" : option.short_name + ", ") + option.long_name;
  return option.shown.empty() ? names : names + " " + option.shown;
}

}  // namespace

OptionTable& OptionTable::Command(const std::string& name, const std::string& about) {
  commands_.push_back(std::make_unique<OptionTable>(name, about));
  commands_.back()->parent_ = this;
  return *commands_.back();
}

OptionTable::Option& OptionTable::Add(Option::Kind kind, const std::string& names,
                                      const std::string& shown, const std::string& help) {
  Option option;
  option.kind = kind;
  option.shown = shown;
  option.help = help;
  option.group = group_;
  const std::size_t comma = names.find(',');
  option.long_name = comma == names.npos ? names : names.substr(comma + 1);
  if (comma != names.npos) option.short_name = names.substr(0, comma);
  options_.push_back(std::move(option));
  return options_.back();
}

void OptionTable::Word(const std::string& shown, const std::string& help, std::string& to,
                       bool is_required) {
  Option& option = Add(Option::Kind::kWord, "", shown, help);
  option.text = &to;
  option.is_required = is_required;
}

void OptionTable::Flag(const std::string& names, const std::string& help, bool& to) {
  Add(Option::Kind::kFlag, names, "", help).flag = &to;
}

void OptionTable::Text(const std::string& names, const std::string& shown, const std::string& help,
                       std::string& to) {
  Add(Option::Kind::kText, names, shown, help).text = &to;
}

void OptionTable::Texts(const std::string& names, const std::string& shown, const std::string& help,
                        std::vector<std::string>& to) {
  Add(Option::Kind::kTexts, names, shown, help).texts = &to;
}

void OptionTable::Number(const std::string& names, const std::string& shown,
                         const std::string& help, int& to, int least, int most) {
  Option& option = Add(Option::Kind::kNumber, names, shown, help);
  option.number = &to;
  option.least = least;
  option.most = most;
}

const OptionTable* OptionTable::Find(std::string_view command) const {
  const auto found = std::find_if(commands_.begin(), commands_.end(),
                                  [&](const auto& table) { return table->name_ == command; });
  return found == commands_.end() ? nullptr : found->get();
}

std::string OptionTable::FullName() const {
  return parent_ == nullptr ? name_ : parent_->FullName() + " " + name_;
}

std::string OptionTable::Help() const {
  std::string usage = "Usage: " + FullName(), words, options;
  if (!commands_.empty()) usage += " COMMAND";
  bool has_options = false;
  std::string group;
  for (const Option& option : options_) {
    if (option.kind == Option::Kind::kWord) {
      usage += option.is_required ? " " + option.shown : " [" + option.shown + "]";
      words += HelpLine(option.shown, option.help);
      continue;
    }
    has_options = true;
    if (option.group != group) options += "\n" + option.group + ":\n";
    group = option.group;
    options += HelpLine(Left(option), option.help);
  }
  if (has_options) usage += " [OPTION ...]";
  std::string help = usage + "\n" + about_ + "\n";
  if (!words.empty()) help += "\n" + words;
  if (!commands_.empty()) {
    help += "\nCommands:\n";
    for (const auto& command : commands_) help += HelpLine(command->name_, command->about_);
    help += "\n" + FullName() + " COMMAND --help tells what a command takes.\n";
  }
  return help + options + "\n" + HelpLine("-h, --help", "print this and stop");
}

}  // namespace klikpad
