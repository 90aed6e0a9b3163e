// The statements in order: tables, views and indexes.

#include "evidence/schema.h"

#include <algorithm>

#include "base/text.h"
#include "evidence/tables.h"

namespace klikpad {

namespace {

std::vector<TableText> AllTables() {
  std::vector<TableText> all = PageTables();
  for (auto group : {ContactTables(), ObservedTables()}) {
    all.insert(all.end(), group.begin(), group.end());
  }
  all.push_back(
      {"contacts_on_pages",
       "CREATE VIEW contacts_on_pages AS SELECT c.*, p.url AS page_url, p.title AS page_title, "
       "p.surface AS surface, p.clicks AS page_clicks, p.clicks + c.clickable AS clicks "
       "FROM contacts c JOIN pages p ON p.id = c.page_id"});
  all.push_back(
      {"links_on_pages",
       "CREATE VIEW links_on_pages AS SELECT l.*, p.url AS page_url, p.title AS page_title, "
       "p.surface AS surface, p.clicks AS page_clicks "
       "FROM links l JOIN pages p ON p.id = l.page_id"});
  all.push_back(
      {"confirmations",
       "CREATE VIEW confirmations AS "
       "SELECT m.ref AS ref, i.id AS incident_id, i.subject AS subject, m.at AS at, m.at_s AS "
       "at_s, "
       "m.at_s - i.started_s AS after_s, (m.subject IS NULL OR i.subject IS NULL OR m.subject = "
       "coalesce(i.service, "
       "i.subject) OR coalesce(instr(lower(m.quote), lower(i.subject)), 0) > 0) AS sure, "
       "m.quote AS quote FROM incidents i JOIN messages m ON m.ours = 1 AND "
       "m.status IN ('down','limited') AND m.at_s BETWEEN i.started_s AND i.started_s + 86400 "
       "WHERE m.subject IS NULL OR i.service IS NULL OR m.subject = i.service OR "
       "instr(lower(m.quote), lower(i.subject)) > 0 "
       "UNION ALL SELECT i.ref, i.id, i.subject, i.confirmed_at, i.confirmed_s, "
       "i.confirmed_s - i.started_s, 1, i.quote FROM incidents i WHERE i.confirmed_s IS NOT NULL"});
  return all;
}

}  // namespace

std::string Flag(const std::string& column, int by_default) {
  return column + " INTEGER NOT NULL DEFAULT " + std::to_string(by_default) + " CHECK(" + column +
         " IN (0,1))";
}

TableText MakeTable(const std::string& name, const std::vector<std::string>& columns) {
  std::vector<std::string> parts = {"id INTEGER PRIMARY KEY"};
  std::vector<std::string> constraints;
  for (const std::string& column : columns) {
    (column.starts_with("UNIQUE(") ? constraints : parts).push_back(column);
  }
  parts.push_back("ref TEXT AS ('" + name + "/'||id)");
  parts.insert(parts.end(), constraints.begin(), constraints.end());
  return {name, "CREATE TABLE " + name + "(" + Join(parts, ", ") + ") STRICT"};
}

std::string SchemaSql() {
  std::string sql;
  for (const TableText& table : AllTables()) sql += table.sql + ";\n";
  return sql;
}

std::string LookIndexSql() {
  return "CREATE INDEX page_roles_by_role ON page_roles(role, page_id);\n"
         "CREATE INDEX texts_by_page ON texts(page_id, kind);\n"
         "CREATE INDEX links_by_page ON links(page_id, region);\n"
         "CREATE INDEX links_by_target ON links(to_page);\n";
}

std::string WaysSchemaSql() {
  std::string sql;
  for (const TableText& table : ContactTables()) {
    const auto& names = WaysTables();
    if (std::find(names.begin(), names.end(), table.name) != names.end()) sql += table.sql + ";\n";
  }
  return sql;
}

// Rows of `reach` differ in what its index holds (tests/app/evidence_sound_test). A unique index
// would say so, but SQLite copies tables with one and a generated column row by row.
std::string WaysIndexSql() {
  return "CREATE INDEX contacts_by_page ON contacts(page_id, channel);\n"
         "CREATE INDEX contacts_by_channel ON contacts(channel, page_id);\n"
         "CREATE INDEX contacts_by_owner ON contacts(owner, channel, use);\n"
         "CREATE INDEX hours_by_page ON hours(page_id);\n"
         "CREATE INDEX hours_by_channel ON hours(channel, page_id);\n"
         "CREATE INDEX reach_by_target ON reach(target_kind, target, page_id, tier, "
         "uses_search);\n";
}

std::string IndexSql() {
  return "CREATE INDEX routes_by_channel ON routes(channel);\n"
         "CREATE INDEX messages_by_time ON messages(ours, at_s);\n"
         "CREATE INDEX messages_by_question ON messages(reply_to) WHERE reply_to IS NOT NULL;\n"
         "CREATE INDEX messages_by_status ON messages(status, at_s)"
         " WHERE status IS NOT NULL;\n"
         "CREATE INDEX messages_by_topic ON messages(topic, reply_to) WHERE ours = 1;\n"
         "CREATE INDEX conversations_by_state ON conversations(state, hours, weekday);\n"
         "CREATE INDEX traits_by_trait ON traits(trait, message_id);\n"
         "CREATE INDEX benchmarks_by_metric ON benchmarks(metric, ours);\n"
         // What the planner needs is how selective an index is, which a part of it tells.
         "PRAGMA analysis_limit=400; ANALYZE;\n";
}

const std::vector<std::string>& WaysTables() {
  static const std::vector<std::string> names = {"contacts", "hours", "reach"};
  return names;
}

const std::vector<std::string>& EvidenceTables() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const TableText& table : AllTables()) all.push_back(table.name);
    return all;
  }();
  return names;
}

}  // namespace klikpad
