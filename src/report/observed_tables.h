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
