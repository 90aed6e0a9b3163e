// klikpad rescore: an audit judged again. From its stored evidence, which takes moments, when
// nothing but verdicts is asked for (audit.json and JUnit tell no more) and the evidence was found
// by what klikpad knows now; else from its archive, page by page.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

#include "app/audit_folder.h"
#include "app/commands.h"
#include "app/folder_claim.h"
#include "app/gate.h"
#include "app/reports.h"
#include "app/stored_audit.h"
#include "base/files.h"
#include "base/text.h"
#include "evidence/terms.h"
#include "report/junit_report.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

Result<std::set<std::string>> Column(const EvidenceDb& db, const std::string& sql) {
  const auto rows = db.Run(sql);
  if (!rows) return tl::unexpected(rows.error().error);
  std::set<std::string> values;
  for (const auto& row : rows->rows) values.insert(row.front().AsString());
  return values;
}

// The evidence holds all that this library's checks look at: it was found with the same knowledge,
// and the ways to every channel and role that the packs name were looked for.
Result<bool> Suffices(const EvidenceDb& db, const Library& library, const Rules& rules) {
  const auto knowledge = Column(db, "SELECT value FROM audit WHERE name = 'knowledge'");
  if (!knowledge) return tl::unexpected(knowledge.error());
  if (!knowledge->contains(rules.knowledge_digest)) return false;
  const auto reached = Column(db, "SELECT DISTINCT target FROM reach");
  if (!reached) return tl::unexpected(reached.error());
  for (const std::string& channel : library.Channels()) {
    if (!reached->contains(channel)) return false;
  }
  for (const Role role : library.Roles()) {
    if (!reached->contains(std::string(Word(role)))) return false;
  }
  return true;
}

// The command line of the run, now reading the folder's archive.
Result<CommandLine> ArchiveRun(const StoredAudit& stored, const RescoreArguments& arguments) {
  const std::string archive = arguments.folder + "/crawl.warc.gz";
  std::error_code code;
  if (!fs::exists(archive, code)) {
    return Fail("this needs the pages again, and there is no crawl.warc.gz", arguments.folder);
  }
  auto line = ParseCommandLine(stored.Arguments());
  if (!line || line->command != Command::kAudit) {
    return Fail("the audit does not say how it was run", arguments.folder + "/audit.json");
  }
  AuditArguments& audit = line->audit;
  if (IsBrandFile(audit.target) && !fs::exists(audit.target, code)) {
    return Fail(
        fmt::format("this needs the pages again, and {} is not there; say where it is: "
                    "klikpad audit BRAND.yaml --warc {} -o {}",
                    audit.target, archive, arguments.folder));
  }
  audit.source = SourceArguments{};
  audit.source.warc = archive;
  audit.fetch.connect_to.clear();
  audit.fetch.ca_file.clear();
  audit.output = arguments.folder;
  audit.formats = arguments.formats;
  audit.gate = arguments.gate;
  audit.is_dry_run = audit.strict_limits = false;
  if (!arguments.packs.empty()) audit.packs = arguments.packs;
  return line;
}

// The packs asked for now, else those that the run asked for, else those that judged it.
std::vector<std::string> PacksOf(const RescoreArguments& arguments, const StoredAudit& stored) {
  if (!arguments.packs.empty()) return arguments.packs;
  const auto line = ParseCommandLine(stored.Arguments());
  if (line && !line->audit.packs.empty()) return line->audit.packs;
  return stored.Packs();
}

// Formats that tell verdicts alone. The others tell ways, contacts and pages, too.
bool AreVerdicts(const std::vector<OutputFormat>& formats) {
  return std::all_of(formats.begin(), formats.end(), [](const OutputFormat& format) {
    return format.name == "json" || format.name == "junit";
  });
}

Result<void> WriteVerdicts(const std::vector<OutputFormat>& formats, const std::string& folder,
                           const std::string& json, const Audit& audit,
                           const AcceptedFindings& accepted) {
  for (const OutputFormat& format : formats) {
    const bool is_json = format.name == "json";
    if (is_json && format.path.empty()) continue;  // audit.json, which is written last
    const std::string path = format.path.empty() ? folder + "/junit.xml" : format.path;
    if (auto done = WriteFile(path, is_json ? json : JunitReport(audit, accepted)); !done)
      return done;
  }
  return WriteFile(folder + "/audit.json", json);
}

}  // namespace

int RunRescore(const RescoreArguments& arguments, const World& world) {
  const auto stored = StoredAudit::Read(arguments.folder);
  if (!stored) return Complain(world, stored.error(), kExitUsage);
  const auto rules = LoadWorldRules(world);
  if (!rules) return Complain(world, rules.error(), kExitUsage);
  const auto library =
      LoadLibrary(world.data_folder + "/rules", *rules, PacksOf(arguments, *stored));
  if (!library) return Complain(world, library.error(), kExitUsage);
  const auto gate = MakeGate(arguments.gate, rules->channels, *library);
  if (!gate) return Complain(world, gate.error(), kExitUsage);
  const auto reports = LoadReports(world.data_folder);
  if (!reports) return Complain(world, reports.error(), kExitUsage);
  const auto formats = CheckFormats(arguments.formats, *reports);
  if (!formats) return Complain(world, formats.error(), kExitUsage);

  const std::string evidence = arguments.folder + "/evidence.sqlite";
  const auto db = EvidenceDb::Open(evidence, VocabularyTerms(rules->vocabulary));
  if (!db) return Complain(world, db.error(), kExitUsage);
  const auto suffices = Suffices(*db, *library, *rules);
  if (!suffices) return Complain(world, suffices.error(), kExitUsage);
  if (!*suffices || !AreVerdicts(*formats)) {
    const auto line = ArchiveRun(*stored, arguments);
    if (!line) return Complain(world, line.error(), kExitUsage);
    return RunAudit(*line, world);
  }
  const auto claim = ClaimFolder(arguments.folder);
  if (!claim) return Complain(world, claim.error(), kExitUsage);
  Audit audit = stored->Facts();
  if (!arguments.gate.max_clicks.empty()) {
    auto contacts = stored->ReadContacts();
    if (!contacts) return Complain(world, contacts.error(), kExitUsage);
    audit.contacts = std::move(*contacts);
  }
  const auto judged = JudgeAudit(*db, *library, *rules, audit);
  if (!judged) return Complain(world, judged.error(), kExitFailure);
  const auto written = WriteVerdicts(*formats, arguments.folder, stored->WithVerdicts(audit), audit,
                                     AcceptedBy(*gate, audit, *library));
  if (!written) return Complain(world, written.error(), kExitFailure);
  *world.out << "audit: " << arguments.folder << "/audit.json\n";
  return PassGate(audit, *library, *gate, world);
}

}  // namespace klikpad
