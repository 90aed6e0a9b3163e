// The command line by CLI11.

#include "app/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/templates.h"
#include "base/text.h"
#include "base/units.h"

namespace klikpad {
namespace {

// What CLI11 fills before units and words are checked.
struct Raw {
  CommandLine line;
  bool wants_version = false;
  bool is_verbose = false, is_quiet = false, no_progress = false, no_robots = false;
  bool no_warc = false;
  std::string timeout, connect_timeout, max_body_size, interval, max_duration;
  std::string locales = "one", scope = "domain", sitemap = "auto", min_coverage, min_score;
  std::vector<std::string> formats;
  int max_pages = 0, depth = 0, host_concurrency = 0;
};

void AddScope(CLI::App& app, Raw& raw) {
  CrawlOptions& crawl = raw.line.audit.crawl;
  app.add_option("--max-pages", raw.max_pages, "ask for at most N addresses (default 2000)")
      ->type_name("N")
      ->check(CLI::Range(1, 10'000'000))
      ->group("Scope");
  app.add_option("--depth", raw.depth, "go at most N clicks from the start")
      ->type_name("N")
      ->check(CLI::Range(1, 10'000))
      ->group("Scope");
  app.add_option("--max-duration", raw.max_duration, "stop crawling after this time (30m)")
      ->type_name("TIME")
      ->group("Scope");
  app.add_option("--scope", raw.scope, "page, prefix, host or domain (default)")
      ->type_name("WORD")
      ->group("Scope");
  app.add_option("--extra-host", crawl.scope.hosts, "a further host of the brand; repeatable")
      ->type_name("HOST")
      ->allow_extra_args(false)
      ->group("Scope");
  app.add_option("--include", crawl.scope.include,
                 "only addresses in which this RE2 pattern is found; repeatable")
      ->type_name("PATTERN")
      ->allow_extra_args(false)
      ->group("Scope");
  app.add_option("--exclude", crawl.scope.exclude,
                 "no addresses in which this RE2 pattern is found; repeatable")
      ->type_name("PATTERN")
      ->allow_extra_args(false)
      ->group("Scope");
  app.add_option("--locales", raw.locales,
                 "one (default): the start page's language; all: every language as ordinary pages")
      ->type_name("WORD")
      ->group("Scope");
  app.add_option("--lang", crawl.language, "the language to look at, such as nl")
      ->type_name("TAG")
      ->group("Scope");
  app.add_option("--sitemap", raw.sitemap, "auto (default), off, or the address of one")
      ->type_name("WORD|URL")
      ->group("Scope");
  app.add_flag("--no-robots", raw.no_robots, "do not ask for robots.txt nor obey it")
      ->group("Scope");
}

void AddTraffic(CLI::App& app, Raw& raw) {
  FetchOptions& fetch = raw.line.audit.fetch;
  app.add_option("--concurrency", fetch.concurrency, "connections in all (default 16)")
      ->type_name("N")
      ->check(CLI::Range(1, 256))
      ->group("Traffic");
  app.add_option("--host-concurrency", raw.host_concurrency,
                 "connections to one host at once (default 2)")
      ->type_name("N")
      ->check(CLI::Range(1, 256))
      ->group("Traffic");
  app.add_option("--host-request-interval", raw.interval,
                 "between the starts of two requests to a host (default 250ms)")
      ->type_name("TIME")
      ->group("Traffic");
  app.add_flag("--allow-private", fetch.allow_private,
               "a public site may lead to private, loopback and link-local addresses")
      ->group("Traffic");
  app.add_flag("--i-own-this-site", raw.line.audit.owns_site,
               "the site is yours: 16 connections, no interval")
      ->group("Traffic");
  app.add_option("--timeout", raw.timeout, "for one answer (default 30s)")
      ->type_name("TIME")
      ->group("Traffic");
  app.add_option("--connect-timeout", raw.connect_timeout, "for one connection (default 10s)")
      ->type_name("TIME")
      ->group("Traffic");
  app.add_option("--max-retries", fetch.max_retries,
                 "after a broken answer, 502, 503 and 504 (default 1)")
      ->type_name("N")
      ->check(CLI::Range(0, 10))
      ->group("Traffic");
  app.add_option("--max-body-size", raw.max_body_size,
                 "read at most so much of a page (default 10M)")
      ->type_name("SIZE")
      ->group("Traffic");
  app.add_option("--threads", raw.line.audit.crawl.threads,
                 "that parse pages (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 256))
      ->group("Traffic");
  app.add_option("--user-agent", fetch.user_agent, "instead of klikpad's own, which names itself")
      ->type_name("TEXT")
      ->group("Traffic");
  app.add_option("-H,--header", fetch.headers, "sent with every request: 'Name: value'; repeatable")
      ->type_name("LINE")
      ->allow_extra_args(false)
      ->group("Traffic");
  app.add_option("--connect-to", fetch.connect_to,
                 "HOST1:PORT1:HOST2:PORT2, as curl has it; repeatable")
      ->type_name("MAP")
      ->allow_extra_args(false)
      ->group("Traffic");
  app.add_option("--cacert", fetch.ca_file, "trust these authorities (PEM) beside the system's")
      ->type_name("FILE")
      ->group("Traffic");
}

void AddRecord(CLI::App& app, Raw& raw) {
  SourceArguments& source = raw.line.audit.source;
  app.add_option("--warc", source.warc, "read this web archive instead of asking the network")
      ->type_name("FILE")
      ->group("Record");
  app.add_flag("--no-warc", raw.no_warc, "keep no crawl.warc.gz: the audit cannot be repeated")
      ->group("Record");
  app.add_option("--state", source.state, "keep what an interrupted run needs to go on there")
      ->type_name("DIR")
      ->group("Record");
  app.add_flag("--resume", source.resumes, "go on with the run whose state stands in --state")
      ->group("Record");
}

// Of the options that shape requests, those that an archive heeds too.
bool CountsForArchives(const std::string& option) { return option == "--max-body-size"; }

Result<void> CheckRecord(const CLI::App& app, const SourceArguments& source) {
  if (source.resumes && source.state.empty()) return Fail("--resume needs --state DIR");
  if (!source.state.empty() && !source.records) {
    return Fail("--no-warc has no effect with --state: the archive is the state");
  }
  if (source.warc.empty()) return {};
  if (!source.state.empty()) return Fail("--state has no effect with --warc: nothing is asked");
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group() != "Traffic" || option->count() == 0) continue;
    if (CountsForArchives(option->get_name())) continue;
    return Fail(option->get_name() + " has no effect with --warc: nothing is asked");
  }
  return {};
}

void AddPacksAndFormats(CLI::App& app, std::vector<std::string>& packs,
                        std::vector<std::string>& formats) {
  app.add_option("--pack", packs,
                 "the questions that are asked: NAME, or FILE with checks/ beside it; repeatable "
                 "(default contact-essentials)")
      ->type_name("NAME|FILE")
      ->allow_extra_args(false)
      ->group("Output");
  app.add_option(
         "-f,--format", formats,
         "a further report: html, markdown, junit, json or text, to PATH if given; repeatable")
      ->type_name("NAME[=PATH]")
      ->allow_extra_args(false)
      ->group("Output");
}

void AddGate(CLI::App& app, Raw& raw, GateArguments& gate) {
  app.add_option(
         "--min-coverage", raw.min_coverage,
         "exit 4 when a smaller share (0 to 1) of the looks that the packs name is complete")
      ->type_name("SHARE")
      ->group("Gate");
  app.add_option("--min-score", raw.min_score, "exit 2 when the score (0 to 100) is lower")
      ->type_name("N")
      ->group("Gate");
  app.add_option("--max-clicks", gate.max_clicks,
                 "exit 2 when the channel is farther away: twitter=2; repeatable")
      ->type_name("CHANNEL=N")
      ->allow_extra_args(false)
      ->group("Gate");
}

void AddOutput(CLI::App& app, Raw& raw) {
  AuditArguments& audit = raw.line.audit;
  app.add_option("-o,--output", audit.output, "the audit folder (default klikpad-audits/BRAND)")
      ->type_name("DIR")
      ->group("Output");
  app.add_flag("--keep-authors", audit.keep_authors,
               "keep the names of customers in a timeline; else they are numbered and masked")
      ->group("Output");
  AddPacksAndFormats(app, audit.packs, raw.formats);
  app.add_flag("--dry-run", audit.is_dry_run, "read all files, print what would be done, stop")
      ->group("Output");
  app.add_flag("--no-progress", raw.no_progress, "no progress line")->group("Output");
  app.add_flag("-v,--verbose", raw.is_verbose, "say more on standard error")->group("Output");
  app.add_flag("-q,--quiet", raw.is_quiet, "only errors and the last line")->group("Output");
  app.add_flag("--strict-limits", audit.strict_limits, "exit 7 when a limit cut the look short")
      ->group("Gate");
  AddGate(app, raw, audit.gate);
}

void AddAudit(CLI::App& root, Raw& raw) {
  CLI::App* app = root.add_subcommand("audit", "look at a brand and leave an audit folder");
  app->add_option("target", raw.line.audit.target, "brand.yaml, or the address of a home page")
      ->type_name("BRAND.yaml|URL");
  app->add_option("--template", raw.line.audit.file_template,
                  "print a commented file to start from and stop: " + Join(TemplateNames(), ", "))
      ->type_name("NAME");
  app->add_option("--country", raw.line.audit.country,
                  "of phone numbers without a country code (two letters)")
      ->type_name("CC");
  app->add_flag("--no-stores", raw.line.audit.no_stores,
                "ask no app store, nor the site's files that name apps");
  app->add_option("--storefront", raw.line.audit.storefront,
                  "country of the app stores (default the brand's)")
      ->type_name("CC");
  AddScope(*app, raw);
  AddTraffic(*app, raw);
  AddRecord(*app, raw);
  AddOutput(*app, raw);
}

void AddRescore(CLI::App& root, Raw& raw) {
  RescoreArguments& rescore = raw.line.rescore;
  CLI::App* app = root.add_subcommand("rescore", "judge an audit again, with other rules or packs");
  app->add_option("folder", rescore.folder, "the audit folder")->type_name("AUDIT_DIR")->required();
  AddPacksAndFormats(*app, rescore.packs, raw.formats);
  AddGate(*app, raw, rescore.gate);
}

void AddOthers(CLI::App& root, Raw& raw) {
  CommandLine& line = raw.line;
  CLI::App* init = root.add_subcommand("init", "write a commented brand.yaml");
  init->add_option("address", line.init.address, "the brand's home page")->type_name("URL");
  init->add_option("-o,--output", line.init.path, "the file (default brand.yaml)")
      ->type_name("FILE");
  init->add_flag("--force", line.init.overwrite, "overwrite it");

  CLI::App* find =
      root.add_subcommand("find", "list the contacts, hours and forms of one HTML file");
  find->add_option("file", line.find.file, "the HTML file, - for standard input")
      ->type_name("FILE")
      ->required();
  find->add_option("--url", line.find.url, "the address that it came from")->type_name("URL");
  find->add_option("--country", line.find.country,
                   "of phone numbers without a country code (two letters)")
      ->type_name("CC");

  CLI::App* query = root.add_subcommand("query", "ask the evidence of an audit in SQL");
  query->add_option("folder", line.query.folder, "the audit folder")
      ->type_name("AUDIT_DIR")
      ->required();
  query->add_option("sql", line.query.sql, "one SELECT")->type_name("SQL")->required();

  CLI::App* serve = root.add_subcommand("serve", "serve a fixture site on loopback");
  serve->add_option("folder", line.serve.folder, "a folder with site.yaml, or of plain files")
      ->type_name("DIR")
      ->required();
  serve->add_option("--port", line.serve.port, "default: any free one")
      ->type_name("N")
      ->check(CLI::Range(0, 65535));

  CLI::App* rules = root.add_subcommand("rules", "what the packs ask, and whether they are sound");
  rules->require_subcommand(1);
  const auto with_packs = [&](const char* name, const char* about) {
    CLI::App* app = rules->add_subcommand(name, about);
    app->add_option("--pack", line.rules.packs, "NAME or FILE; repeatable (default: all)")
        ->type_name("NAME|FILE")
        ->allow_extra_args(false);
    app->callback([&line, name] { line.rules.action = name; });
    return app;
  };
  with_packs("list", "list the rules");
  with_packs("check", "read packs and checks and name every mistake");
  with_packs("test", "run the twins that prove each rule, and the examples of the catalogue");
  CLI::App* explain = with_packs(
      "explain", "show how a verdict of an audit came about, or an entry of the catalogue");
  explain
      ->add_option("rule", line.rules.rule,
                   "a rule's id; a channel, network or vendor without a folder")
      ->type_name("RULE|ENTRY")
      ->required();
  explain->add_option("folder", line.rules.folder, "the audit folder, for a rule")
      ->type_name("AUDIT_DIR");

  CLI::App* brand = root.add_subcommand("brand", "the files that say what is known of a brand");
  brand->require_subcommand(1);
  CLI::App* check = brand->add_subcommand(
      "check", "read brand.yaml and the files it names, and name every mistake");
  check->add_option("file", line.brand.file, "brand.yaml")->type_name("BRAND.yaml")->required();
  check->callback([&line] { line.brand.action = "check"; });

  root.add_subcommand("doctor", "say whether everything that klikpad needs is there");
}

std::unique_ptr<CLI::App> MakeApp(Raw& raw) {
  auto app = std::make_unique<CLI::App>(
      "How many clicks does a customer need to reach a human at a company?", "klikpad");
  app->set_help_flag("-h,--help", "print this and stop");
  app->add_flag("--version", raw.wants_version, "print the version and stop");
  app->require_subcommand(0, 1);
  AddAudit(*app, raw);
  AddRescore(*app, raw);
  AddOthers(*app, raw);
  app->get_formatter()->column_width(34);
  return app;
}

std::vector<std::string> OptionNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

const CLI::App* Chosen(const CLI::App& root) {
  const auto chosen = root.get_subcommands();
  return chosen.empty() ? &root : chosen.front();
}

// CLI11 says which words were left over; the nearest option or command is what was meant.
Error UnknownWord(const CLI::App& root, const std::vector<std::string>& arguments) {
  const CLI::App* app = Chosen(root);
  const std::vector<std::string> left = app->remaining(true);
  const std::string word = left.empty() ? arguments.front() : left.front();
  if (word.rfind('-', 0) == 0) {
    const std::string name = word.substr(0, word.find('='));
    return {fmt::format("unknown option '{}'", name), "", 0, Nearest(name, OptionNames(*app))};
  }
  std::vector<std::string> commands;
  for (const CLI::App* command : root.get_subcommands({})) commands.push_back(command->get_name());
  if (app == &root) {
    return {fmt::format("unknown command '{}'", word), "", 0, Nearest(word, commands)};
  }
  return {fmt::format("'{}' takes no further argument '{}'", app->get_name(), word), "", 0, ""};
}

// `rules` or `brand` stands without one of its own commands.
Error MissingAction(const CLI::App& command, const std::vector<std::string>& arguments) {
  std::vector<std::string> actions;
  for (const CLI::App* action : command.get_subcommands({})) actions.push_back(action->get_name());
  const std::string word = arguments.size() > 1 ? arguments[1] : "";
  const std::string name = command.get_name();
  const std::string said =
      word.empty() ? name : fmt::format("{}: unknown command '{}';", name, word);
  return {fmt::format("{} needs one of: {}", said, Join(actions, ", ")), "", 0,
          Nearest(word, actions)};
}

template <typename T, typename Parse>
Result<void> Read(const std::string& text, const char* option, const char* what, Parse parse,
                  T& to) {
  if (text.empty()) return {};
  const auto value = parse(text);
  if (!value) return Fail(fmt::format("{} '{}' is no {}", option, text, what));
  to = *value;
  return {};
}

Result<void> ReadWord(const std::string& text, const char* option,
                      const std::vector<std::string>& words, int& index) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == text) {
      index = static_cast<int>(i);
      return {};
    }
  }
  return Fail(fmt::format("{} '{}' is none of: {}", option, text, Join(words, ", ")), "", 0,
              Nearest(text, words));
}

std::optional<double> ParseUpTo(const std::string& text, double most) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (end == text.c_str() || *end != '\0' || !(value >= 0 && value <= most)) return std::nullopt;
  return value;
}
std::optional<double> ParseShare(const std::string& text) { return ParseUpTo(text, 1); }
std::optional<double> ParseScore(const std::string& text) { return ParseUpTo(text, 100); }

Result<void> FillGate(const Raw& raw, GateArguments& gate) {
  auto status = Read(raw.min_coverage, "--min-coverage", "share between 0 and 1", ParseShare,
                     gate.min_coverage);
  if (!status) return status;
  return Read(raw.min_score, "--min-score", "score between 0 and 100", ParseScore, gate.min_score);
}

std::vector<OutputFormat> FormatsOf(const std::vector<std::string>& texts) {
  std::vector<OutputFormat> formats;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    OutputFormat format;
    format.name = text.substr(0, equals);
    if (equals != std::string::npos) format.path = text.substr(equals + 1);
    formats.push_back(std::move(format));
  }
  return formats;
}

Result<void> FillAudit(Raw& raw) {
  AuditArguments& audit = raw.line.audit;
  Result<void> status;
  const auto then = [&](Result<void> next) {
    if (status && !next) status = std::move(next);
  };
  const char* duration = "duration such as 250ms, 30s or 10m";
  then(Read(raw.timeout, "--timeout", duration, ParseDuration, audit.fetch.timeout));
  then(Read(raw.connect_timeout, "--connect-timeout", duration, ParseDuration,
            audit.fetch.connect_timeout));
  then(Read(raw.interval, "--host-request-interval", duration, ParseDuration,
            audit.fetch.host_interval));
  then(Read(raw.max_duration, "--max-duration", duration, ParseDuration, audit.max_duration));
  then(Read(raw.max_body_size, "--max-body-size", "size such as 512K or 5M", ParseSize,
            audit.fetch.max_body_bytes));
  then(FillGate(raw, audit.gate));
  int scope = 0, locales = 0;
  then(ReadWord(raw.scope, "--scope", {"page", "prefix", "host", "domain"}, scope));
  then(ReadWord(raw.locales, "--locales", {"one", "all"}, locales));
  if (!status) return status;
  audit.crawl.scope.kind = static_cast<ScopeKind>(scope);
  audit.crawl.locales = static_cast<Locales>(locales);
  audit.crawl.obey_robots = !raw.no_robots;
  audit.crawl.use_sitemap = raw.sitemap != "off";
  if (raw.sitemap != "off" && raw.sitemap != "auto") audit.crawl.sitemap = raw.sitemap;
  if (raw.max_pages > 0) audit.max_pages = raw.max_pages;
  if (raw.depth > 0) audit.crawl.depth = raw.depth;
  audit.has_host_interval = !raw.interval.empty();
  audit.has_host_concurrency = raw.host_concurrency > 0;
  if (raw.host_concurrency > 0) audit.fetch.host_concurrency = raw.host_concurrency;
  audit.crawl.language = AsciiLower(audit.crawl.language);
  if (audit.no_stores && !audit.storefront.empty()) {
    return Fail("--storefront has no effect with --no-stores");
  }
  if (locales == 1 && !audit.crawl.language.empty()) {
    return Fail("--lang has no effect with --locales all");
  }
  if (audit.crawl.depth && !audit.crawl.sitemap.empty()) {
    return Fail("--sitemap has no effect with --depth: its pages have no known distance");
  }
  audit.formats = FormatsOf(raw.formats);
  return {};
}

}  // namespace

Result<CommandLine> ParseCommandLine(const std::vector<std::string>& arguments) {
  Raw raw;
  const auto app = MakeApp(raw);
  try {
    // CLI11 takes the words from the back.
    app->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    raw.line.command = Command::kHelp;
    raw.line.help = Chosen(*app)->help();
    return std::move(raw.line);
  } catch (const CLI::ExtrasError&) {
    return tl::unexpected(UnknownWord(*app, arguments));
  } catch (const CLI::ParseError& error) {
    const CLI::App* chosen = Chosen(*app);
    if (!chosen->get_subcommands({}).empty() && chosen != app.get() &&
        chosen->get_subcommands().empty()) {
      return tl::unexpected(MissingAction(*chosen, arguments));
    }
    std::string message = error.what();
    if (!message.empty() && message.back() == '.') message.pop_back();
    return Fail(std::move(message));
  }
  raw.line.words = arguments;
  raw.line.verbosity = raw.is_quiet ? -1 : raw.is_verbose ? 1 : 0;
  raw.line.show_progress = !raw.no_progress && !raw.is_quiet;
  if (raw.wants_version) {
    raw.line.command = Command::kVersion;
    return std::move(raw.line);
  }
  const CLI::App* chosen = Chosen(*app);
  if (chosen == app.get()) {
    raw.line.help = app->help();
    return std::move(raw.line);
  }
  static const std::vector<std::pair<std::string, Command>> kCommands = {
      {"init", Command::kInit},       {"audit", Command::kAudit}, {"find", Command::kFind},
      {"rescore", Command::kRescore}, {"query", Command::kQuery}, {"serve", Command::kServe},
      {"rules", Command::kRules},     {"brand", Command::kBrand}, {"doctor", Command::kDoctor}};
  for (const auto& [name, command] : kCommands) {
    if (name == chosen->get_name()) raw.line.command = command;
  }
  if (raw.line.command == Command::kRescore) {
    raw.line.rescore.formats = FormatsOf(raw.formats);
    const auto filled = FillGate(raw, raw.line.rescore.gate);
    if (!filled) return tl::unexpected(filled.error());
  }
  if (raw.line.command == Command::kAudit) {
    if (raw.is_quiet && raw.is_verbose) return Fail("--quiet and --verbose exclude each other");
    auto filled = FillAudit(raw);
    raw.line.audit.source.records = !raw.no_warc;
    if (filled) filled = CheckRecord(*chosen, raw.line.audit.source);
    if (!filled) return tl::unexpected(filled.error());
    const AuditArguments& audit = raw.line.audit;
    if (audit.target.empty() == audit.file_template.empty()) {
      return Fail(audit.target.empty() ? "audit needs a BRAND.yaml or the address of a home page"
                                       : "--template prints a file and stops: leave the brand out");
    }
  }
  return std::move(raw.line);
}

std::string HelpText(const std::string& command) {
  Raw raw;
  const auto app = MakeApp(raw);
  return command.empty() ? app->help() : app->get_subcommand(command)->help();
}

}  // namespace klikpad
