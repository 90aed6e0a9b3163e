// klikpad query: one SELECT over an audit's evidence, as JSON rows.

#include <fmt/format.h>

#include <filesystem>
#include <ostream>

#include "app/commands.h"
#include "base/text.h"
#include "evidence/store.h"

namespace klikpad {

int RunQuery(const QueryArguments& arguments, const World& world) {
  const std::string path = arguments.folder + "/evidence.sqlite";
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code)) {
    return Complain(world,
                    {"is no audit folder: it has no evidence.sqlite", arguments.folder, 0, ""},
                    kExitUsage);
  }
  const auto rules = LoadWorldRules(world);
  if (!rules) return Complain(world, rules.error(), kExitUsage);
  const TermFinder term = [&](std::string_view list,
                              std::string_view text) -> Result<std::optional<std::string>> {
    const Vocabulary& words = rules->vocabulary;
    if (!words.HasList(list)) {
      return Fail(fmt::format("there is no word list '{}'", list), "", 0,
                  Nearest(list, words.ListNames()));
    }
    const std::string* word = words.Term(list, text);
    if (word == nullptr) return std::nullopt;
    return *word;
  };
  const auto result = QueryEvidence(path, arguments.sql, 10'000, term);
  if (!result) return Complain(world, result.error(), kExitUsage);
  *world.out << "[";
  for (std::size_t i = 0; i < result->rows.size(); ++i) {
    *world.out << (i == 0 ? "\n" : ",\n") << "  " << result->rows[i].Text(-1);
  }
  *world.out << (result->rows.empty() ? "]\n" : "\n]\n");
  if (result->is_cut) *world.err << "klikpad: only the first 10000 rows are shown\n";
  return kExitPassed;
}

}  // namespace klikpad
