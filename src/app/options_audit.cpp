// The options of `klikpad audit`.

#include "app/raw_options.h"
#include "app/templates.h"
#include "base/text.h"

namespace klikpad {
namespace {

void AddScope(OptionTable& app, RawOptions& raw) {
  CrawlOptions& crawl = raw.line.audit.crawl;
  app.Group("Scope");
  app.Number("--max-pages", "N", "ask for at most N addresses (default 2000)", raw.max_pages, 1,
             10'000'000);
  app.Number("--max-pages-per-prefix", "N",
             "ask for at most N addresses of one part of the site: its host and first folder "
             "(default: no limit, but what is beyond half of --max-pages is asked last)",
             raw.max_pages_per_prefix, 1, 10'000'000);
  app.Number("--depth", "N", "go at most N clicks from the start", raw.depth, 1, 10'000);
  app.Text("--max-duration", "TIME", "stop crawling after this time (30m)", raw.max_duration);
  app.Text("--scope", "WORD", "page, prefix, host or domain (default)", raw.scope);
  app.Texts("--extra-host", "HOST", "a further host of the brand; repeatable", crawl.scope.hosts);
  app.Texts("--include", "PATTERN",
            "beside the start only addresses in which this RE2 pattern is found; repeatable",
            crawl.scope.include);
  app.Texts("--exclude", "PATTERN", "no addresses in which this RE2 pattern is found; repeatable",
            crawl.scope.exclude);
  app.Text("--locales", "WORD",
           "one (default): the start page's language; all: every language as ordinary pages",
           raw.locales);
  app.Text("--lang", "TAG", "the language to look at, such as nl", crawl.language);
  app.Text("--sitemap", "WORD|URL", "auto (default), off, or the address of one", raw.sitemap);
  app.Number("--max-redirects", "N", "hops that are followed without a click (default 10)",
             crawl.max_redirects, 0, 20);
  app.Flag("--no-robots", "do not ask for robots.txt nor obey it", raw.no_robots);
}

void AddTraffic(OptionTable& app, RawOptions& raw) {
  FetchOptions& fetch = raw.line.audit.fetch;
  app.Group("Traffic");
  app.Number("--concurrency", "N", "connections in all (default 16)", fetch.concurrency, 1, 256);
  app.Number("--host-concurrency", "N", "connections to one host at once (default 2)",
             raw.host_concurrency, 1, 256);
  app.Text("--host-request-interval", "TIME",
           "between the starts of two requests to a host (default 250ms)", raw.interval);
  app.Flag("--allow-private",
           "a public site may lead to private, loopback and link-local addresses",
           fetch.allow_private);
  app.Flag("--i-own-this-site", "the site is yours: 16 connections, no interval",
           raw.line.audit.owns_site);
  app.Text("--timeout", "TIME", "for one answer (default 30s)", raw.timeout);
  app.Text("--connect-timeout", "TIME", "for one connection (default 10s)", raw.connect_timeout);
  app.Number("--max-retries", "N", "after a broken answer, 502, 503 and 504 (default 1)",
             fetch.max_retries, 0, 10);
  app.Text("--max-body-size", "SIZE", "read at most so much of a page (default 10M)",
           raw.max_body_size);
  app.Number("--threads", "N", "that parse pages (default: one a core)",
             raw.line.audit.crawl.threads, 1, 256);
  app.Text("--user-agent", "TEXT", "instead of klikpad's own, which names itself",
           fetch.user_agent);
  app.Texts("-H,--header", "LINE", "sent with every request: 'Name: value'; repeatable",
            fetch.headers);
  app.Texts("--connect-to", "MAP", "HOST1:PORT1:HOST2:PORT2, as curl has it; repeatable",
            fetch.connect_to);
  app.Text("--cacert", "FILE", "trust these authorities (PEM) beside the system's", fetch.ca_file);
}

void AddRecord(OptionTable& app, RawOptions& raw) {
  SourceArguments& source = raw.line.audit.source;
  app.Group("Record");
  app.Text("--warc", "FILE", "read this web archive instead of asking the network", source.warc);
  app.Flag("--no-warc", "keep no crawl.warc.gz: the audit cannot be repeated", raw.no_warc);
  app.Text("--state", "DIR", "keep what an interrupted run needs to go on there", source.state);
  app.Flag("--resume", "go on with the run whose state stands in --state", source.resumes);
}

void AddOutput(OptionTable& app, RawOptions& raw) {
  AuditArguments& audit = raw.line.audit;
  app.Group("Output");
  app.Text("-o,--output", "DIR", "the audit folder (default klikpad-audits/BRAND)", audit.output);
  app.Flag("--keep-authors",
           "keep the names of customers in a timeline; else they are numbered and masked",
           audit.keep_authors);
  AddPacksAndFormats(app, audit.packs, raw.formats);
  app.Flag("--dry-run", "read all files, print what would be done, stop", audit.is_dry_run);
  app.Flag("--no-progress", "nothing about progress on standard error", raw.no_progress);
  app.Text("--log-format", "WORD",
           "of what is said on standard error: text (default), or json, an object a line",
           raw.log_format);
  app.Text("--color", "WORD",
           "of the summary: auto (default: on a terminal, unless NO_COLOR is set), always or never",
           raw.color);
  app.Flag("-v,--verbose", "say more on standard error", raw.is_verbose);
  app.Flag("-q,--quiet", "only errors and the last line", raw.is_quiet);
}

}  // namespace

void AddPacksAndFormats(OptionTable& table, std::vector<std::string>& packs,
                        std::vector<std::string>& formats) {
  table.Group("Output");
  table.Texts("--pack", "NAME|FILE",
              "the questions that are asked: NAME, or FILE with checks/ beside it; repeatable "
              "(default contact-essentials)",
              packs);
  table.Texts("-f,--format", "NAME[=PATH]",
              "a further report: html, markdown, junit, json or text, to PATH if given; repeatable",
              formats);
}

void AddGate(OptionTable& table, RawOptions& raw, GateArguments& gate) {
  table.Group("Gate");
  table.Text("--min-coverage", "SHARE",
             "exit 4 when a smaller share (0 to 1) of the looks that the packs name is complete",
             raw.min_coverage);
  table.Text("--min-score", "N", "exit 2 when the score (0 to 100) is lower", raw.min_score);
  table.Texts("--max-clicks", "CHANNEL=N",
              "exit 2 when the channel is farther away: twitter=2; repeatable", gate.max_clicks);
  table.Texts("--fail-on", "WHAT",
              "exit 2 when there is one: minus, not-assessed, problem (of the run), or RULE (it is "
              "a minus); repeatable",
              gate.fail_on);
  table.Text("--baseline", "FILE",
             "exit 5 when a minus is not among the accepted ones of this file", gate.baseline);
  table.Flag("--update-baseline",
             "write what is minus now to the file of --baseline, unless the look was cut short",
             gate.updates_baseline);
}

void AddAuditOptions(OptionTable& root, RawOptions& raw) {
  OptionTable& app = root.Command("audit", "look at a brand and leave an audit folder");
  app.Word("BRAND.yaml|URL", "brand.yaml, or the address of a home page", raw.line.audit.target,
           false);
  app.Text("--template", "NAME",
           "print a commented file to start from and stop: " + Join(TemplateNames(), ", "),
           raw.line.audit.file_template);
  app.Text("-c,--config", "FILE",
           "options of this command in YAML: max-pages: 500; the line itself goes before",
           raw.line.config);
  app.Text("--country", "CC", "of phone numbers without a country code (two letters)",
           raw.line.audit.country);
  app.Flag("--no-stores", "ask no app store, nor the site's files that name apps",
           raw.line.audit.no_stores);
  app.Text("--storefront", "CC", "country of the app stores (default the brand's)",
           raw.line.audit.storefront);
  AddScope(app, raw);
  AddTraffic(app, raw);
  AddRecord(app, raw);
  AddOutput(app, raw);
  AddGate(app, raw, raw.line.audit.gate);
  app.Flag("--strict-limits", "exit 7 when a limit cut the look short",
           raw.line.audit.strict_limits);
}

}  // namespace klikpad
