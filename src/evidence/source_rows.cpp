// Rows by hand into tables: unknown columns, broken references and times are errors.

#include "evidence/source_rows.h"

#include <algorithm>

#include "base/civil_time.h"
#include "base/text.h"
#include "evidence/query_error.h"
#include "evidence/schema.h"

namespace klikpad {

namespace {

// "asked_at" → "asked_s", "waited_until" → "waited_s", "at" → "at_s"; "" for other columns.
std::string SecondsColumn(const std::string& column) {
  if (column == "at") return "at_s";
  if (column.ends_with("_at")) return column.substr(0, column.size() - 3) + "_s";
  if (column == "waited_until") return "waited_s";
  if (column == "noted_on") return "noted_s";
  return "";
}

bool Has(const NamedValues& values, const std::string& name) {
  return std::any_of(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
}

tl::unexpected<Error> At(const EvidenceSource& row, std::string message,
                         std::string suggestion = "") {
  return Fail(std::move(message), row.file, row.line, std::move(suggestion));
}

Result<NamedValues> WithSeconds(const EvidenceSource& row) {
  NamedValues values = row.values;
  for (const auto& [name, value] : row.values) {
    const std::string seconds = SecondsColumn(name);
    const auto* text = std::get_if<std::string>(&value);
    if (seconds.empty() || !text || Has(row.values, seconds)) continue;
    const auto time = ParseIsoTime(*text);
    if (!time) return At(row, "'" + *text + "' is no ISO 8601 time");
    values.emplace_back(seconds, *time);
  }
  return values;
}

Result<void> AddRow(sqlite3* db, const EvidenceSource& row, const std::vector<std::string>& known) {
  const auto& tables = EvidenceTables();
  if (std::find(tables.begin(), tables.end(), row.table) == tables.end()) {
    return At(row, "unknown table '" + row.table + "'", Nearest(row.table, tables));
  }
  auto values = WithSeconds(row);
  if (!values) return tl::unexpected(values.error());
  std::vector<std::string> names;
  for (const auto& [name, value] : *values) {
    // Also keeps the name from being anything but a name: it goes into the SQL text.
    if (!std::binary_search(known.begin(), known.end(), name)) {
      return At(row, "unknown column '" + name + "' of " + row.table, Nearest(name, known));
    }
    names.push_back(name);
  }
  const std::string marks = Join(std::vector<std::string>(names.size(), "?"), ",");
  const std::string sql = names.empty() ? "INSERT INTO " + row.table + " DEFAULT VALUES"
                                        : "INSERT INTO " + row.table + "(" + Join(names, ",") +
                                              ") VALUES(" + marks + ")";
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &raw, nullptr) != SQLITE_OK) {
    return At(row, sqlite3_errmsg(db));
  }
  const Statement statement(raw);
  int index = 0;
  for (const auto& [name, value] : *values) BindSqlValue(raw, ++index, value);
  if (sqlite3_step(raw) != SQLITE_DONE) return At(row, sqlite3_errmsg(db));
  return {};
}

// The first reference that leads nowhere: "contacts/3 refers to a row of pages that is not there".
Result<void> CheckReferences(sqlite3* db) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(db, "PRAGMA foreign_key_check", -1, &raw, nullptr) != SQLITE_OK) {
    return Fail(sqlite3_errmsg(db));
  }
  const Statement statement(raw);
  if (sqlite3_step(raw) != SQLITE_ROW) return {};
  const auto text = [&](int column) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(raw, column));
    return std::string(bytes ? bytes : "");
  };
  return Fail(text(0) + "/" + text(1) + " refers to a row of " + text(2) + " that is not there");
}

}  // namespace

void BindSqlValue(sqlite3_stmt* statement, int index, const SqlValue& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    sqlite3_bind_int64(statement, index, *number);
  } else if (const auto* real = std::get_if<double>(&value)) {
    sqlite3_bind_double(statement, index, *real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    sqlite3_bind_text(statement, index, text->c_str(), static_cast<int>(text->size()),
                      SQLITE_TRANSIENT);
  } else {
    sqlite3_bind_null(statement, index);
  }
}

void AddChannels(sqlite3* db, const Channels& channels, Result<void>& outcome) {
  if (!outcome) return;
  Inserter rows(db, "channels", {"channel", "family", "name_nl", "name_en", "dead"});
  for (const ChannelInfo& c : channels.list) {
    rows.Add(c.id, c.family, c.name_nl, c.name_en, c.is_dead);
  }
  outcome = rows.Done();
}

Result<void> FillFromRows(sqlite3* db, const std::vector<EvidenceSource>& rows,
                          const Channels& channels) {
  Result<void> outcome = Execute(db,
                                 "BEGIN; CREATE UNIQUE INDEX reach_once ON reach(target_kind, "
                                 "target, page_id, tier, uses_search)");
  AddChannels(db, channels, outcome);
  const auto known = ColumnNames(db);
  for (const EvidenceSource& row : rows) {
    if (!outcome) return outcome;
    outcome = AddRow(db, row, known);
  }
  if (outcome) outcome = CheckReferences(db);
  if (outcome) outcome = Execute(db, "COMMIT;" + LookIndexSql() + WaysIndexSql() + IndexSql());
  return outcome;
}

}  // namespace klikpad
