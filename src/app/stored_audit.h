// audit.json read back: what judging again and the gate need of it. The text is kept as it is; only
// what a verdict says is put anew, and only what is needed is parsed, since the contacts of a large
// site fill tens of megabytes.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/json_members.h"
#include "base/result.h"
#include "model/audit.h"

namespace klikpad {

class StoredAudit {
 public:
  // An error for a folder without audit.json, or one of another schema.
  static Result<StoredAudit> Read(const std::string& folder);

  // Brand, coverage (without holes), when it was made and its problems; nothing else, but see
  // ReadContacts.
  const Audit& Facts() const { return audit_; }
  const std::vector<std::string>& Packs() const { return packs_; }          // that judged it
  const std::vector<std::string>& Arguments() const { return arguments_; }  // of the run
  // The contacts, without their places.
  Result<std::vector<Contact>> ReadContacts() const;
  // The document with the findings, tally and digest of `judged`.
  std::string WithVerdicts(const Audit& judged) const;

 private:
  Result<Json> Member(std::string_view name) const;

  std::string path_;
  std::unique_ptr<const std::string> text_;
  std::vector<JsonMember> members_;  // into the text
  Audit audit_;
  std::vector<std::string> packs_, arguments_;
};

}  // namespace klikpad
