// The guarded database: opening, binding, stepping under limits of time, steps and memory.

#include "evidence/evidence_db.h"

#include <time.h>

#include <algorithm>

#include "base/text.h"
#include "evidence/functions.h"
#include "evidence/guard.h"
#include "evidence/heap.h"
#include "evidence/query_error.h"
#include "evidence/schema.h"
#include "evidence/source_rows.h"

namespace klikpad {

namespace {

constexpr int kStepsBetweenLooks = 1'000;
// A net below the count of steps, for queries whose single steps are slow. It ends in an error,
// never in a verdict, so that no verdict depends on the machine.
constexpr std::int64_t kMaxCpuSeconds = 120;

std::int64_t CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec;
}

// %, # and ? would end the path of a file: URI.
std::string FileUri(const std::string& path) {
  std::string uri = path.starts_with("/") ? "file://" : "file:";
  for (char c : path) {
    if (c == '%' || c == '#' || c == '?') {
      const char* hex = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', hex[byte >> 4], hex[byte & 15]};
    } else {
      uri += c;
    }
  }
  // immutable: no lock, no journal or WAL file of someone else's making is looked for.
  return uri + "?immutable=1";
}

Json ColumnValue(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return Json(std::int64_t{sqlite3_column_int64(statement, column)});
    case SQLITE_FLOAT:
      return Json(sqlite3_column_double(statement, column));
    case SQLITE_NULL:
      return Json();
    default: {
      const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
      return Json(ToValidUtf8(std::string_view(bytes ? bytes : "", bytes ? size : 0)));
    }
  }
}

bool IsRanOut(int code) {
  const int primary = code & 0xFF;
  return primary == SQLITE_INTERRUPT || primary == SQLITE_NOMEM || primary == SQLITE_TOOBIG;
}

bool IsBlankSql(const char* tail) {
  return std::string_view(tail).find_first_not_of(" \t\r\n;") == std::string_view::npos;
}

}  // namespace

struct EvidenceDb::State {
  FunctionState functions;  // before db: the connection uses it until it is closed
  Database db;
  std::int64_t cpu_end = 0;
  bool is_out_of_time = false;

  static int OnProgress(void* self) {
    auto& state = *static_cast<State*>(self);
    state.functions.steps_left -= kStepsBetweenLooks;
    state.is_out_of_time = CpuSeconds() > state.cpu_end;
    return state.functions.steps_left < 0 || state.is_out_of_time ? 1 : 0;
  }

  QueryFailure Failure(int code) const {
    if (is_out_of_time) return {Error{"the query took too much time", "", 0, ""}, false};
    return {ExplainQueryError(db.get(), code), IsRanOut(code)};
  }

  // Prepared, with exactly these parameters bound.
  tl::expected<Statement, QueryFailure> Bound(const std::string& sql,
                                              const NamedValues& parameters) const;
  // Until on_row says false; gives the names of the columns.
  tl::expected<std::vector<std::string>, QueryFailure> Step(
      const std::string& sql, const NamedValues& parameters, const QueryLimits& limits,
      const std::function<bool(std::vector<Json>&&)>& on_row);

  // Compiles and refuses what is no single SELECT.
  tl::expected<Statement, QueryFailure> Prepare(const std::string& sql) const {
    const auto refuse = [](std::string why) {
      return tl::unexpected(QueryFailure{Error{std::move(why), "", 0, ""}, false});
    };
    if (sql.find('\0') != std::string::npos) return refuse("the query contains a NUL byte");
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v2(db.get(), sql.c_str(), -1, &raw, &tail);
    Statement statement(raw);
    if (code != SQLITE_OK) {
      // Before Failure, which compiles queries of its own.
      const int offset = sqlite3_error_offset(db.get());
      QueryFailure failure = Failure(code);
      const auto end = sql.begin() + std::max(0, offset);
      if (offset >= 0)
        failure.error.line = 1 + static_cast<int>(std::count(sql.begin(), end, '\n'));
      return tl::unexpected(std::move(failure));
    }
    if (!raw) return refuse("the query is empty");
    if (sqlite3_stmt_isexplain(raw)) return refuse("EXPLAIN is not allowed");
    if (sqlite3_column_count(raw) == 0) return refuse("the query gives no columns");
    if (!IsBlankSql(tail)) return refuse("one statement only: there is more after the first");
    return statement;
  }
};

EvidenceDb::EvidenceDb(std::unique_ptr<State> state) : state_(std::move(state)) {}
EvidenceDb::EvidenceDb(EvidenceDb&&) noexcept = default;
EvidenceDb& EvidenceDb::operator=(EvidenceDb&&) noexcept = default;
EvidenceDb::~EvidenceDb() = default;

Result<EvidenceDb> EvidenceDb::Open(const std::string& path, TermFinder terms) {
  auto state = std::make_unique<State>();
  state->functions.terms = std::move(terms);
  auto db =
      OpenDatabase(FileUri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX);
  if (!db) return Fail("cannot open the evidence: " + db.error().message, path);
  state->db = std::move(*db);
  if (auto done = AddFunctions(state->db.get(), &state->functions); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = Lock(state->db.get()); !done) {
    return Fail("this is no evidence database: " + done.error().message, path);
  }
  return EvidenceDb(std::move(state));
}

Result<EvidenceDb> EvidenceDb::FromRows(const std::vector<EvidenceSource>& rows,
                                        const Channels& channels, TermFinder terms) {
  auto state = std::make_unique<State>();
  state->functions.terms = std::move(terms);
  auto db =
      OpenDatabase(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  if (!db) return tl::unexpected(db.error());
  state->db = std::move(*db);
  sqlite3* raw = state->db.get();
  Result<void> done = Execute(raw, SchemaSql());
  if (done) done = FillFromRows(raw, rows, channels);
  if (done) done = AddFunctions(raw, &state->functions);
  if (done) done = Lock(raw);
  if (!done) return tl::unexpected(done.error());
  return EvidenceDb(std::move(state));
}

Result<QueryShape> EvidenceDb::Shape(const std::string& sql) const {
  const HeapLimit heap(QueryLimits{}.heap_bytes);
  state_->is_out_of_time = false;
  auto statement = state_->Prepare(sql);
  if (!statement) return tl::unexpected(statement.error().error);
  sqlite3_stmt* raw = statement->get();
  QueryShape shape;
  for (int i = 0; i < sqlite3_column_count(raw); ++i) {
    shape.columns.emplace_back(sqlite3_column_name(raw, i));
  }
  for (int i = 1; i <= sqlite3_bind_parameter_count(raw); ++i) {
    const char* name = sqlite3_bind_parameter_name(raw, i);
    if (!name || *name != ':') return Fail("parameters are written as :name");
    shape.parameters.emplace_back(name + 1);
  }
  return shape;
}

Result<std::vector<std::string>> EvidenceDb::Plan(const std::string& sql) const {
  // Guarded as ever; then once more as the EXPLAIN that the guard would refuse.
  if (auto statement = state_->Prepare(sql); !statement) {
    return tl::unexpected(statement.error().error);
  }
  const OpenGate gate(state_->db.get());
  sqlite3_stmt* raw = nullptr;
  const std::string explain = "EXPLAIN QUERY PLAN " + sql;
  if (sqlite3_prepare_v2(state_->db.get(), explain.c_str(), -1, &raw, nullptr) != SQLITE_OK) {
    return Fail(sqlite3_errmsg(state_->db.get()));
  }
  const Statement statement(raw);
  std::vector<std::string> steps;
  while (sqlite3_step(raw) == SQLITE_ROW) steps.push_back(ColumnValue(raw, 3).AsString());
  return steps;
}

tl::expected<Statement, QueryFailure> EvidenceDb::State::Bound(
    const std::string& sql, const NamedValues& parameters) const {
  auto statement = Prepare(sql);
  if (!statement) return statement;
  sqlite3_stmt* raw = statement->get();
  const auto refuse = [](std::string why) {
    return tl::unexpected(QueryFailure{Error{std::move(why), "", 0, ""}, false});
  };
  for (int i = 1; i <= sqlite3_bind_parameter_count(raw); ++i) {
    const char* name = sqlite3_bind_parameter_name(raw, i);
    if (!name) return refuse("parameters are written as :name");
    const auto given = std::find_if(parameters.begin(), parameters.end(),
                                    [&](const auto& p) { return p.first == name + 1; });
    if (given == parameters.end()) return refuse(std::string("no value for the parameter ") + name);
    BindSqlValue(raw, i, given->second);
  }
  for (const auto& [name, value] : parameters) {
    if (sqlite3_bind_parameter_index(raw, (":" + name).c_str()) == 0) {
      return refuse("the query has no parameter :" + name);
    }
  }
  return statement;
}

tl::expected<std::vector<std::string>, QueryFailure> EvidenceDb::State::Step(
    const std::string& sql, const NamedValues& parameters, const QueryLimits& limits,
    const std::function<bool(std::vector<Json>&&)>& on_row) {
  const HeapLimit heap(limits.heap_bytes);
  functions.steps_left = limits.steps;
  cpu_end = CpuSeconds() + kMaxCpuSeconds;
  is_out_of_time = false;
  sqlite3_progress_handler(db.get(), kStepsBetweenLooks, OnProgress, this);
  auto statement = Bound(sql, parameters);
  if (!statement) return tl::unexpected(statement.error());
  sqlite3_stmt* raw = statement->get();
  std::vector<std::string> columns;
  const int count = sqlite3_column_count(raw);
  columns.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) columns.emplace_back(sqlite3_column_name(raw, i));
  for (;;) {
    const int code = sqlite3_step(raw);
    if (code == SQLITE_DONE) return columns;
    if (code != SQLITE_ROW) return tl::unexpected(Failure(code));
    std::vector<Json> row;
    row.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) row.push_back(ColumnValue(raw, i));
    if (!on_row(std::move(row))) return columns;
  }
}

tl::expected<QueryRows, QueryFailure> EvidenceDb::Run(const std::string& sql,
                                                      const NamedValues& parameters,
                                                      const QueryLimits& limits) const {
  QueryRows result;
  auto columns = state_->Step(sql, parameters, limits, [&](std::vector<Json>&& row) {
    result.is_cut = result.rows.size() == limits.max_rows;
    if (!result.is_cut) result.rows.push_back(std::move(row));
    return !result.is_cut;
  });
  if (!columns) return tl::unexpected(columns.error());
  result.columns = std::move(*columns);
  return result;
}

tl::expected<std::vector<std::string>, QueryFailure> EvidenceDb::ForEach(
    const std::string& sql, const NamedValues& parameters, const QueryLimits& limits,
    const OnRow& on_row) const {
  return state_->Step(sql, parameters, limits, [&](std::vector<Json>&& row) {
    on_row(std::move(row));
    return true;
  });
}

}  // namespace klikpad
