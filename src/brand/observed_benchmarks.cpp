// Published comparisons, and what peers offer.

#include <fmt/format.h>

#include "brand/observed_sections.h"

namespace klikpad {
namespace {

// "64", or "yes" and "no" as 1 and 0.
void ReadValue(EntryReader& row, Benchmark& benchmark) {
  const Yaml* value = row.Find("value");
  if (value == nullptr) return;
  if (const auto flag = value->Bool(); flag && !value->IsQuoted()) {
    if (!benchmark.unit.empty() && benchmark.unit != "yes-no") {
      row.Complain(*value, fmt::format("value: expected a number of {}", benchmark.unit));
    }
    benchmark.value = *flag ? 1 : 0;
    benchmark.unit = "yes-no";
    return;
  }
  benchmark.value = row.Number("value");
  if (benchmark.value && benchmark.unit.empty()) {
    row.Complain(*value, "value: of what? Write 'unit: minutes' beside 'measure'");
  }
}

void ReadRow(const Yaml& yaml, Benchmark benchmark, EntryContext& context, Observations& into) {
  EntryReader row(yaml, {"who", "ours", "rank", "value", "about"}, context);
  if (!yaml.IsMap()) return;
  benchmark.who = row.NeedProse("who");
  const bool is_named = !context.brand.name.empty() &&
                        FoldCase(benchmark.who) == FoldCase(CollapseSpace(context.brand.name));
  benchmark.is_ours = row.Flag("ours", is_named);
  benchmark.rank = row.Count("rank", 1);
  benchmark.is_about = row.Flag("about", false);
  ReadValue(row, benchmark);
  if (benchmark.rank && !benchmark.of) {
    row.Complain(*row.Find("rank"), "rank: among how many? Write 'of: 20' beside 'measure'");
  } else if (benchmark.rank && *benchmark.rank > *benchmark.of) {
    row.Complain(*row.Find("rank"),
                 fmt::format("rank: {} of {} compared", *benchmark.rank, *benchmark.of));
  }
  if (row.IsSound() && !benchmark.rank && !benchmark.value) {
    row.Complain(yaml, "says nothing: write a rank or a value");
  }
  // What the comparison says holds for its rows, unless a row says otherwise.
  const Noted comparison = benchmark.noted;
  benchmark.noted = row.Note();
  const auto inherit = [&](const char* key, std::string Noted::*field) {
    if (row.Find(key) == nullptr) benchmark.noted.*field = comparison.*field;
  };
  inherit("by", &Noted::by);
  inherit("source", &Noted::source);
  inherit("photo", &Noted::photo);
  if (row.Find("on") == nullptr) {
    benchmark.noted.on = comparison.on;
    benchmark.noted.on_s = comparison.on_s;
  }
  if (row.Find("note") == nullptr) benchmark.noted.note = comparison.note;
  if (row.IsSound()) into.benchmarks.push_back(std::move(benchmark));
}

}  // namespace

void ReadBenchmark(const Yaml& yaml, EntryContext& context, Observations& into) {
  EntryReader entry(yaml, {"measure", "channel", "period", "of", "unit", "rows"}, context);
  if (!yaml.IsMap()) return;
  Benchmark benchmark;
  benchmark.measure = entry.NeedText("measure");
  benchmark.channel = entry.Channel("channel");
  benchmark.period = entry.Prose("period");
  benchmark.of = entry.Count("of", 2);
  benchmark.unit = entry.Text("unit");
  benchmark.noted = entry.Note();
  if (benchmark.noted.source.empty() && benchmark.noted.by.empty()) {
    entry.Complain(yaml, "'source' is missing: who published the comparison");
  }
  const Yaml* rows = entry.Find("rows");
  if (rows == nullptr || !rows->IsList() || rows->Items().empty()) {
    entry.Complain(rows == nullptr ? yaml : *rows, "'rows' is missing: - {who: …, rank: …}");
    return;
  }
  for (const Yaml& row : rows->Items()) ReadRow(row, benchmark, context, into);
}

}  // namespace klikpad
