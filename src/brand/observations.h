// observations.yaml: what an auditor saw beside the crawl, typed by hand. All mistakes of a file
// are told at once, each with file, line and, where one is near, the word that was meant.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/brand.h"
#include "model/observed.h"
#include "rules/rules.h"

namespace klikpad {

struct ObservationsReading {
  Observations observations;
  std::vector<Error> errors;  // by line; observations are whole only without any
};

// `path` is for errors; evidence names the file without its folder.
ObservationsReading ParseObservations(std::string_view text, const std::string& path,
                                      const Brand& brand, const Rules& rules);

// Files of one brand together: entries in the order of the files.
void Append(Observations from, Observations& into);

// The commented file that `klikpad audit --template observations` prints; it parses. `language`
// "nl", else English.
std::string ObservationsTemplate(std::string_view language);

}  // namespace klikpad
