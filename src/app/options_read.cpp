// Units, closed words, and what cannot go together on the line of `klikpad audit`.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "app/raw_options.h"
#include "base/text.h"
#include "base/units.h"
#include "base/url.h"

namespace klikpad {
namespace {

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

// RFC 5646, 2.1: a language of two or three letters, then subtags.
bool IsLanguageTag(const std::string& tag) {
  const std::string language = tag.substr(0, tag.find('-'));
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return (language.size() == 2 || language.size() == 3) &&
         std::all_of(language.begin(), language.end(), is_letter);
}

Result<void> ReadUnits(RawOptions& raw) {
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
  then(ReadGate(raw, audit.gate));
  return status;
}

// A host as addresses spell it (lower case, IDNA), with its port if it has one.
Result<std::string> ReadHost(const std::string& text) {
  const std::size_t scheme = text.find("://");
  const auto url = Url::Parse(scheme == std::string::npos ? "https://" + text + "/" : text);
  if (scheme == std::string::npos && url && !url->Host().empty() && url->Path() == "/" &&
      url->Query().empty()) {
    return url->HostPort();
  }
  return Fail(fmt::format("--extra-host '{}' is no name of a host", text), "", 0,
              url ? url->HostPort() : "");
}

Result<void> ReadScope(RawOptions& raw) {
  CrawlOptions& crawl = raw.line.audit.crawl;
  int scope = 0, locales = 0;
  auto read = ReadWord(raw.scope, "--scope", {"page", "prefix", "host", "domain"}, scope);
  if (read) read = ReadWord(raw.locales, "--locales", {"one", "all"}, locales);
  if (!read) return read;
  crawl.scope.kind = static_cast<ScopeKind>(scope);
  crawl.locales = static_cast<Locales>(locales);
  crawl.obey_robots = !raw.no_robots;
  if (!crawl.language.empty() && !IsLanguageTag(crawl.language)) {
    return Fail(fmt::format("--lang '{}' is no language tag such as nl or pt-BR", crawl.language));
  }
  crawl.language = AsciiLower(crawl.language);
  if (locales == 1 && !crawl.language.empty()) {
    return Fail("--lang has no effect with --locales all");
  }
  for (std::string& host : crawl.scope.hosts) {
    auto name = ReadHost(host);
    if (!name) return tl::unexpected(name.error());
    host = std::move(*name);
  }
  const bool is_narrow = raw.scope == "page" || raw.scope == "prefix";
  if (is_narrow && !crawl.scope.hosts.empty()) {
    return Fail("--extra-host has no effect with --scope " + raw.scope);
  }
  if (raw.depth > 0) crawl.depth = raw.depth;
  if (raw.max_pages_per_prefix > 0) {
    if (raw.max_pages > 0 && raw.max_pages_per_prefix >= raw.max_pages) {
      return Fail("--max-pages-per-prefix has no effect: it is not less than --max-pages");
    }
    crawl.max_pages_per_prefix = raw.max_pages_per_prefix;
  }
  crawl.use_sitemap = raw.sitemap != "off";
  if (raw.sitemap == "off" || raw.sitemap == "auto") return {};
  const auto address = Url::Parse(raw.sitemap);
  if (!address || !address->IsHttp()) {
    return Fail(fmt::format("--sitemap '{}' is neither auto, off nor an http or https address",
                            raw.sitemap),
                "", 0, Nearest(raw.sitemap, {"auto", "off"}));
  }
  crawl.sitemap = raw.sitemap;
  if (crawl.depth) {
    return Fail("--sitemap has no effect with --depth: its pages have no known distance");
  }
  return {};
}

// Of the options that shape requests, those that an archive heeds too.
bool CountsForArchives(const std::string& option) {
  return option == "--max-body-size" || option == "--threads";
}

Result<void> CheckTarget(const AuditArguments& audit) {
  if (audit.target.empty() && audit.file_template.empty()) {
    return Fail("audit needs a BRAND.yaml or the address of a home page");
  }
  if (!audit.target.empty() && !audit.file_template.empty()) {
    return Fail("--template prints a file and stops: leave the brand out");
  }
  return {};
}

Result<void> CheckRecord(const OptionTable::Read& given, const SourceArguments& source) {
  if (source.resumes && source.state.empty()) return Fail("--resume needs --state DIR");
  if (!source.state.empty() && !source.records) {
    return Fail("--no-warc has no effect with --state: the archive is the state");
  }
  if (source.warc.empty()) return {};
  if (!source.state.empty()) return Fail("--state has no effect with --warc: nothing is asked");
  for (const OptionTable::Option* option : given.given) {
    if (option->group != "Traffic" || CountsForArchives(option->long_name)) continue;
    return Fail(option->long_name + " has no effect with --warc: nothing is asked");
  }
  return {};
}

}  // namespace

Result<void> ReadGate(const RawOptions& raw, GateArguments& gate) {
  if (gate.updates_baseline && gate.baseline.empty()) {
    return Fail("--update-baseline needs --baseline FILE");
  }
  auto read = Read(raw.min_coverage, "--min-coverage", "share between 0 and 1", ParseShare,
                   gate.min_coverage);
  if (!read) return read;
  return Read(raw.min_score, "--min-score", "score between 0 and 100", ParseScore, gate.min_score);
}

std::vector<OutputFormat> ReadFormats(const std::vector<std::string>& texts) {
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

Result<void> ReadAuditOptions(RawOptions& raw, const OptionTable::Read& given) {
  AuditArguments& audit = raw.line.audit;
  if (raw.is_quiet && raw.is_verbose) return Fail("--quiet and --verbose exclude each other");
  auto read = ReadUnits(raw);
  if (read) read = ReadScope(raw);
  if (read) read = CheckTarget(audit);
  if (!read) return read;
  if (raw.max_pages > 0) audit.max_pages = raw.max_pages;
  audit.has_host_interval = !raw.interval.empty();
  audit.has_host_concurrency = raw.host_concurrency > 0;
  if (raw.host_concurrency > 0) audit.fetch.host_concurrency = raw.host_concurrency;
  if (audit.no_stores && !audit.storefront.empty()) {
    return Fail("--storefront has no effect with --no-stores");
  }
  int color = 0;
  read = ReadWord(raw.color, "--color", {"auto", "always", "never"}, color);
  if (!read) return read;
  raw.line.color = static_cast<Color>(color);
  if (raw.is_quiet && given.Has("--color")) {
    return Fail("--color has no effect with --quiet: there is no summary");
  }
  int log_format = 0;
  read = ReadWord(raw.log_format, "--log-format", {"text", "json"}, log_format);
  if (!read) return read;
  raw.line.log_format = static_cast<LogFormat>(log_format);
  audit.formats = ReadFormats(raw.formats);
  audit.source.records = !raw.no_warc;
  return CheckRecord(given, audit.source);
}

}  // namespace klikpad
