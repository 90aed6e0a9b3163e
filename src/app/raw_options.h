// What the words of a command line say before their units are read and they are held against each
// other. Private to the files options*.cpp.

#pragma once

#include <string>
#include <vector>

#include "app/option_table.h"
#include "app/options.h"

namespace klikpad {

struct RawOptions {
  CommandLine line;
  bool wants_version = false;
  bool is_verbose = false, is_quiet = false, no_progress = false, no_robots = false;
  bool no_warc = false;
  std::string timeout, connect_timeout, max_body_size, interval, max_duration;
  std::string locales = "one", scope = "domain", sitemap = "auto", log_format = "text",
              color = "auto";
  std::string min_coverage, min_score;
  std::vector<std::string> formats;
  int max_pages = 0, max_pages_per_prefix = 0, depth = 0, host_concurrency = 0;
};

// The whole program; raw must outlive the table.
void AddAllCommands(OptionTable& root, RawOptions& raw);
// `klikpad audit`; raw must outlive the table.
void AddAuditOptions(OptionTable& root, RawOptions& raw);
// Every other command.
void AddOtherCommands(OptionTable& root, RawOptions& raw);
// Options that several commands share.
void AddPacksAndFormats(OptionTable& table, std::vector<std::string>& packs,
                        std::vector<std::string>& formats);
void AddGate(OptionTable& table, RawOptions& raw, GateArguments& gate);

// Reads units and words, and says what cannot go together. `given` is the line that was read.
Result<void> ReadAuditOptions(RawOptions& raw, const OptionTable::Read& given);
Result<void> ReadGate(const RawOptions& raw, GateArguments& gate);
std::vector<OutputFormat> ReadFormats(const std::vector<std::string>& texts);

}  // namespace klikpad
