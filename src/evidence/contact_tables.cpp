// Tables of what customers can use: contacts, opening hours, ways to them.

#include "evidence/tables.h"
#include "model/observed_words.h"

namespace klikpad {

std::vector<TableText> ContactTables() {
  const std::string channel = "channel TEXT NOT NULL REFERENCES channels(channel)";
  const std::string page = "page_id INTEGER NOT NULL REFERENCES pages(id)";
  std::vector<TableText> tables;
  tables.push_back(MakeTable(
      "contacts", {page,
                   channel,
                   "value TEXT",
                   "handle TEXT",
                   "display TEXT",
                   "url TEXT",
                   "use TEXT NOT NULL DEFAULT 'contact' " + OneOf<Use>("use"),
                   "owner TEXT NOT NULL DEFAULT 'own' " + OneOf<Owner>("owner"),
                   "signals TEXT",
                   "region TEXT NOT NULL DEFAULT 'main' " + OneOf<Region>("region"),
                   "label TEXT",
                   "position INTEGER",
                   Flag("clickable", 1),
                   Flag("visible", 1),
                   Flag("data_only", 0),
                   Flag("needs_javascript", 0),
                   "human TEXT NOT NULL DEFAULT 'unknown' " + OneOf<Human>("human"),
                   "tariff TEXT " + OneOf<Tariff>("tariff"),
                   "cents REAL",
                   "purpose TEXT",
                   "state TEXT",
                   "confidence TEXT NOT NULL DEFAULT 'sure' " + OneOf<Confidence>("confidence"),
                   "quote TEXT NOT NULL",
                   "place TEXT",
                   "for_customers INTEGER AS (data_only = 0 AND purpose IS NOT 'security')"}));
  tables.push_back(MakeTable("hours", {page, "channel TEXT REFERENCES channels(channel)",
                                       "weekday INTEGER NOT NULL CHECK(weekday BETWEEN 1 AND 7)",
                                       "opens INTEGER NOT NULL CHECK(opens >= 0)",
                                       "closes INTEGER NOT NULL CHECK(closes >= opens)",
                                       "label TEXT", "quote TEXT NOT NULL", "place TEXT"}));
  tables.push_back(MakeTable(
      "reach",
      {page, "target_kind TEXT NOT NULL " + OneOf<TargetKind>("target_kind"),
       "target TEXT NOT NULL", "tier TEXT NOT NULL DEFAULT 'shortest' " + OneOf<Tier>("tier"),
       Flag("uses_search", 0), "clicks INTEGER", Flag("exact", 1),
       "first_link INTEGER REFERENCES links(id)", "weakest_link INTEGER REFERENCES links(id)",
       "weakest_label TEXT", "quote TEXT NOT NULL", "place TEXT"}));
  tables.push_back(
      MakeTable("routes", {channel, "value TEXT NOT NULL", "use TEXT NOT NULL " + OneOf<Use>("use"),
                           "owner TEXT NOT NULL " + OneOf<Owner>("owner"), "start TEXT NOT NULL",
                           "surface TEXT NOT NULL DEFAULT 'site' " + OneOf<Surface>("surface"),
                           "tier TEXT NOT NULL " + OneOf<Tier>("tier"), Flag("uses_search", 0),
                           "clicks INTEGER NOT NULL", "seconds REAL NOT NULL",
                           "certainty TEXT NOT NULL", "quote TEXT NOT NULL"}));
  tables.push_back(MakeTable(
      "steps",
      {"route_id INTEGER NOT NULL REFERENCES routes(id)", "step INTEGER NOT NULL",
       "kind TEXT NOT NULL " + OneOf<StepKind>("kind"), "page_id INTEGER REFERENCES pages(id)",
       "page_url TEXT NOT NULL", "label TEXT", "region TEXT NOT NULL " + OneOf<Region>("region"),
       "to_url TEXT NOT NULL", "clicks INTEGER NOT NULL", "seconds REAL NOT NULL", "place TEXT",
       "quote TEXT AS (coalesce(label, to_url))", "UNIQUE(route_id, step)"}));
  return tables;
}

}  // namespace klikpad
