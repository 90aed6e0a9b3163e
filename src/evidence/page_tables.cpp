// Tables of what the crawl saw: coverage, hosts, pages, their roles, texts and links.

#include "evidence/tables.h"
#include "model/exchange.h"
#include "model/observed_words.h"

namespace klikpad {

std::vector<TableText> PageTables() {
  std::vector<TableText> tables;
  // Two look-ups keyed by name: their refs read "audit/country", "channels/twitter".
  tables.push_back({"audit",
                    "CREATE TABLE audit(name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, "
                    "quote TEXT AS (value), ref TEXT AS ('audit/'||name)) STRICT, WITHOUT ROWID"});
  tables.push_back(
      {"channels",
       "CREATE TABLE channels(channel TEXT PRIMARY KEY NOT NULL, family TEXT NOT NULL " +
           OneOf<Family>("family") + ", name_nl TEXT NOT NULL, name_en TEXT NOT NULL, " +
           Flag("dead", 0) +
           ", quote TEXT AS (channel), ref TEXT AS ('channels/'||channel)) "
           "STRICT, WITHOUT ROWID"});
  tables.push_back(
      MakeTable("coverage",
                {"kind TEXT NOT NULL " + OneOf<LookKind>("kind"), "scope TEXT NOT NULL DEFAULT ''",
                 "complete TEXT NOT NULL " + OneOf<Complete>("complete"), "why TEXT",
                 "seen INTEGER NOT NULL DEFAULT 0", "expected INTEGER NOT NULL DEFAULT 0",
                 "from_at TEXT", "from_s INTEGER", "to_at TEXT", "to_s INTEGER",
                 "quote TEXT AS (coalesce(why, complete))", "UNIQUE(kind, scope)"}));
  // Addresses end in a slash, so that a link leads there when it begins so.
  tables.push_back(MakeTable(
      "hosts", {"host TEXT NOT NULL", "root TEXT NOT NULL", Flag("secure", 1), Flag("linked", 1),
                "answered INTEGER NOT NULL DEFAULT 0", "fault TEXT " + OneOf<TlsFault>("fault"),
                "url TEXT", "quote TEXT AS (coalesce(url, root))", "UNIQUE(root)"}));
  tables.push_back(MakeTable(
      "pages",
      {"url TEXT NOT NULL", "surface TEXT NOT NULL DEFAULT 'site' " + OneOf<Surface>("surface"),
       "clicks INTEGER", Flag("exact", 1), "title TEXT", "lang TEXT",
       "status INTEGER NOT NULL DEFAULT 200", Flag("was_read", 1), Flag("needs_javascript", 0),
       Flag("rendered", 0), "section INTEGER REFERENCES pages(id)", "page_id INTEGER AS (id)",
       "quote TEXT AS (coalesce(title, url))"}));
  tables.push_back(MakeTable(
      "page_roles",
      {"page_id INTEGER NOT NULL REFERENCES pages(id)", "role TEXT NOT NULL " + OneOf<Role>("role"),
       "why TEXT", "confidence TEXT NOT NULL DEFAULT 'likely' " + OneOf<Confidence>("confidence"),
       "quote TEXT AS (coalesce(why, role))", "UNIQUE(page_id, role)"}));
  tables.push_back(MakeTable(
      "texts",
      {"page_id INTEGER NOT NULL REFERENCES pages(id)",
       "kind TEXT NOT NULL DEFAULT 'paragraph' " + OneOf<TextKind>("kind"), "level INTEGER",
       "quote TEXT NOT NULL", "region TEXT NOT NULL DEFAULT 'main' " + OneOf<Region>("region"),
       "position INTEGER", "place TEXT"}));
  tables.push_back(MakeTable(
      "links", {"page_id INTEGER NOT NULL REFERENCES pages(id)",
                "to_page INTEGER REFERENCES pages(id)", "url TEXT NOT NULL", "label TEXT",
                "context TEXT", "region TEXT NOT NULL DEFAULT 'main' " + OneOf<Region>("region"),
                "kind TEXT NOT NULL DEFAULT 'link' " + OneOf<LinkKind>("kind"), "position INTEGER",
                Flag("visible", 1), "place TEXT", "quote TEXT AS (coalesce(label, url))"}));
  return tables;
}

}  // namespace klikpad
