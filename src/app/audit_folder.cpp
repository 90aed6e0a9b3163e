// Writing the audit folder.

#include "app/audit_folder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <future>
#include <optional>

#include "app/folder_claim.h"
#include "base/files.h"
#include "base/text.h"
#include "evidence/store.h"
#include "evidence/terms.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEvidenceFile = "evidence.sqlite";

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

// Its folder is there and may be written to, or can be made.
bool CanBeWritten(const std::string& file) {
  std::error_code code;
  if (fs::is_directory(file, code)) return false;
  fs::path folder = fs::absolute(file, code).parent_path();
  while (!fs::exists(folder, code) && folder.has_relative_path()) folder = folder.parent_path();
  return fs::is_directory(folder, code) && ::access(folder.c_str(), W_OK) == 0;
}

}  // namespace

Result<std::vector<OutputFormat>> CheckFormats(const std::vector<OutputFormat>& asked,
                                               const std::vector<Report>& reports) {
  std::vector<std::string> names;
  for (const Report& report : reports) {
    if (names.empty() || names.back() != report.name) names.push_back(report.name);
  }
  std::vector<OutputFormat> formats;
  for (const OutputFormat& format : asked) {
    const bool is_known = std::find(names.begin(), names.end(), format.name) != names.end();
    if (!is_known) {
      return Fail(fmt::format("--format '{}' is none of: {}", format.name, Join(names, ", ")), "",
                  0, Nearest(format.name, names));
    }
    if (!format.path.empty() && !CanBeWritten(format.path)) {
      return Fail("cannot be written: its folder is not there or is not ours", format.path);
    }
    formats.push_back(format);
  }
  return formats;
}

struct AuditDraft::State {
  State(std::string home, std::string path) : folder(std::move(home)), workshop(std::move(path)) {}
  const std::string folder;
  const Workshop workshop;
  std::optional<EvidenceDraft> evidence;
  std::future<Result<void>> look;  // ends before what it writes to does
};

AuditDraft::AuditDraft(std::unique_ptr<State> state) : state_(std::move(state)) {}
AuditDraft::AuditDraft(AuditDraft&&) noexcept = default;
AuditDraft::~AuditDraft() = default;

Result<AuditDraft> AuditDraft::Begin(const std::string& folder) {
  auto state =
      std::make_unique<State>(folder, fmt::format("{}/{}{}", folder, kWritingPrefix, ::getpid()));
  std::error_code code;
  fs::create_directories(state->workshop.path(), code);
  if (code) return Fail("folder cannot be made: " + code.message(), state->workshop.path());
  auto evidence = EvidenceDraft::Begin(state->workshop.path() + "/" + kEvidenceFile);
  if (!evidence) return tl::unexpected(evidence.error());
  state->evidence.emplace(std::move(*evidence));
  return AuditDraft(std::move(state));
}

void AuditDraft::WriteLook(const SiteLook& look) {
  state_->look = std::async(std::launch::async | std::launch::deferred,
                            [&look, &draft = *state_->evidence] { return draft.WriteLook(look); });
}

Result<void> AuditDraft::Finish(Audit& audit, const Rules& rules, const Library& library,
                                const std::vector<Report>& reports,
                                const std::vector<OutputFormat>& formats,
                                const std::string& recording, const MessageFeed& messages) {
  const std::string& folder = state_->folder;
  const Workshop& workshop = state_->workshop;
  // audit.json moves in last: while it is old, so is the audit.
  std::vector<std::pair<std::string, std::string>> moves;
  const std::string evidence = workshop.path() + "/" + kEvidenceFile;
  Result<void> written = state_->evidence->WriteWays(audit);
  if (Result<void> look = state_->look.get(); !look) return look;
  if (!written) return written;
  auto timeline = state_->evidence->Finish(audit, rules, messages);
  if (!timeline) return tl::unexpected(timeline.error());
  AddTimeline(std::move(*timeline), audit);
  auto db = EvidenceDb::Open(evidence, VocabularyTerms(rules.vocabulary));
  if (!db) return tl::unexpected(db.error());
  written = JudgeAudit(*db, library, rules, audit);
  if (!written) return written;
  moves.emplace_back(evidence, folder + "/" + kEvidenceFile);

  for (const Photo& photo : audit.photos) {
    const std::string part = workshop.path() + "/" + photo.file;
    written = WriteFile(part, photo.bytes);
    if (!written) return written;
    moves.emplace_back(part, folder + "/" + photo.file);
  }
  std::error_code code;
  if (!audit.photos.empty()) fs::create_directories(folder + "/photos", code);

  std::vector<OutputFormat> all = formats;
  all.push_back({"json", ""});
  const std::string language = ReportLanguage(audit.brand);
  for (const OutputFormat& format : all) {
    for (const Report& report : reports) {
      if (report.name != format.name) continue;
      // One path holds one language.
      const bool is_other = !report.language.empty() && report.language != language;
      if (!format.path.empty() && is_other) continue;
      const bool is_elsewhere = !format.path.empty();
      const std::string path = is_elsewhere ? format.path : workshop.path() + "/" + report.file;
      if (!is_elsewhere) moves.emplace_back(path, folder + "/" + report.file);
      FileWriter file(path);
      written = report.write(audit, [&file](std::string_view piece) { file.Add(piece); });
      if (written) written = file.Close();
      if (!written) return written;
    }
  }
  // Before audit.json, which is the last of `moves`.
  const std::string archive = folder + "/crawl.warc.gz";
  if (recording.empty()) {
    fs::remove(archive, code);
  } else if (recording != archive) {
    moves.insert(moves.begin(), {recording, archive});
  }
  for (const auto& [from, to] : moves) {
    if (!fs::exists(from, code)) continue;  // asked for twice
    written = MoveInto(from, to);
    if (!written) return written;
  }
  return {};
}

}  // namespace klikpad
