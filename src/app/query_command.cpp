// klikpad query: one SELECT over an audit's evidence, as JSON rows.

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <ostream>

#include "app/commands.h"
#include "evidence/store.h"
#include "evidence/terms.h"

namespace klikpad {

int RunQuery(const QueryArguments& arguments, const World& world) {
  const std::string path = arguments.folder + "/evidence.sqlite";
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code)) {
    return Complain(world,
                    {"is no audit folder: it has no evidence.sqlite", arguments.folder, 0, ""},
                    kExitUsage);
  }
  // The rules are read only for a query that asks for term().
  std::optional<Result<Rules>> rules;
  TermFinder terms;
  const TermFinder find = [&](std::string_view list, std::string_view text) {
    if (!rules) rules = LoadWorldRules(world);
    if (*rules && !terms) terms = VocabularyTerms((*rules)->vocabulary);
    return terms ? terms(list, text)
                 : Result<std::optional<std::string>>(tl::unexpected(rules->error()));
  };
  const auto result = QueryEvidence(path, arguments.sql, 10'000, find);
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
