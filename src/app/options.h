// The command line as values. A mistake is one clear line, with a suggestion where a word is near.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "crawl/crawl.h"
#include "fetch/curl_fetcher.h"

namespace klikpad {

enum class Command {
  kHelp,
  kVersion,
  kInit,
  kAudit,
  kFind,
  kRescore,
  kQuery,
  kServe,
  kRules,
  kBrand,
  kDoctor
};

struct OutputFormat {
  std::string name;  // json, …
  std::string path;  // "" = the usual file in the audit folder
};

// What an audit must reach to pass.
struct GateArguments {
  std::optional<double> min_coverage;
  std::optional<double> min_score;
  std::vector<std::string> max_clicks;  // CHANNEL=N
  std::vector<std::string> fail_on;     // minus, not-assessed, problem, RULE, PACK/RULE
  std::string baseline;                 // file; "" = none
  bool updates_baseline = false;
};

struct RescoreArguments {
  std::string folder;
  std::vector<std::string> packs;  // none: those of the audit
  std::vector<OutputFormat> formats;
  GateArguments gate;
};

// Where the answers come from and where they are kept.
struct SourceArguments {
  std::string warc;      // read this archive instead of the network; "" = the network
  bool records = true;   // crawl.warc.gz in the audit folder
  std::string state;     // folder for what an interrupted run needs to go on; "" = none
  bool resumes = false;  // go on with what stands there
};

struct AuditArguments {
  std::string target;   // brand.yaml or an address
  std::string output;   // folder; "" = klikpad-audits/BRAND-SLUG
  std::string country;  // of numbers without a country code; "" = the brand's
  std::vector<std::string> packs;
  std::vector<OutputFormat> formats;
  CrawlOptions crawl;
  FetchOptions fetch;
  SourceArguments source;
  std::optional<int> max_pages;  // given on the command line: goes before brand.yaml's
  std::optional<std::chrono::milliseconds> max_duration;
  bool has_host_concurrency = false;  // given: --i-own-this-site and loopback leave them alone
  bool has_host_interval = false;
  bool owns_site = false;
  bool keep_authors = false;  // of timelines
  bool strict_limits = false;
  GateArguments gate;
  bool no_stores = false;
  std::string storefront;  // country of the app stores; "" = the brand's
  bool is_dry_run = false;
  // Prints a commented file to start from and stops: the word that brand.yaml has for it; "" no.
  std::string file_template;
};

struct FindArguments {
  std::string file;  // "-" = standard input
  std::string url;
  std::string country;
};

struct QueryArguments {
  std::string folder;
  std::string sql;
};

struct ServeArguments {
  std::string folder;
  int port = 0;  // 0 = any free one
};

struct InitArguments {
  std::string path = "brand.yaml";
  std::string address;
  bool overwrite = false;
};

struct RulesArguments {
  std::string action;              // list, check, test, explain
  std::vector<std::string> packs;  // names or files; none: all that come with klikpad
  std::string rule, folder;        // of explain
};

struct BrandArguments {
  std::string action;  // check
  std::string file;    // brand.yaml
};

enum class LogFormat { kText, kJson };
enum class Color { kAuto, kAlways, kNever };

struct CommandLine {
  Command command = Command::kHelp;
  std::string help;                // for kHelp
  std::vector<std::string> words;  // as given
  int verbosity = 0;               // -1 quiet, 0 usual, 1 verbose
  bool show_progress = true;
  LogFormat log_format = LogFormat::kText;
  Color color = Color::kAuto;
  std::string config;  // file with further options; "" = none
  InitArguments init;
  AuditArguments audit;
  FindArguments find;
  RescoreArguments rescore;
  QueryArguments query;
  ServeArguments serve;
  RulesArguments rules;
  BrandArguments brand;
};

// `arguments` without the program's name.
Result<CommandLine> ParseCommandLine(const std::vector<std::string>& arguments);

// The same line with the options of a file: a YAML map of long names without their dashes. What the
// line says itself goes before. `text` is the file's, `name` its name.
Result<std::vector<std::string>> WithConfig(const std::vector<std::string>& arguments,
                                            std::string_view text, const std::string& name);

// The help of one command, "" for the whole program: what --help prints.
std::string HelpText(const std::string& command);

}  // namespace klikpad
