// What the auditor noted, and the figures, as tables in words: the same for every format. Clean
// text, not yet escaped.

#pragma once

#include <string>
#include <vector>

#include "model/audit.h"
#include "report/say.h"

namespace klikpad {

struct ToldCell {
  std::string text;
  std::string soft = {};   // beside it, smaller
  std::string photo = {};  // a file of Audit::photos
};

struct ToldTable {
  std::string title;
  std::vector<std::string> head;
  std::vector<std::vector<ToldCell>> rows;
  std::string more;  // "" when all rows are shown
};

// Questions, outages, print, comparisons: those of which there are any.
// What a comparison says of one brand: "KLM: ja", "ING: 2 van 12, ongeveer 1 uur 4 minuten".
std::string TellBenchmark(const Benchmark& row, const Say& say);
// What a note says of a figure: "webcare: 8 personen".
std::string TellMetric(const Metric& metric, const Say& say);

std::vector<ToldTable> TellObservations(const Audit& audit, const Say& say);
// Figures that were computed, then those that were noted.
std::vector<ToldTable> TellMetrics(const Audit& audit, const Say& say);

// "ongeveer 8,1 procent": the figure with its unit.
std::string TellFigure(double value, int decimals, const std::string& unit, bool is_about,
                       const Say& say);
// "Coosto · KV, 30 april 2013 · observations.yaml:12"
std::string TellNoted(const std::string& source, const std::string& observer, const std::string& on,
                      const std::string& place, const Say& say);

}  // namespace klikpad
