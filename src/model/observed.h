// What an auditor saw and noted beside the crawl: own questions, outages, print, published
// comparisons, figures. Each with who noted it, when, and on which line.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/bilingual.h"
#include "model/moment.h"
#include "model/observed_words.h"

namespace klikpad {

// Where a note comes from, so that a reader can check it.
struct Noted {
  std::string file;  // name without folder: "observations.yaml"
  int line = 0;
  std::string by;      // the observer's initials
  std::string source;  // a publication
  std::string on;  // day or month of the note or publication: "2013-04-30", "2013-04"; "" unknown
  std::optional<std::int64_t> on_s;  // its first moment, UTC
  std::string note;                  // remark
  std::string photo;                 // as written, relative to the file's folder
  std::string photo_file;            // in the audit folder: "photos/card-1a2b3c4d.jpg"
  std::string Place() const { return file + ":" + std::to_string(line); }
};

// A question that the auditor asked.
struct Probe {
  std::string channel;
  Moment asked;
  std::optional<Moment> answered;
  std::optional<Moment> waited;  // without an answer: until when somebody looked for one
  Human human = Human::kUnknown;
  std::string question, answer, context;
  Noted noted;
};

// An outage.
struct Incident {
  std::string subject;  // which service, as typed
  std::string service;  // as messages name it; "" when no word list knows it
  Moment started;
  std::optional<Moment> ended;
  std::optional<Moment> confirmed;  // by the brand, the first time
  std::string confirmed_on;         // a channel or a word: twitter, site
  std::string what;
  Noted noted;
};

// Card, letter, invoice …: one row a contact on it.
struct Touchpoint {
  std::string kind;     // in the observer's words
  std::string channel;  // "" when no contact stands on it
  std::string value;
  Legible legible = Legible::kUnknown;
  std::optional<double> print_mm;  // height of the letters
  std::string text;                // what is on it, as read
  Noted noted;
};

// One brand in a published comparison.
struct Benchmark {
  bool is_ours = false;
  std::string who;
  std::string measure;
  std::string channel;  // "" when the comparison is of none in particular
  std::optional<double> value;
  std::string unit;
  bool is_about = false;  // "a little more than"
  std::optional<int> rank, of;
  std::string period;
  Noted noted;
};

// A figure: noted, or computed from others.
struct Metric {
  std::string name;
  std::string channel;
  std::string account;  // whose followers; the team's name
  std::string text;     // as typed, or the computation: "100 × 4720 / 58441 = 8.1"
  double value = 0;     // rounded
  double exact = 0;     // before rounding
  std::string unit;
  bool is_about = false;
  std::string at;  // day, month or moment; of growth the last
  std::optional<std::int64_t> at_s;
  Noted noted;
  // Of a computed one:
  bool is_derived = false;
  std::string formula;  // in English; reports take theirs from rules/metrics.yaml by name
  std::vector<std::string> inputs;  // refs of the rows that went in: "metrics/3"
  int decimals = 0;
  std::optional<double> norm;  // in the same unit
  std::optional<bool> is_met;
  std::string title_nl, title_en, formula_nl;
};

struct Observations {
  std::vector<Probe> probes;
  std::vector<Incident> incidents;
  std::vector<Touchpoint> touchpoints;
  std::vector<Benchmark> benchmarks;
  std::vector<Metric> metrics;  // noted ones, with followers, answers and teams
  // Texts that were written in both languages, by how they stand in the rows above.
  std::map<std::string, Bilingual> said;
  // Kinds for which a section was written, be it empty: probe, incident …
  std::vector<LookKind> looked;
};

// A picture of an observation, to be put into the audit folder.
struct Photo {
  std::string file;  // "photos/card-1a2b3c4d.jpg"
  std::string type;  // image/jpeg
  std::string bytes;
};

}  // namespace klikpad
