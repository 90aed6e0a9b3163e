// Options out of a file (--config): a YAML map of long names without their dashes.

#include <algorithm>
#include <iterator>

#include "app/options.h"
#include "app/raw_options.h"
#include "base/yaml.h"

namespace klikpad {
namespace {

using Option = OptionTable::Option;

constexpr std::string_view kConfig = "--config";

// The option of that command that takes the next argument as its value; null for any other.
const Option* TakesNext(const OptionTable& command, const std::string& argument) {
  for (const Option& option : command.Options()) {
    const bool is_it = argument == option.long_name || argument == option.short_name;
    if (is_it && !argument.empty() && option.kind != Option::Kind::kFlag) return &option;
  }
  return nullptr;
}

// "--config FILE", "--config=FILE", "-c FILE", "-cFILE" left out, up to "--".
std::vector<std::string> WithoutConfig(const OptionTable& command,
                                       const std::vector<std::string>& arguments) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--") {
      kept.insert(kept.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.end());
      break;
    }
    const Option* option = TakesNext(command, argument);
    if (option != nullptr && option->long_name == kConfig) {
      ++i;
    } else if (option != nullptr && i + 1 < arguments.size()) {
      kept.push_back(argument);
      kept.push_back(arguments[++i]);
    } else if (!argument.starts_with("--config=") &&
               !(argument.starts_with("-c") && !argument.starts_with("--"))) {
      kept.push_back(argument);
    }
  }
  return kept;
}

Result<void> AddWords(const Option& option, const Yaml::Member& member,
                      std::vector<std::string>& words) {
  if (option.kind == Option::Kind::kFlag) {
    const auto is_on = member.value.Bool();
    if (!is_on) return tl::unexpected(is_on.error());
    if (*is_on) words.push_back(option.long_name);
    return {};
  }
  const bool is_list = member.value.IsList();
  if (is_list && option.kind != Option::Kind::kTexts) {
    return member.value.Complain("'" + member.key + "' takes one value");
  }
  const auto values = member.value.Strings();
  if (!values) return tl::unexpected(values.error());
  for (const std::string& value : *values) words.push_back(option.long_name + "=" + value);
  return {};
}

}  // namespace

Result<std::vector<std::string>> WithConfig(const std::vector<std::string>& arguments,
                                            std::string_view text, const std::string& name) {
  RawOptions raw;
  OptionTable root("klikpad", "");
  AddAllCommands(root, raw);
  const auto given = root.Parse(arguments);
  if (!given) return tl::unexpected(given.error());
  const OptionTable& command = *given->command;
  const auto yaml = Yaml::Parse(text, name);
  if (!yaml) return tl::unexpected(yaml.error());
  std::vector<std::string> keys;
  for (const Option& option : command.Options()) {
    const bool is_key = option.kind != Option::Kind::kWord && option.long_name != kConfig;
    if (is_key) keys.push_back(option.long_name.substr(2));
  }
  if (yaml->IsNull()) return WithoutConfig(command, arguments);
  if (auto ok = yaml->AllowOnly(keys); !ok) return tl::unexpected(ok.error());
  std::vector<std::string> words = WithoutConfig(command, arguments);
  std::vector<std::string> more;
  for (const Yaml::Member& member : yaml->Members()) {
    const std::string long_name = "--" + member.key;
    if (given->Has(long_name)) continue;
    const auto option = std::find_if(command.Options().begin(), command.Options().end(),
                                     [&](const Option& o) { return o.long_name == long_name; });
    const std::size_t before = more.size();
    if (auto ok = AddWords(*option, member, more); !ok) return tl::unexpected(ok.error());
    // A value that is none is told with its line.
    for (std::size_t i = before; i < more.size(); ++i) {
      RawOptions trial_raw;
      OptionTable trial("klikpad", "");
      AddAllCommands(trial, trial_raw);
      const auto read = trial.Parse({command.Name(), "x", more[i]});
      if (!read) return member.value.Complain(read.error().message);
    }
  }
  const auto at = std::find(words.begin(), words.end(), command.Name());
  words.insert(at == words.end() ? at : at + 1, more.begin(), more.end());
  return words;
}

}  // namespace klikpad
