// The catalogue of channels, networks, messengers and chat vendors as `klikpad rules explain` shows
// it: each entry as it stands in its file, and whether its examples read as they say.

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "rules/rules.h"

namespace klikpad {

struct CatalogueEntry {
  std::string id;
  std::string kind;  // channel, network, messenger, chat vendor, community platform, …
  std::string file;  // below the folder `rules`
  int first_line = 0, last_line = 0;
  std::string text;  // the entry's lines
};

// All entries, by file and line. `folder` is the folder `rules`.
Result<std::vector<CatalogueEntry>> ReadCatalogue(const std::string& folder);

struct ExampleResult {
  std::string file;
  int line = 0;
  std::string example;  // the address, text or page that was read
  std::string problem;  // what came out instead, "" when it reads as it says
};

// Every example and counter-example that the files of `folder` carry, by file and line.
Result<std::vector<ExampleResult>> RunExamples(const std::string& folder, const Rules& rules);

// What `klikpad rules explain ENTRY` prints.
std::string ExplainEntry(const CatalogueEntry& entry, const std::vector<ExampleResult>& examples);

}  // namespace klikpad
