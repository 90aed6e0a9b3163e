// The result of one audit: what was seen and how completely, every contact with its clicks, the
// ways that lead there, and the findings. reports are pure functions of this value.

#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/shared_text.h"
#include "model/app_walk.h"
#include "model/bilingual.h"
#include "model/brand.h"
#include "model/contact.h"
#include "model/listing.h"
#include "model/observed.h"
#include "model/site.h"
#include "model/timeline.h"
#include "model/words.h"

namespace klikpad {

struct Hole {
  std::string url;
  HoleReason reason = HoleReason::kNone;
  std::string text;
  std::optional<int> clicks;
};

// How complete one look was. Scopes of `site`: "" (whole), a role word, "scripts".
struct Coverage {
  LookKind kind = LookKind::kSite;
  std::string scope;
  Complete complete = Complete::kNo;
  std::string why;  // one sentence; "" when complete
  int seen = 0;
  int expected = 0;
  std::string from_at, to_at;      // ISO times, "" when not a look over time
  std::vector<Hole> holes;         // sorted by clicks, then address
  std::vector<std::string> notes;  // what was left out on purpose, and how it was asked
  // "site", "site/home", "timeline"
  std::string Name() const { return std::string(Word(kind)) + (scope.empty() ? "" : "/" + scope); }
};

// Fewest clicks from a page to a channel, role or human, the opening click included.
struct Reach {
  int page = -1;
  int first_link = -1;        // index in the page's links, -1 when the target stands on the page
  SharedText target;          // a role where kind says so, else a channel
  std::optional<int> clicks;  // nothing: unreachable
  int contact = -1;       // of first_link -1: its index in the page's contacts, -1 for a role or
                          // a search
  int weakest_page = -1;  // page and link with the weakest scent on the way (scent tier)
  int weakest_link = -1;
  TargetKind kind = TargetKind::kChannel;
  Tier tier = Tier::kShortest;
  bool uses_search = false;
  bool is_exact = true;  // false: at most so many; an unread page could hold a shorter way
};

struct Step {
  StepKind kind = StepKind::kLink;
  int page = -1;  // where the step is taken
  std::string page_url, page_title;
  std::string label;  // the words that are clicked
  Region region = Region::kMain;
  std::string to_url;
  int clicks = 0;
  double seconds = 0;
  Place place;
};

struct Route {
  int contact = -1;                  // index in Audit::contacts
  std::string start;                 // the start page's address
  Surface surface = Surface::kSite;  // where it starts: the home page, the app, a store listing
  Tier tier = Tier::kShortest;
  bool uses_search = false;
  int clicks = 0;
  double seconds = 0;
  std::vector<Step> steps;
  std::string certainty;  // exact; at-most when an unread page could hold a shorter way
};

struct ContactPlace {
  int page = -1;
  SharedText url;
  Region region = Region::kMain;
  SharedText label;
  SharedText quote;
  bool is_clickable = false;  // a click opens it; false where reading is enough
  bool is_visible = true;     // false in structured data and hidden text
  Place place;
};

// One contact over the whole site: all its occurrences with equal channel, value, use and owner.
struct Contact {
  std::string channel;
  std::string value;
  std::string handle;
  std::string display;
  Use use = Use::kContact;
  Owner owner = Owner::kUnknown;
  std::vector<std::string> signals;
  Human human = Human::kUnknown;
  Tariff tariff = Tariff::kUnknown;
  std::optional<double> cents;
  std::string purpose;
  std::string state;
  Confidence confidence = Confidence::kWeak;
  bool is_dead = false;              // the network no longer exists
  std::optional<int> clicks;         // fewest, the opening click included
  std::optional<int> page_clicks;    // of the nearest page that carries it
  std::vector<ContactPlace> places;  // nearest page first, then by address and place
};

struct EvidenceRow {
  std::string ref;  // "links/17"
  int page = -1;    // -1 when it belongs to no page
  std::string url, title, place;
  std::string at, label, value, unit, quote;
  std::string source, observer, photo;  // of what somebody noted: "" else
};

// The row is of a table of what an auditor noted: its texts are his, in his language or in both.
inline bool IsNote(std::string_view ref) {
  for (const std::string_view table :
       {"probes/", "incidents/", "touchpoints/", "benchmarks/", "metrics/"}) {
    if (ref.starts_with(table)) return true;
  }
  return false;
}

struct Finding {
  std::string pack;
  std::string rule;
  Outcome outcome = Outcome::kNotAssessed;
  std::string reason;  // why not assessed or not applicable; "" else
  double weight = 1;
  Bilingual title, says, why, fix;
  Bilingual source;                   // where the rule comes from
  std::string source_from;            // since when it holds: 2013, 2013-04, 2013-04-01
  std::vector<EvidenceRow> evidence;  // at most 30, in order
  std::vector<EvidenceRow> also;      // shown beside, never deciding
  int evidence_count = 0;             // all rows, shown or not
};

struct Tally {
  int plus = 0, minus = 0, not_applicable = 0, not_assessed = 0;
  std::optional<double> score;  // 100 × weighted plus / (plus + minus); nothing without either
};

// Everything that may differ between two equal runs, and nothing else.
struct Run {
  std::string started_at, ended_at;  // ISO
  std::int64_t milliseconds = 0;
  std::string host;
  int process = 0;
  std::vector<std::string> arguments;
  std::vector<HostPace> paces;  // hosts that were asked less often than they might, by name
};

// A channel as reports name it, in the order of reports.
struct ChannelTitle {
  std::string id;
  std::string family;
  Bilingual name;
};

struct Audit {
  Brand brand;
  std::vector<ChannelTitle> channels;
  std::string rules_digest;
  Run run;
  std::vector<std::pair<std::string, std::string>> parameters;  // of the look: limits, locales …
  std::vector<Coverage> coverage;                               // by kind and scope
  SiteLook look;
  std::vector<Listing> listings;  // by store and app: read or not
  std::optional<AppWalk> app;     // as the tester wrote it down; its screens are pages of the look
  std::vector<Contact> contacts;  // sorted by channel, then clicks, then value
  std::deque<Reach> reach;        // many: growing copies none
  std::vector<Route> routes;
  TimelineFigures timeline;
  Observations observed;
  // What the auditor noted (observed.metrics, in that order), then what was computed.
  std::vector<Metric> metrics;
  std::vector<Photo> photos;
  std::vector<Finding> findings;
  Tally tally;
  std::vector<std::pair<std::string, Tally>> pack_tallies;
  std::vector<std::pair<std::string, Bilingual>> pack_abouts;  // what each pack asks, one sentence
};

}  // namespace klikpad
