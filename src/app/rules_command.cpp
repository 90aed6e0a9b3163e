// klikpad rules: what the packs ask, whether they are sound, and how a verdict came about.

#include <fmt/format.h>

#include <filesystem>
#include <ostream>

#include "app/commands.h"
#include "base/text.h"
#include "evidence/terms.h"
#include "judge/explain.h"
#include "judge/twins.h"

namespace klikpad {
namespace {

std::string RulesFolder(const World& world) { return world.data_folder + "/rules"; }

// The packs named, or all that come with klikpad.
Result<Library> LoadPacks(const World& world, const Rules& rules,
                          const std::vector<std::string>& names) {
  if (!names.empty()) return LoadLibrary(RulesFolder(world), rules, names);
  const auto all = PackNames(RulesFolder(world));
  if (!all) return tl::unexpected(all.error());
  return LoadLibrary(RulesFolder(world), rules, *all);
}

int ListPacks(const World& world, const Library& library) {
  for (const Pack& pack : library.packs) {
    *world.out << fmt::format("{}: {}\n", pack.name, pack.about.en);
    for (const Rule& rule : pack.rules) {
      *world.out << fmt::format("  {:<28} {}\n", rule.id, rule.title.en);
    }
  }
  return kExitPassed;
}

int CheckPacks(const World& world, const Library& library) {
  std::size_t rules = 0;
  for (const Pack& pack : library.packs) rules += pack.rules.size();
  *world.out << fmt::format("{} packs with {} rules are sound\n", library.packs.size(), rules);
  return kExitPassed;
}

int TestPacks(const World& world, const Library& library, const Rules& rules) {
  const auto results = RunTwins(library, rules, RulesFolder(world) + "/twins");
  if (!results) return Complain(world, results.error(), kExitUsage);
  std::size_t failed = 0;
  for (const TwinResult& result : *results) {
    if (result.problem.empty()) continue;
    ++failed;
    Complain(world,
             {fmt::format("{}/{}, {}: {}", result.pack, result.rule, result.twin, result.problem),
              result.file, result.line, ""},
             kExitAssertion);
  }
  *world.out << fmt::format("{} twins, {} failed\n", results->size(), failed);
  return failed == 0 ? kExitPassed : kExitAssertion;
}

int ExplainRule(const World& world, const Library& library, const Rules& rules,
                const std::string& id, const std::string& folder) {
  const std::string path = folder + "/evidence.sqlite";
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code)) {
    return Complain(world, {"is no audit folder: it has no evidence.sqlite", folder, 0, ""},
                    kExitUsage);
  }
  const auto db = EvidenceDb::Open(path, VocabularyTerms(rules.vocabulary));
  if (!db) return Complain(world, db.error(), kExitUsage);
  std::vector<std::string> ids;
  bool is_found = false;
  for (const Pack& pack : library.packs) {
    for (const Rule& rule : pack.rules) {
      ids.push_back(rule.id);
      if (id != rule.id && id != pack.name + "/" + rule.id) continue;
      is_found = true;
      const auto judged = JudgeRule(*db, pack, rule, library.wording);
      if (!judged) return Complain(world, judged.error(), kExitUsage);
      *world.out << Explain(rule, *judged);
    }
  }
  if (is_found) return kExitPassed;
  return Complain(world, {fmt::format("there is no rule '{}'", id), "", 0, Nearest(id, ids)},
                  kExitUsage);
}

}  // namespace

int RunRules(const RulesArguments& arguments, const World& world) {
  const auto rules = LoadWorldRules(world);
  if (!rules) return Complain(world, rules.error(), kExitUsage);
  const auto library = LoadPacks(world, *rules, arguments.packs);
  if (!library) return Complain(world, library.error(), kExitUsage);
  if (arguments.action == "list") return ListPacks(world, *library);
  if (arguments.action == "check") return CheckPacks(world, *library);
  if (arguments.action == "test") return TestPacks(world, *library, *rules);
  return ExplainRule(world, *library, *rules, arguments.rule, arguments.folder);
}

}  // namespace klikpad
