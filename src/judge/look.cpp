// Asking the coverage which looks were complete.

#include "judge/look.h"

#include "model/words.h"

namespace klikpad {

const std::vector<std::string>& LookNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all = AllWords<LookKind>();
    for (const std::string& role : AllWords<Role>()) all.push_back("site/" + role);
    all.push_back("site/scripts");
    all.push_back("timeline/conversations");
    return all;
  }();
  return names;
}

tl::expected<Looks, QueryFailure> Looks::Read(const EvidenceDb& db) {
  auto rows = db.Run("SELECT kind, scope, complete FROM coverage");
  if (!rows) return tl::unexpected(rows.error());
  Looks looks;
  for (const auto& row : rows->rows) {
    const std::string& scope = row[1].AsString();
    looks.complete_[row[0].AsString() + (scope.empty() ? "" : "/" + scope)] = row[2].AsString();
  }
  return looks;
}

bool Looks::IsComplete(const std::string& look) const {
  if (const auto it = complete_.find(look); it != complete_.end()) return it->second == "yes";
  return look.starts_with("site/") && look != "site/scripts" && IsComplete("site");
}

}  // namespace klikpad
