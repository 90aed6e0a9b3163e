// Writes what the auditor noted: probes, incidents, benchmarks, touchpoints, metrics.

#include <fmt/format.h>

#include "base/text.h"
#include "evidence/writer.h"

namespace klikpad {
namespace {

const std::vector<std::string> kNoted = {"source", "observer", "noted_on", "noted_s",
                                         "note",   "photo",    "place"};

std::vector<std::string> WithNoted(std::vector<std::string> columns) {
  columns.insert(columns.end(), kNoted.begin(), kNoted.end());
  return columns;
}

// One row whose last values are those of kNoted.
template <typename... Values>
void AddNoted(Inserter& rows, const Noted& noted, const Values&... values) {
  const std::string place = noted.file.empty() ? "" : noted.Place();
  rows.Add(values..., OrNull(noted.source), OrNull(noted.by), OrNull(noted.on), noted.on_s,
           OrNull(noted.note), OrNull(noted.photo_file), OrNull(place));
}

std::optional<std::string_view> IsoOf(const std::optional<Moment>& moment) {
  return moment ? OrNull(moment->iso) : std::nullopt;
}

std::optional<std::int64_t> SecondsOf(const std::optional<Moment>& moment) {
  return moment ? std::optional(moment->seconds) : std::nullopt;
}

// What a comparison says of one brand, as typed: "ING: 2/20, 64 minutes".
std::string BenchmarkQuote(const Benchmark& row) {
  std::vector<std::string> parts;
  if (row.rank && row.of) parts.push_back(fmt::format("{}/{}", *row.rank, *row.of));
  if (row.value && row.unit == "yes-no") {
    parts.emplace_back(*row.value == 0 ? "no" : "yes");
  } else if (row.value) {
    parts.push_back(fmt::format("{} {}", *row.value, row.unit));
  }
  return row.who + ": " + Join(parts, ", ");
}

std::string_view FirstOf(const std::string& a, const std::string& b) { return a.empty() ? b : a; }

Result<void> WriteEvents(sqlite3* db, const Observations& observed) {
  Inserter probes(db, "probes",
                  WithNoted({"channel", "asked_at", "asked_s", "answered_at", "answered_s",
                             "waited_until", "waited_s", "human", "context", "answer", "quote"}));
  for (const Probe& p : observed.probes) {
    AddNoted(probes, p.noted, p.channel, p.asked.iso, p.asked.seconds, IsoOf(p.answered),
             SecondsOf(p.answered), IsoOf(p.waited), SecondsOf(p.waited), Word(p.human),
             OrNull(p.context), OrNull(p.answer), p.question);
  }
  if (auto done = probes.Done(); !done) return done;
  Inserter incidents(
      db, "incidents",
      WithNoted({"subject", "service", "started_at", "started_s", "ended_at", "ended_s",
                 "confirmed_at", "confirmed_s", "confirmed_on", "quote"}));
  for (const Incident& i : observed.incidents) {
    AddNoted(incidents, i.noted, OrNull(i.subject), OrNull(i.service), i.started.iso,
             i.started.seconds, IsoOf(i.ended), SecondsOf(i.ended), IsoOf(i.confirmed),
             SecondsOf(i.confirmed), OrNull(i.confirmed_on), FirstOf(i.what, i.subject));
  }
  return incidents.Done();
}

Result<void> WriteThings(sqlite3* db, const Observations& observed) {
  Inserter benchmarks(db, "benchmarks",
                      WithNoted({"ours", "who", "metric", "channel", "value", "unit", "about",
                                 "rank", "of", "period", "quote"}));
  for (const Benchmark& b : observed.benchmarks) {
    AddNoted(benchmarks, b.noted, b.is_ours, b.who, b.measure, OrNull(b.channel), b.value,
             OrNull(b.unit), b.is_about, b.rank, b.of, OrNull(b.period), BenchmarkQuote(b));
  }
  if (auto done = benchmarks.Done(); !done) return done;
  Inserter touchpoints(db, "touchpoints",
                       WithNoted({"kind", "channel", "value", "legible", "print_mm", "quote"}));
  for (const Touchpoint& t : observed.touchpoints) {
    AddNoted(touchpoints, t.noted, t.kind, OrNull(t.channel), OrNull(t.value), Word(t.legible),
             t.print_mm, FirstOf(t.text, t.value.empty() ? t.kind : t.value));
  }
  return touchpoints.Done();
}

}  // namespace

Result<void> WriteObserved(sqlite3* db, const Audit& audit) {
  if (auto done = WriteEvents(db, audit.observed); !done) return done;
  if (auto done = WriteThings(db, audit.observed); !done) return done;
  Inserter translations(db, "translations", {"nl", "en", "quote"});
  for (const auto& [text, both] : audit.observed.said) translations.Add(both.nl, both.en, text);
  if (auto done = translations.Done(); !done) return done;
  return WriteMetrics(db, audit.metrics);
}

Result<void> WriteMetrics(sqlite3* db, const std::vector<Metric>& all) {
  Inserter metrics(
      db, "metrics",
      WithNoted({"name", "channel", "account", "value", "exact", "unit", "about", "at", "at_s",
                 "derived", "formula", "inputs", "decimals", "norm", "met", "quote"}));
  for (const Metric& m : all) {
    const std::string inputs = Join(m.inputs, " ");
    AddNoted(metrics, m.noted, m.name, OrNull(m.channel), OrNull(m.account), m.value, m.exact,
             OrNull(m.unit), m.is_about, OrNull(m.at), m.at_s, m.is_derived, OrNull(m.formula),
             OrNull(inputs), m.is_derived ? std::optional(m.decimals) : std::nullopt, m.norm,
             m.is_met, FirstOf(m.text, m.name));
  }
  return metrics.Done();
}

}  // namespace klikpad
