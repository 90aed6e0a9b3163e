// Finds the name at fault in SQLite's message, and the nearest one that exists.

#include "evidence/query_error.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "evidence/guard.h"
#include "evidence/schema.h"

namespace klikpad {

namespace {

// "no such column: c.chanel" → "c.chanel" for the prefix "no such column: "; "" when it is another.
std::string After(const std::string& message, std::string_view prefix) {
  return message.starts_with(prefix) ? message.substr(prefix.size()) : "";
}

std::string WithoutAlias(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos ? name : name.substr(dot + 1);
}

Error Named(const std::string& what, const std::string& name,
            const std::vector<std::string>& candidates) {
  const std::string bare = WithoutAlias(name);
  return Error{"unknown " + what + " '" + name + "'", "", 0, Nearest(AsciiLower(bare), candidates)};
}

}  // namespace

std::vector<std::string> ColumnNames(sqlite3* db) {
  std::set<std::string> names;
  for (const std::string& table : EvidenceTables()) {
    // Compiled only: its columns are read off the statement, since the authorizer refuses PRAGMA.
    sqlite3_stmt* raw = nullptr;
    const std::string sql = "SELECT * FROM " + table;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) continue;
    const Statement statement(raw);
    for (int i = 0; i < sqlite3_column_count(raw); ++i) names.insert(sqlite3_column_name(raw, i));
  }
  return {names.begin(), names.end()};
}

Error ExplainQueryError(sqlite3* db, int code) {
  const std::string message = sqlite3_errmsg(db);
  switch (code & 0xFF) {
    case SQLITE_INTERRUPT:
      return {"the query took too many steps", "", 0, ""};
    case SQLITE_NOMEM:
      return {"the query needed too much memory", "", 0, ""};
    case SQLITE_TOOBIG:
      return {"the query made too long a text", "", 0, ""};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {"this is no evidence database, or it is broken", "", 0, ""};
    default:
      break;
  }
  if (auto name = After(message, "no such column: "); !name.empty()) {
    return Named("column", name, ColumnNames(db));
  }
  if (auto name = After(message, "no such table: "); !name.empty()) {
    return Named("table", name, EvidenceTables());
  }
  if (auto name = After(message, "no such function: "); !name.empty()) {
    return Named("function", name, AllowedFunctions());
  }
  if (auto name = After(message, "not authorized to use function: "); !name.empty()) {
    return {"the function '" + name + "' is not allowed in evidence queries", "", 0, ""};
  }
  // Other built-in virtual tables: the authorizer refuses to connect them.
  if (auto name = After(message, "vtable constructor failed: "); !name.empty()) {
    return Named("table", name, EvidenceTables());
  }
  if (message.ends_with(" is prohibited") || message == "not authorized") {
    return {"only SELECT over the evidence tables is allowed" +
                (message == "not authorized" ? "" : " (" + message + ")"),
            "", 0, ""};
  }
  return {message, "", 0, ""};
}

}  // namespace klikpad
