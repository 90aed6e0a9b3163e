// Notes and figures in words.

#include "report/observed_tables.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"
#include "report/site_text.h"

namespace klikpad {
namespace {

constexpr std::size_t kShownRows = 200;
constexpr std::size_t kLongestCell = 400;

std::string NotedText(const Noted& noted, const Say& say) {
  return TellNoted(say.Noted(noted.source), noted.by, noted.on,
                   noted.file.empty() ? "" : noted.Place(), say);
}

// Who noted it, with the picture.
ToldCell From(const Noted& noted, const Say& say) {
  ToldCell cell{NotedText(noted, say)};
  cell.soft = say.Noted(noted.note);
  cell.photo = noted.photo_file;
  return cell;
}

std::string TimeText(const Moment& moment, const Say& say) { return say.Date(moment.iso); }

// "26 minuten", from whole minutes, as the rules count.
std::string After(const Moment& from, const Moment& to, const Say& say) {
  return say.Value(std::to_string((to.seconds - from.seconds) / 60), "minutes");
}

ToldTable Start(const std::string& title, const Say& say, const std::vector<std::string>& columns) {
  ToldTable table;
  table.title = say.Text(title);
  for (const std::string& column : columns) table.head.push_back(say.Text(column));
  return table;
}

void Add(ToldTable& table, std::vector<ToldCell> row) { table.rows.push_back(std::move(row)); }

void Keep(ToldTable table, const Say& say, std::vector<ToldTable>& tables) {
  if (table.rows.empty()) return;
  if (table.rows.size() > kShownRows) {
    table.more = say.Text("more-rows", {{"n", std::to_string(table.rows.size() - kShownRows)}});
    table.rows.resize(kShownRows);
  }
  for (auto& row : table.rows) {
    for (ToldCell& cell : row) {
      cell.text = CleanText(cell.text, kLongestCell);
      cell.soft = CleanText(cell.soft, kLongestCell);
    }
  }
  tables.push_back(std::move(table));
}

ToldTable Probes(const Audit& audit, const Say& say) {
  ToldTable table =
      Start("probes-title", say, {"question-asked", "channel", "asked", "answer", "noted"});
  for (const Probe& probe : audit.observed.probes) {
    ToldCell answer;
    if (probe.answered) {
      answer.text =
          say.Text("answered-after", {{"time", After(probe.asked, *probe.answered, say)}});
      answer.soft = say.Noted(probe.answer);
      if (probe.human != Human::kUnknown) {
        const std::string who = say.Word("answered-by", std::string(Word(probe.human)));
        answer.soft += (answer.soft.empty() ? "" : " · ") + who;
      }
    } else if (probe.waited) {
      answer.text = say.Text("no-answer-after", {{"time", After(probe.asked, *probe.waited, say)}});
    } else {
      answer.text = say.Text("still-open");
    }
    Add(table, {{say.Noted(probe.question), say.Noted(probe.context)},
                {say.Channel(probe.channel)},
                {TimeText(probe.asked, say)},
                answer,
                From(probe.noted, say)});
  }
  return table;
}

ToldTable Incidents(const Audit& audit, const Say& say) {
  ToldTable table =
      Start("incidents-title", say, {"outage", "began", "confirmed", "over", "noted"});
  for (const Incident& incident : audit.observed.incidents) {
    ToldCell confirmed{say.Text("see-timeline")};
    if (incident.confirmed) {
      confirmed.text =
          say.Text("after", {{"time", After(incident.started, *incident.confirmed, say)}});
      confirmed.soft = say.Channel(incident.confirmed_on);
    }
    Add(table, {{say.Noted(incident.subject), say.Noted(incident.what)},
                {TimeText(incident.started, say)},
                confirmed,
                {incident.ended ? TimeText(*incident.ended, say) : "–"},
                From(incident.noted, say)});
  }
  return table;
}

ToldTable Touchpoints(const Audit& audit, const Say& say) {
  ToldTable table = Start("touchpoints-title", say, {"print", "stands-on-it", "legible", "noted"});
  for (const Touchpoint& print : audit.observed.touchpoints) {
    ToldCell on{say.Text("no-contact"), say.Noted(print.text)};
    if (!print.channel.empty()) {
      on.text = say.Channel(print.channel) + ": " + print.value;
    }
    ToldCell legible{say.Word("legible", std::string(Word(print.legible)))};
    if (print.print_mm) {
      legible.soft = say.Text("letters-of", {{"n", say.Number(*print.print_mm)}});
    }
    Add(table, {{say.Noted(print.kind)}, on, legible, From(print.noted, say)});
  }
  return table;
}

ToldTable Benchmarks(const Audit& audit, const Say& say) {
  ToldTable table = Start("benchmarks-title", say, {"measure", "who", "place", "figure", "noted"});
  for (const Benchmark& row : audit.observed.benchmarks) {
    std::string measure = say.Word("measure", row.measure);
    if (!row.channel.empty()) measure += ", " + say.Channel(row.channel);
    ToldCell who{say.Noted(row.who)};
    if (row.is_ours) who.soft = say.Text("this-brand");
    Add(table, {{measure, say.Noted(row.period)},
                who,
                {row.rank && row.of ? say.Text("rank-of", {{"n", std::to_string(*row.rank)},
                                                           {"m", std::to_string(*row.of)}})
                                    : "–"},
                {row.value ? TellFigure(*row.value, 1, row.unit, row.is_about, say) : "–"},
                From(row.noted, say)});
  }
  return table;
}

std::string MetricTitle(const Metric& metric, const Say& say) {
  std::string title = say.Lang() == "nl" ? metric.title_nl : metric.title_en;
  return title.empty() ? metric.name : title;
}

std::string MetricOf(const Metric& metric, const Say& say) {
  std::vector<std::string> parts;
  if (!metric.channel.empty()) parts.push_back(say.Channel(metric.channel));
  if (!metric.account.empty()) parts.push_back(say.Noted(metric.account));
  return Join(parts, ", ");
}

ToldCell MetricFigure(const Metric& metric, const Say& say) {
  ToldCell cell{TellFigure(metric.value, metric.is_derived ? metric.decimals : 1, metric.unit,
                           metric.is_about, say)};
  if (metric.is_met) cell.soft = say.Text(*metric.is_met ? "norm-met" : "norm-missed");
  return cell;
}

ToldTable Computed(const Audit& audit, const Say& say) {
  ToldTable table = Start("computed-title", say, {"figure-name", "figure", "computation", "noted"});
  for (const Metric& metric : audit.metrics) {
    if (!metric.is_derived) continue;
    const std::string& formula = say.Lang() == "nl" ? metric.formula_nl : metric.formula;
    std::string how = formula;
    if (!how.empty()) how += "; ";
    how += metric.decimals == 0 ? say.Text("rounded-whole")
                                : say.Text("rounded", {{"n", std::to_string(metric.decimals)}});
    // Figures and signs alone: the mark of decimals is the language's.
    const std::string sum = say.Lang() == "nl" ? ReplaceAll(metric.text, ".", ",") : metric.text;
    Add(table, {{MetricTitle(metric, say), MetricOf(metric, say)},
                MetricFigure(metric, say),
                {sum, how},
                {NotedText(metric.noted, say), say.Date(metric.at)}});
  }
  return table;
}

ToldTable NotedFigures(const Audit& audit, const Say& say) {
  ToldTable table = Start("figures-title", say, {"figure-name", "figure", "when", "noted"});
  for (const Metric& metric : audit.metrics) {
    if (metric.is_derived) continue;
    Add(table, {{MetricTitle(metric, say), MetricOf(metric, say)},
                MetricFigure(metric, say),
                {metric.at.empty() ? "–" : say.Date(metric.at)},
                From(metric.noted, say)});
  }
  return table;
}

}  // namespace

std::string TellFigure(double value, int decimals, const std::string& unit, bool is_about,
                       const Say& say) {
  const double scale = std::pow(10.0, decimals);
  const double shown = std::round(value * scale) / scale;
  const std::string plain = shown == std::floor(shown) && std::abs(shown) < 1e15
                                ? fmt::format("{:.0f}", shown)
                                : fmt::format("{:.{}f}", shown, decimals);
  const std::string text = CleanText(say.Value(plain, unit), 120);
  return is_about ? say.Text("about", {{"figure", text}}) : text;
}

std::string TellNoted(const std::string& source, const std::string& observer, const std::string& on,
                      const std::string& place, const Say& say) {
  std::vector<std::string> parts;
  if (!source.empty()) parts.push_back(CleanText(source, 200));
  const std::string day = CleanText(say.Date(on), 60);
  std::string who = CleanText(observer, 60);
  if (!day.empty()) who += (who.empty() ? "" : ", ") + day;
  if (!who.empty()) parts.push_back(who);
  if (!place.empty()) parts.push_back(CleanText(place, 80));
  return Join(parts, " · ");
}

std::string TellBenchmark(const Benchmark& row, const Say& say) {
  std::vector<std::string> parts;
  if (row.rank && row.of) {
    parts.push_back(
        say.Text("rank-of", {{"n", std::to_string(*row.rank)}, {"m", std::to_string(*row.of)}}));
  }
  if (row.value) parts.push_back(TellFigure(*row.value, 1, row.unit, row.is_about, say));
  return say.Noted(row.who) + ": " + Join(parts, ", ");
}

std::string TellMetric(const Metric& metric, const Say& say) {
  const bool is_team = metric.name == "team-size" || metric.name == "team-fte";
  if (!is_team) return metric.text;
  return say.Noted(metric.account) + ": " +
         TellFigure(metric.value, 1, metric.unit, metric.is_about, say);
}

std::vector<ToldTable> TellObservations(const Audit& audit, const Say& say) {
  std::vector<ToldTable> tables;
  Keep(Probes(audit, say), say, tables);
  Keep(Incidents(audit, say), say, tables);
  Keep(Touchpoints(audit, say), say, tables);
  Keep(Benchmarks(audit, say), say, tables);
  return tables;
}

std::vector<ToldTable> TellMetrics(const Audit& audit, const Say& say) {
  std::vector<ToldTable> tables;
  Keep(Computed(audit, say), say, tables);
  Keep(NotedFigures(audit, say), say, tables);
  return tables;
}

}  // namespace klikpad
