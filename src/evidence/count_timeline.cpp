// Figures of a timeline that are counted from the finished tables.

#include "evidence/timeline_writer.h"

namespace klikpad {
namespace {

std::string TextAt(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  return text != nullptr ? text : "";
}

std::optional<std::int64_t> NumberAt(sqlite3_stmt* statement, int column) {
  if (sqlite3_column_type(statement, column) == SQLITE_NULL) return std::nullopt;
  return sqlite3_column_int64(statement, column);
}

template <typename Use>
Result<void> ForEachRow(sqlite3* db, const char* sql, Use use) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(db, sql, -1, &raw, nullptr) != SQLITE_OK) return Fail(sqlite3_errmsg(db));
  const Statement statement(raw);
  while (sqlite3_step(raw) == SQLITE_ROW) use(raw);
  return {};
}

// As rules/checks/incident-*.sql read them: a day, the incident's service or none named.
constexpr const char* kIncidents =
    "WITH about AS (SELECT i.id AS incident, m.at_s, m.status FROM incidents i JOIN messages m ON "
    "m.ours = 1 AND m.status IS NOT NULL AND (m.subject = coalesce(i.service, i.subject) OR "
    "m.subject IS NULL) "
    "AND m.at_s BETWEEN i.started_s AND i.started_s + 86400), "
    "clear AS (SELECT a.incident, min(a.at_s) AS at_s FROM about a WHERE a.status = 'up' GROUP BY "
    "a.incident) "
    "SELECT i.subject, i.started_at, (SELECT min(a.at_s) - i.started_s FROM about a WHERE "
    "a.incident = i.id AND a.status <> 'up'), (SELECT c.at_s - i.started_s FROM clear c WHERE "
    "c.incident = i.id), (SELECT count(*) FROM about a WHERE a.incident = i.id AND a.at_s <= "
    "coalesce((SELECT c.at_s FROM clear c WHERE c.incident = i.id), i.started_s + 86400)), "
    "i.confirmed_s - i.started_s FROM incidents i ORDER BY i.started_s, i.id";

}  // namespace

Result<void> CountTimeline(sqlite3* db, TimelineFigures& figures) {
  if (!figures.is_there) return {};
  Result<void> done = ForEachRow(
      db,
      "SELECT topic, count(*) FROM messages WHERE ours = 1 AND reply_to IS NULL AND topic IS NOT "
      "NULL GROUP BY topic ORDER BY count(*) DESC, topic",
      [&](sqlite3_stmt* row) {
        figures.topics.emplace_back(TextAt(row, 0), sqlite3_column_int64(row, 1));
      });
  if (!done) return done;
  done = ForEachRow(db,
                    "SELECT t.trait, count(*) FROM traits t JOIN messages m ON m.id = t.message_id "
                    "WHERE m.ours = 1 AND m.reply_to IS NOT NULL GROUP BY t.trait ORDER BY "
                    "count(*) DESC, t.trait",
                    [&](sqlite3_stmt* row) {
                      figures.traits.emplace_back(TextAt(row, 0), sqlite3_column_int64(row, 1));
                    });
  if (!done) return done;
  done = ForEachRow(db, kIncidents, [&](sqlite3_stmt* row) {
    IncidentTimes times;
    times.subject = TextAt(row, 0);
    times.started_at = TextAt(row, 1);
    times.confirmed_s = NumberAt(row, 2);
    times.all_clear_s = NumberAt(row, 3);
    times.updates = sqlite3_column_int64(row, 4);
    const auto observed = NumberAt(row, 5);
    if (observed && (!times.confirmed_s || *observed < *times.confirmed_s)) {
      times.confirmed_s = observed;
    }
    figures.incidents.push_back(std::move(times));
  });
  if (!done) return done;
  return ForEachRow(db,
                    "SELECT count(*) FROM messages m WHERE m.ours = 1 AND m.status = 'up' AND "
                    "EXISTS (SELECT 1 FROM messages o WHERE o.ours = 1 AND o.status IN "
                    "('limited','down') AND coalesce(o.subject,'') = coalesce(m.subject,'') AND "
                    "o.at_s > m.at_s AND o.at_s <= m.at_s + 21600)",
                    [&](sqlite3_stmt* row) { figures.taken_back = sqlite3_column_int64(row, 0); });
}

}  // namespace klikpad
