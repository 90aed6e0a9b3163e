// An audit of a fixture folder in memory: the whole program, its pages from the folder, its clock
// fixed. Gives the verdicts as audit.json has them.

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "fetch/fetcher.h"
#include "support/temp_dir.h"

namespace klikpad {

// "pack/rule" → outcome.
using Verdicts = std::map<std::string, std::string>;

struct FixtureAudit {
  int code = 0;
  std::string err;
  Json audit;                      // audit.json, null when the run wrote none
  Verdicts verdicts;               // its findings
  std::vector<std::string> asked;  // every address, in the order of asking; not known over HTTP
};

// "…/fixtures/sites/NAME"
std::string FixtureFolder(const std::string& name);
// Audits `site_folder` (brand.yaml, site.yaml, www) into `output`.
FixtureAudit AuditSite(const std::string& site_folder, const std::string& output,
                       const std::vector<std::string>& more = {});
// As above, the audit folder is thrown away.
FixtureAudit AuditSite(const std::string& site_folder, const std::vector<std::string>& more = {});

// Audits `site_folder` through a server on loopback and curl, as a user would.
FixtureAudit AuditOverHttp(const std::string& site_folder, const std::string& output,
                           const std::vector<std::string>& more = {});

// As AuditSite, with another fetcher around that of the folder. `audit` stays null when the start
// page could not be read, and after a mistake of usage.
using WrapFetcher = std::function<std::unique_ptr<Fetcher>(std::unique_ptr<Fetcher>)>;
FixtureAudit AuditThrough(const std::string& site_folder, const std::string& output,
                          const WrapFetcher& wrap, const std::vector<std::string>& more = {});

// What `klikpad rules explain` says of "pack/rule" in an audit folder.
std::string ExplainRule(const std::string& audit_folder, const std::string& rule);

// The rows that `klikpad query` gives for an audit folder.
Json::Array QueryAudit(const std::string& audit_folder, const std::string& sql);

// What expected.yaml of that folder says.
Verdicts ExpectedVerdicts(const std::string& site_folder);
// One CHECK a rule, with both outcomes and the sentence of the finding.
void CheckVerdicts(const FixtureAudit& audit, const Verdicts& expected);

// A copy of a fixture that a test may change.
class FixtureCopy {
 public:
  explicit FixtureCopy(const std::string& name);
  const std::string& Folder() const { return dir_.Path(); }
  std::string Read(const std::string& file) const;
  void Write(const std::string& file, const std::string& bytes) const { dir_.Write(file, bytes); }
  // All files, relative to the folder, sorted.
  std::vector<std::string> Files() const;
  // `from`, which must stand in the file, becomes `to`, everywhere in it.
  void Replace(const std::string& file, const std::string& from, const std::string& to) const;

 private:
  TempDir dir_;
};

}  // namespace klikpad
