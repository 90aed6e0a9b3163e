// Connections and inserters over SQLite's C interface.

#include "evidence/database.h"

#include "base/text.h"
#include "evidence/heap.h"

namespace klikpad {

Result<Database> OpenDatabase(const std::string& path, int flags) {
  if (!HasOwnHeap())
    return Fail("SQLite was in use before klikpad began, so that its memory cannot be limited",
                path);
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  Database db(raw);
  if (code != SQLITE_OK) {
    return Fail(raw ? sqlite3_errmsg(raw) : "out of memory", path);
  }
  return db;
}

Result<void> Execute(sqlite3* db, const std::string& sql) {
  if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return Fail(sqlite3_errmsg(db));
}

Inserter::Inserter(sqlite3* db, const std::string& table, const std::vector<std::string>& columns)
    : db_(db), table_(table) {
  const std::string marks = Join(std::vector<std::string>(columns.size(), "?"), ",");
  const std::string sql =
      "INSERT INTO " + table + "(" + Join(columns, ",") + ") VALUES(" + marks + ")";
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) {
    trouble_ = sqlite3_errmsg(db);
  }
  statement_.reset(raw);
}

void Inserter::Bind(int index, std::nullptr_t) { sqlite3_bind_null(statement_.get(), index); }
void Inserter::Bind(int index, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), index, value);
}
void Inserter::Bind(int index, double value) {
  sqlite3_bind_double(statement_.get(), index, value);
}

void Inserter::Bind(int index, std::string_view value) {
  const bool has_nul = value.find('\0') != std::string_view::npos;
  if (!has_nul && value.size() <= kMaxValueBytes && IsValidUtf8(value)) {
    // The caller's text outlives Add(), which steps the statement.
    const char* data = value.data() ? value.data() : "";
    sqlite3_bind_text(statement_.get(), index, data, static_cast<int>(value.size()), SQLITE_STATIC);
    return;
  }
  // A NUL would end the text for most SQL functions.
  std::string clean = ToValidUtf8(CutUtf8(value, kMaxValueBytes / 3));
  clean = ReplaceAll(std::move(clean), std::string_view("\0", 1), "\xEF\xBF\xBD");
  sqlite3_bind_text(statement_.get(), index, clean.data(), static_cast<int>(clean.size()),
                    SQLITE_TRANSIENT);
}

void Inserter::Finish() {
  if (sqlite3_step(statement_.get()) != SQLITE_DONE) {
    trouble_ = sqlite3_errmsg(db_);
    statement_.reset();
    return;
  }
  sqlite3_reset(statement_.get());
}

Result<void> Inserter::Done() const {
  if (trouble_.empty()) return {};
  return Fail("cannot store evidence in table '" + table_ + "': " + trouble_);
}

}  // namespace klikpad
