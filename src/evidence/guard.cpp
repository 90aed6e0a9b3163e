// The authorizer and the limits: what is not allowed by name is refused.

#include "evidence/guard.h"

#include <algorithm>
#include <string_view>

#include "evidence/schema.h"

namespace klikpad {

namespace {

bool IsEvidenceTable(std::string_view name) {
  const auto& tables = EvidenceTables();
  return name == "json_each" || std::find(tables.begin(), tables.end(), name) != tables.end();
}

bool IsAllowedFunction(std::string_view name) {
  const auto& functions = AllowedFunctions();
  return std::binary_search(functions.begin(), functions.end(), name);
}

int Authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
  const std::string_view table = first ? first : "";
  switch (action) {
    case SQLITE_SELECT:
      return SQLITE_OK;
    case SQLITE_READ:
      if (IsEvidenceTable(table)) return SQLITE_OK;
      // count(*) over a subquery asks for an empty column of its name; so does a real table.
      return second && *second == '\0' && !table.starts_with("sqlite_") ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return second && IsAllowedFunction(second) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;  // SQLITE_RECURSIVE too: `reach` walks the graph, SQL never does
  }
}

void SetLimits(sqlite3* db) {
  const std::pair<int, int> limits[] = {{SQLITE_LIMIT_LENGTH, 1 << 20},
                                        {SQLITE_LIMIT_SQL_LENGTH, 16'384},
                                        {SQLITE_LIMIT_COLUMN, 200},
                                        {SQLITE_LIMIT_EXPR_DEPTH, 100},
                                        {SQLITE_LIMIT_COMPOUND_SELECT, 10},
                                        {SQLITE_LIMIT_VDBE_OP, 25'000},
                                        {SQLITE_LIMIT_FUNCTION_ARG, 8},
                                        {SQLITE_LIMIT_ATTACHED, 0},
                                        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
                                        {SQLITE_LIMIT_VARIABLE_NUMBER, 32},
                                        {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
                                        {SQLITE_LIMIT_WORKER_THREADS, 0}};
  for (const auto& [limit, value] : limits) sqlite3_limit(db, limit, value);
}

}  // namespace

const std::vector<std::string>& AllowedFunctions() {
  static const std::vector<std::string> functions = [] {
    std::vector<std::string> list = {
        "abs", "avg", "coalesce", "count", "group_concat", "ifnull", "iif", "instr", "length",
        "like", "json_array_length", "lower", "json_each", "max", "min", "nullif", "regexp",
        "round", "json_extract", "substr", "sum", "term", "total", "trim", "upper",
        // window functions
        "cume_dist", "dense_rank", "first_value", "lag", "last_value", "lead", "nth_value", "ntile",
        "percent_rank", "rank", "row_number"};
    std::sort(list.begin(), list.end());
    return list;
  }();
  return functions;
}

Result<void> Lock(sqlite3* db) {
  const std::pair<int, int> switches[] = {
      {SQLITE_DBCONFIG_DEFENSIVE, 1},       {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
      {SQLITE_DBCONFIG_DQS_DML, 0},         {SQLITE_DBCONFIG_DQS_DDL, 0},
      {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}};
  for (const auto& [option, value] : switches) {
    if (sqlite3_db_config(db, option, value, nullptr) != SQLITE_OK) {
      return Fail("this SQLite library lacks a safety switch that klikpad needs");
    }
  }
  // Connecting json_each later would ask the authorizer for an UPDATE of sqlite_master. Reading
  // the schema now keeps its own statements away from the authorizer as well.
  if (auto done = Execute(db,
                          "PRAGMA query_only=1; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=1;"
                          "PRAGMA cache_size=-8000; PRAGMA mmap_size=0;"
                          "SELECT count(*) FROM sqlite_master; SELECT 1 FROM json_each('[]')");
      !done) {
    return done;
  }
  SetLimits(db);
  sqlite3_set_authorizer(db, Authorize, nullptr);
  return {};
}

OpenGate::OpenGate(sqlite3* db) : db_(db) { sqlite3_set_authorizer(db, nullptr, nullptr); }

OpenGate::~OpenGate() { sqlite3_set_authorizer(db_, Authorize, nullptr); }

}  // namespace klikpad
