// The little of SQLite that this stage needs, with owned handles: a connection and an inserter of
// rows. Included by .cpp files of this folder only.

#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace klikpad {

struct CloseDatabase {
  void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

// `path` is a file name, or a file: URI when `flags` say so.
Result<Database> OpenDatabase(const std::string& path, int flags);
// All statements of `sql`, rows ignored.
Result<void> Execute(sqlite3* db, const std::string& sql);

// No stored text is longer: so that no row passes the 1 MiB that a guarded query may handle.
inline constexpr std::size_t kMaxValueBytes = 100'000;

// "" → NULL.
inline std::optional<std::string_view> OrNull(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

// Inserts rows into one table. The first error sticks: later rows are ignored, Done() tells it.
class Inserter {
 public:
  Inserter(sqlite3* db, const std::string& table, const std::vector<std::string>& columns);

  // One value for each column: integers, doubles, text, optionals of these, nullptr.
  template <typename... Values>
  void Add(const Values&... values) {
    if (!statement_) return;
    int index = 0;
    (Bind(++index, values), ...);
    Finish();
  }

  Result<void> Done() const;

 private:
  void Bind(int index, std::nullptr_t);
  void Bind(int index, std::int64_t value);
  void Bind(int index, double value);
  void Bind(int index, std::string_view value);
  void Bind(int index, int value) { Bind(index, static_cast<std::int64_t>(value)); }
  void Bind(int index, bool value) { Bind(index, static_cast<std::int64_t>(value)); }
  // Without it a text literal would become a bool.
  void Bind(int index, const char* value) { Bind(index, std::string_view(value)); }
  void Bind(int index, const std::string& value) { Bind(index, std::string_view(value)); }
  template <typename T>
  void Bind(int index, const std::optional<T>& value) {
    value ? Bind(index, *value) : Bind(index, nullptr);
  }
  void Finish();

  sqlite3* db_;
  Statement statement_;
  std::string table_;
  std::string trouble_;
};

}  // namespace klikpad
