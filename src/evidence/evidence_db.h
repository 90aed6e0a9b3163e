// The evidence as a guarded, read-only database: one SELECT at a time, with typed parameters, that
// can neither write, nor see anything but the evidence tables, nor run away with time or memory.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "rules/channels.h"

namespace klikpad {

// Behind the SQL function term(list, text): the word of that vocabulary list which stands in the
// text, nothing when none does; an error for an unknown list.
using TermFinder =
    std::function<Result<std::optional<std::string>>(std::string_view list, std::string_view text)>;

using SqlValue = std::variant<std::nullptr_t, std::int64_t, double, std::string>;
using NamedValues = std::vector<std::pair<std::string, SqlValue>>;

// A row of evidence written by hand (twins, observations). Integer seconds beside an ISO time are
// filled in by FromRows when they are not given.
struct EvidenceSource {
  std::string table;
  NamedValues values;
  std::string file;  // for complaints
  int line = 0;
};

struct QueryRows {
  std::vector<std::string> columns;
  std::vector<std::vector<Json>> rows;
  bool is_cut = false;  // there were more rows than asked for
};

struct QueryFailure {
  Error error;
  bool ran_out = false;  // of steps, memory or size: the query may be right, but was not answered
};

// What a query needs and gives, learnt without running it.
struct QueryShape {
  std::vector<std::string> columns;
  std::vector<std::string> parameters;  // without the colon, in the order of their first use
};

struct QueryLimits {
  std::int64_t steps = 200'000'000;    // of SQLite's virtual machine; about 60 million a second
  std::int64_t heap_bytes = 64 << 20;  // beside what is in use when the query begins
  std::size_t max_rows = 10'000;
};

class EvidenceDb {
 public:
  // The file must not change while it is open.
  static Result<EvidenceDb> Open(const std::string& path, TermFinder terms = {});
  // In memory, from rows in any order. No rows: the empty schema, against which checks are
  // prepared.
  static Result<EvidenceDb> FromRows(const std::vector<EvidenceSource>& rows,
                                     const Channels& channels, TermFinder terms = {});

  EvidenceDb(EvidenceDb&&) noexcept;
  EvidenceDb& operator=(EvidenceDb&&) noexcept;
  ~EvidenceDb();

  // A complaint's line counts from the query's first.
  Result<QueryShape> Shape(const std::string& sql) const;
  // How SQLite would go about it, one step a text ("SEARCH c USING INDEX contacts_by_page …"): for
  // a look at what a check costs.
  Result<std::vector<std::string>> Plan(const std::string& sql) const;
  // `parameters` must be exactly those of the query: SQLite would read an unbound one as NULL, and
  // a check would find nothing where there is something.
  tl::expected<QueryRows, QueryFailure> Run(const std::string& sql,
                                            const NamedValues& parameters = {},
                                            const QueryLimits& limits = {}) const;
  // As Run, row by row without a cap, for queries with many rows of which few are kept.
  using OnRow = std::function<void(std::vector<Json>&& row)>;
  tl::expected<std::vector<std::string>, QueryFailure> ForEach(const std::string& sql,
                                                               const NamedValues& parameters,
                                                               const QueryLimits& limits,
                                                               const OnRow& on_row) const;

 private:
  struct State;
  explicit EvidenceDb(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace klikpad
