// `klikpad query`: rows of one guarded SELECT as JSON objects.

#include <map>

#include "evidence/store.h"

namespace klikpad {

namespace {

// Two columns of one name would hide each other in an object: the second becomes "name:2".
std::vector<std::string> DistinctNames(std::vector<std::string> names) {
  std::map<std::string, int> seen;
  for (std::string& name : names) {
    if (const int count = ++seen[name]; count > 1) name += ":" + std::to_string(count);
  }
  return names;
}

}  // namespace

Result<QueryResult> QueryEvidence(const std::string& path, const std::string& sql,
                                  std::size_t max_rows, TermFinder terms) {
  auto db = EvidenceDb::Open(path, std::move(terms));
  if (!db) return tl::unexpected(db.error());
  QueryLimits limits;
  limits.max_rows = max_rows;
  auto rows = db->Run(sql, {}, limits);
  if (!rows) return tl::unexpected(rows.error().error);
  const auto names = DistinctNames(rows->columns);
  QueryResult result;
  result.is_cut = rows->is_cut;
  for (auto& row : rows->rows) {
    Json::Object object;
    for (std::size_t i = 0; i < names.size(); ++i) object.emplace_back(names[i], std::move(row[i]));
    result.rows.emplace_back(std::move(object));
  }
  return result;
}

}  // namespace klikpad
