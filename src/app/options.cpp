// The command line of klikpad: its commands, and the words read against them.

#include "app/options.h"

#include "app/command_help.h"
#include "app/raw_options.h"

namespace klikpad {
namespace {

// The table of the whole program with the variables that it fills.
struct Program {
  Program() { AddAllCommands(table, raw); }
  RawOptions raw;
  OptionTable table{"klikpad",
                    "How many clicks does a customer need to reach a human at a company?"};
};

// The command below the program's own name.
const OptionTable& TopOf(const OptionTable& command) {
  const OptionTable* top = &command;
  while (top->Parent() != nullptr && top->Parent()->Parent() != nullptr) top = top->Parent();
  return *top;
}

Command CommandOf(const std::string& name) {
  static const std::vector<std::pair<std::string, Command>> kCommands = {
      {"init", Command::kInit},       {"audit", Command::kAudit}, {"find", Command::kFind},
      {"rescore", Command::kRescore}, {"query", Command::kQuery}, {"serve", Command::kServe},
      {"rules", Command::kRules},     {"brand", Command::kBrand}, {"doctor", Command::kDoctor}};
  for (const auto& [word, command] : kCommands) {
    if (word == name) return command;
  }
  return Command::kHelp;
}

void CollectCommands(const OptionTable& table, const std::string& path,
                     std::vector<std::string>& to) {
  to.push_back(path);
  for (const auto& command : table.Commands()) {
    CollectCommands(*command, path.empty() ? command->Name() : path + " " + command->Name(), to);
  }
}

}  // namespace

void AddAllCommands(OptionTable& root, RawOptions& raw) {
  root.Flag("--version", "print the version and stop", raw.wants_version);
  AddAuditOptions(root, raw);
  AddOtherCommands(root, raw);
}

Result<CommandLine> ParseCommandLine(const std::vector<std::string>& arguments) {
  Program program;
  RawOptions& raw = program.raw;
  const auto read = program.table.Parse(arguments);
  if (!read) return tl::unexpected(read.error());
  CommandLine& line = raw.line;
  line.words = arguments;
  line.verbosity = raw.is_quiet ? -1 : raw.is_verbose ? 1 : 0;
  line.show_progress = !raw.no_progress && !raw.is_quiet;
  const OptionTable& chosen = *read->command;
  if (read->wants_help || (chosen.Parent() == nullptr && !raw.wants_version)) {
    line.command = Command::kHelp;
    line.help = chosen.Help();
    return std::move(line);
  }
  if (raw.wants_version) {
    line.command = Command::kVersion;
    return std::move(line);
  }
  line.command = CommandOf(TopOf(chosen).Name());
  Result<void> done;
  if (line.command == Command::kRules) line.rules.action = chosen.Name();
  if (line.command == Command::kBrand) line.brand.action = chosen.Name();
  if (line.command == Command::kAudit) done = ReadAuditOptions(raw, *read);
  if (line.command == Command::kRescore) {
    line.rescore.formats = ReadFormats(raw.formats);
    done = ReadGate(raw, line.rescore.gate);
  }
  if (!done) return tl::unexpected(done.error());
  return std::move(line);
}

std::string HelpText(const std::string& command) {
  const Program program;
  const OptionTable* at = &program.table;
  std::string_view rest = command;
  while (!rest.empty() && at != nullptr) {
    const std::size_t space = rest.find(' ');
    at = at->Find(rest.substr(0, space));
    rest.remove_prefix(space == rest.npos ? rest.size() : space + 1);
  }
  return at == nullptr ? std::string() : at->Help();
}

std::vector<std::string> CommandsWithHelp() {
  std::vector<std::string> commands;
  CollectCommands(Program().table, "", commands);
  return commands;
}

}  // namespace klikpad
