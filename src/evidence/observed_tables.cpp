// Tables of what the auditor brings: listings, messages, probes, benchmarks and more.

#include "evidence/tables.h"
#include "model/observed_words.h"

namespace klikpad {

std::vector<TableText> ObservedTables() {
  const std::string channel = "channel TEXT NOT NULL REFERENCES channels(channel)";
  const std::string maybe_channel = "channel TEXT REFERENCES channels(channel)";
  const std::string said_by = "said_by TEXT NOT NULL DEFAULT 'person' " + OneOf<SaidBy>("said_by");
  std::vector<TableText> tables;
  tables.push_back(
      MakeTable("listings", {"page_id INTEGER REFERENCES pages(id)",
                             "store TEXT NOT NULL " + OneOf<Store>("store"),
                             "app TEXT",
                             "storefront TEXT",
                             "title TEXT",
                             "developer TEXT",
                             "seller TEXT",
                             "support TEXT",
                             "website TEXT",
                             "privacy TEXT",
                             "email TEXT",
                             "phone TEXT",
                             "address TEXT",
                             "version TEXT",
                             "updated_at TEXT",
                             "price REAL",
                             "currency TEXT",
                             "rating REAL",
                             "ratings INTEGER",
                             "owner TEXT NOT NULL DEFAULT 'own' " + OneOf<Owner>("owner"),
                             "found_by TEXT",
                             "quote TEXT NOT NULL"}));
  tables.push_back(MakeTable(
      "messages",
      {channel, "account TEXT", "at TEXT NOT NULL", "at_s INTEGER NOT NULL", Flag("ours", 1),
       "reply_to INTEGER", "quote TEXT NOT NULL", "topic TEXT " + OneOf<Topic>("topic"),
       "subject TEXT", "status TEXT " + OneOf<ServiceState>("status"), said_by}));
  tables.push_back(MakeTable("traits", {"message_id INTEGER NOT NULL REFERENCES messages(id)",
                                        "trait TEXT NOT NULL " + OneOf<Trait>("trait"), said_by,
                                        "quote TEXT NOT NULL", "UNIQUE(message_id, trait)"}));
  tables.push_back(
      MakeTable("conversations",
                {"message_id INTEGER REFERENCES messages(id)", channel, "asked_at TEXT NOT NULL",
                 "asked_s INTEGER NOT NULL", "weekday INTEGER NOT NULL", "minute INTEGER NOT NULL",
                 "hours TEXT NOT NULL DEFAULT 'unknown' " + OneOf<WithinHours>("hours"),
                 "answer_id INTEGER REFERENCES messages(id)", "answered_at TEXT",
                 "answered_s INTEGER", "seconds INTEGER AS (answered_s - asked_s)",
                 "state TEXT NOT NULL DEFAULT 'unanswered' " + OneOf<AnswerState>("state"),
                 "quote TEXT NOT NULL"}));
  // Who noted it, and where: the same columns in each table of notes.
  const auto noted = [](std::vector<std::string> columns) {
    for (const char* column : {"source TEXT", "observer TEXT", "noted_on TEXT", "noted_s INTEGER",
                               "note TEXT", "photo TEXT", "place TEXT"}) {
      columns.emplace_back(column);
    }
    return columns;
  };
  tables.push_back(MakeTable(
      "probes",
      noted({channel, "asked_at TEXT NOT NULL", "asked_s INTEGER NOT NULL", "answered_at TEXT",
             "answered_s INTEGER", "waited_until TEXT", "waited_s INTEGER",
             "human TEXT NOT NULL DEFAULT 'unknown' " + OneOf<Human>("human"), "context TEXT",
             "answer TEXT", "quote TEXT NOT NULL"})));
  tables.push_back(MakeTable(
      "incidents",
      noted({"subject TEXT", "service TEXT", "started_at TEXT NOT NULL",
             "started_s INTEGER NOT NULL", "ended_at TEXT", "ended_s INTEGER", "confirmed_at TEXT",
             "confirmed_s INTEGER", "confirmed_on TEXT", "quote TEXT NOT NULL"})));
  tables.push_back(MakeTable(
      "benchmarks", noted({Flag("ours", 0), "who TEXT NOT NULL", "metric TEXT NOT NULL",
                           maybe_channel, "value REAL", "unit TEXT", Flag("about", 0),
                           "rank INTEGER", "of INTEGER", "period TEXT", "quote TEXT NOT NULL"})));
  tables.push_back(MakeTable(
      "touchpoints", noted({"kind TEXT NOT NULL", maybe_channel, "value TEXT",
                            "legible TEXT NOT NULL DEFAULT 'unknown' " + OneOf<Legible>("legible"),
                            "print_mm REAL", "quote TEXT NOT NULL"})));
  tables.push_back(MakeTable(
      "metrics", noted({"name TEXT NOT NULL", maybe_channel, "account TEXT", "value REAL",
                        "exact REAL", "unit TEXT", Flag("about", 0), "at TEXT", "at_s INTEGER",
                        Flag("derived", 0), "formula TEXT", "inputs TEXT", "decimals INTEGER",
                        "norm REAL", "met INTEGER CHECK(met IN (0,1))", "quote TEXT NOT NULL"})));
  tables.push_back(
      MakeTable("translations", {"nl TEXT NOT NULL", "en TEXT NOT NULL", "quote TEXT NOT NULL"}));
  return tables;
}

}  // namespace klikpad
