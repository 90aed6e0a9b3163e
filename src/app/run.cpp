// Chooses the command.

#include "app/run.h"

#include <ostream>

#include "app/commands.h"
#include "app/run_log.h"
#include "base/files.h"

namespace klikpad {

int Complain(const World& world, const Error& error, int code) {
  *world.err << LogLine(world.log_format, world.now ? world.now() : 0, "error", error.Text(),
                        Json().Set("exit", code));
  return code;
}

Result<Rules> LoadWorldRules(const World& world) { return LoadRules(world.data_folder + "/rules"); }

namespace {

constexpr std::size_t kMostConfig = 1u << 20;

// With the options of --config as if they stood on the line: so an audit says under which options
// it was made, whatever becomes of the file.
Result<CommandLine> ReadLine(const std::vector<std::string>& arguments) {
  auto line = ParseCommandLine(arguments);
  if (!line || line->config.empty()) return line;
  const auto text = ReadFile(line->config, kMostConfig);
  if (!text) return tl::unexpected(text.error());
  const auto words = WithConfig(arguments, *text, line->config);
  if (!words) return tl::unexpected(words.error());
  return ParseCommandLine(*words);
}

}  // namespace

int RunKlikpad(const std::vector<std::string>& arguments, const World& world) {
  const auto line = ReadLine(arguments);
  if (!line) {
    Complain(world, line.error(), kExitUsage);
    *world.err << "klikpad --help tells more\n";
    return kExitUsage;
  }
  switch (line->command) {
    case Command::kHelp:
      *world.out << line->help;
      return kExitPassed;
    case Command::kVersion:
      *world.out << "klikpad " << KLIKPAD_VERSION << "\n";
      return kExitPassed;
    case Command::kInit:
      return RunInit(line->init, world);
    case Command::kAudit:
      return RunAudit(*line, world);
    case Command::kFind:
      return RunFind(line->find, world);
    case Command::kRescore:
      return RunRescore(line->rescore, world);
    case Command::kQuery:
      return RunQuery(line->query, world);
    case Command::kServe:
      return RunServe(line->serve, world);
    case Command::kDoctor:
      return RunDoctor(world);
    case Command::kBrand:
      return RunBrand(line->brand, world);
    case Command::kRules:
      return RunRules(line->rules, world);
  }
  return kExitFailure;
}

}  // namespace klikpad
