// Writes the facts of an audit, its channels and its coverage.

#include "base/civil_time.h"
#include "evidence/schema.h"
#include "evidence/source_rows.h"
#include "evidence/writer.h"

namespace klikpad {
namespace {

std::optional<std::int64_t> Seconds(const std::string& iso) {
  return iso.empty() ? std::nullopt : ParseIsoTime(iso);
}

}  // namespace

Result<void> WriteFacts(sqlite3* db, const Audit& audit, const Rules& rules) {
  // Never the brand: no rule may know it.
  Inserter facts(db, "audit", {"name", "value"});
  const auto fact = [&](const char* name, const std::string& value) {
    if (!value.empty()) facts.Add(name, value);
  };
  fact("country", audit.brand.country);
  fact("language", audit.brand.languages.empty() ? "" : audit.brand.languages.front());
  fact("sector", audit.brand.sector);
  fact("rules", rules.digest);
  fact("knowledge", rules.knowledge_digest);
  fact("schema", std::to_string(kSchemaVersion));
  fact("tool", "klikpad");
  Result<void> outcome = facts.Done();
  AddChannels(db, rules.channels, outcome);
  return outcome;
}

Result<void> WriteCoverage(sqlite3* db, const std::vector<Coverage>& rows) {
  Inserter coverage(db, "coverage",
                    {"kind", "scope", "complete", "why", "seen", "expected", "from_at", "from_s",
                     "to_at", "to_s"});
  for (const Coverage& c : rows) {
    coverage.Add(Word(c.kind), c.scope, Word(c.complete), OrNull(c.why), c.seen, c.expected,
                 OrNull(c.from_at), Seconds(c.from_at), OrNull(c.to_at), Seconds(c.to_at));
  }
  return coverage.Done();
}

}  // namespace klikpad
