// Writing the audit folder.

#include "app/audit_folder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <functional>

#include "base/files.h"
#include "base/text.h"
#include "evidence/store.h"
#include "evidence/terms.h"
#include "report/json_report.h"
#include "report/summary.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

// A report is a pure function of the audit.
struct Report {
  std::string name;
  std::string file;  // in the audit folder
  std::function<std::string(const Audit&)> write;
};

const std::vector<Report>& Reports() {
  static const std::vector<Report> reports = {
      {"json", "audit.json", [](const Audit& audit) { return AuditJson(audit).Text() + "\n"; }},
      {"text", "report.txt", [](const Audit& audit) { return Summary(audit); }}};
  return reports;
}

// A folder that is removed again unless its content was moved out.
class Workshop {
 public:
  explicit Workshop(std::string path) : path_(std::move(path)) {}
  ~Workshop() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Result<void> MoveInto(const std::string& from, const std::string& to) {
  std::error_code code;
  fs::rename(from, to, code);
  if (code) return Fail("cannot be written: " + code.message(), to);
  return {};
}

}  // namespace

Result<std::vector<OutputFormat>> CheckFormats(const std::vector<OutputFormat>& asked) {
  std::vector<std::string> names;
  for (const Report& report : Reports()) names.push_back(report.name);
  std::vector<OutputFormat> formats;
  for (const OutputFormat& format : asked) {
    const bool is_known = std::find(names.begin(), names.end(), format.name) != names.end();
    if (!is_known) {
      return Fail(fmt::format("--format '{}' is none of: {}", format.name, Join(names, ", ")), "",
                  0, Nearest(format.name, names));
    }
    formats.push_back(format);
  }
  return formats;
}

Result<void> CheckFolder(const std::string& folder) {
  std::error_code code;
  fs::create_directories(folder, code);
  if (code) return Fail("folder cannot be made: " + code.message(), folder);
  if (::access(folder.c_str(), W_OK) != 0) return Fail("folder cannot be written to", folder);
  return {};
}

Result<void> WriteAuditFolder(Audit& audit, const Rules& rules, const Library& library,
                              const std::string& folder, const std::vector<OutputFormat>& formats) {
  const Workshop workshop(fmt::format("{}/.writing-{}", folder, ::getpid()));
  // audit.json moves in last: while it is old, so is the audit.
  std::vector<std::pair<std::string, std::string>> moves;
  const std::string evidence = workshop.path() + "/evidence.sqlite";
  std::error_code code;
  fs::create_directories(workshop.path(), code);
  if (code) return Fail("folder cannot be made: " + code.message(), workshop.path());
  auto written = WriteEvidence(audit, rules, evidence);
  if (!written) return written;
  auto db = EvidenceDb::Open(evidence, VocabularyTerms(rules.vocabulary));
  if (!db) return tl::unexpected(db.error());
  written = JudgeAudit(*db, library, rules, audit);
  if (!written) return written;
  moves.emplace_back(evidence, folder + "/evidence.sqlite");

  std::vector<OutputFormat> all = formats;
  all.push_back({"json", ""});
  for (const OutputFormat& format : all) {
    for (const Report& report : Reports()) {
      if (report.name != format.name) continue;
      const std::string text = report.write(audit);
      if (!format.path.empty()) {
        written = WriteFile(format.path, text);
      } else {
        const std::string part = workshop.path() + "/" + report.file;
        written = WriteFile(part, text);
        moves.emplace_back(part, folder + "/" + report.file);
      }
      if (!written) return written;
    }
  }
  for (const auto& [from, to] : moves) {
    if (!fs::exists(from, code)) continue;  // asked for twice
    written = MoveInto(from, to);
    if (!written) return written;
  }
  return {};
}

}  // namespace klikpad
