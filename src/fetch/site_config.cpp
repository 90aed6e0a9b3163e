// Reading site.yaml.

#include "fetch/site_config.h"

#include <algorithm>

#include "base/text.h"
#include "base/units.h"

namespace klikpad {
namespace {

// An error of `result`, handed on as the error of the function that asks.
template <typename T>
tl::unexpected<Error> Pass(const Result<T>& result) {
  return tl::unexpected<Error>(result.error());
}

Result<std::string> ReadHost(const Yaml& yaml) {
  Result<std::string> host = yaml.String();
  if (!host) return host;
  *host = AsciiLower(*host);
  if (host->empty() || host->find_first_of("/:@ ") != std::string::npos) {
    return yaml.Complain("a host is a bare name, without scheme, port and path");
  }
  return host;
}

Result<SiteFile> ReadFileName(const Yaml& yaml) {
  const Result<std::string> path = yaml.String();
  if (!path) return Pass(path);
  return SiteFile{*path, yaml.Line()};
}

Result<Headers> ReadHeaders(const Yaml& yaml) {
  if (!yaml.IsMap()) return yaml.Complain("expected headers as name: value");
  Headers headers;
  for (const Yaml::Member& member : yaml.Members()) {
    const Result<std::vector<std::string>> values = member.value.Strings();
    if (!values) return Pass(values);
    for (const std::string& value : *values) headers.emplace_back(AsciiLower(member.key), value);
  }
  return headers;
}

Result<void> ReadRedirect(const Yaml& yaml, SitePageRule& rule) {
  const Result<std::string> target = yaml.String();
  if (!target) return Pass(target);
  rule.redirect = *target;
  return {};
}

Result<void> ReadStatus(const Yaml& yaml, SitePageRule& rule) {
  const Result<long long> status = yaml.Int();
  if (!status) return Pass(status);
  if (*status < 200 || *status > 999) return yaml.Complain("a status lies between 200 and 999");
  rule.status = static_cast<int>(*status);
  return {};
}

Result<void> ReadDelay(const Yaml& yaml, SitePageRule& rule) {
  const Result<std::string> text = yaml.String();
  if (!text) return Pass(text);
  const auto delay = ParseDuration(*text);
  if (!delay) return yaml.Complain("expected a duration such as 200ms or 2s");
  rule.delay = *delay;
  return {};
}

Result<void> ReadTruncate(const Yaml& yaml, SitePageRule& rule) {
  const Result<std::string> text = yaml.String();
  if (!text) return Pass(text);
  rule.truncate = ParseSize(*text);
  if (!rule.truncate) return yaml.Complain("expected a size such as 200 or 5K");
  return {};
}

Result<void> ReadKey(const std::string& key, const Yaml& value, SitePageRule& rule) {
  if (key == "status") return ReadStatus(value, rule);
  if (key == "redirect") return ReadRedirect(value, rule);
  if (key == "delay") return ReadDelay(value, rule);
  if (key == "truncate") return ReadTruncate(value, rule);
  if (key == "headers") {
    Result<Headers> headers = ReadHeaders(value);
    if (!headers) return Pass(headers);
    rule.headers = std::move(*headers);
    return {};
  }
  if (key == "body_file") {
    Result<SiteFile> file = ReadFileName(value);
    if (!file) return Pass(file);
    rule.body_file = std::move(*file);
    return {};
  }
  if (key == "close") {
    const Result<bool> closes = value.Bool();
    if (!closes) return Pass(closes);
    rule.closes = *closes;
    return {};
  }
  const Result<std::string> text = value.String();
  if (!text) return Pass(text);
  if (key == "type") rule.type = *text;
  if (key == "body") rule.body = *text;
  return {};
}

Result<SitePageRule> ReadPage(const Yaml& yaml) {
  SitePageRule rule;
  const Result<void> known = yaml.AllowOnly(
      {"status", "headers", "redirect", "delay", "body_file", "body", "type", "truncate", "close"});
  if (!known) return Pass(known);
  for (const Yaml::Member& member : yaml.Members()) {
    const Result<void> read = ReadKey(member.key, member.value, rule);
    if (!read) return Pass(read);
  }
  if (rule.body && !rule.body_file.path.empty()) {
    return yaml.Complain("body and body_file exclude each other");
  }
  return rule;
}

Result<std::map<std::string, SitePageRule>> ReadPages(const Yaml& yaml) {
  if (!yaml.IsMap()) return yaml.Complain("expected pages as path: {...}");
  std::map<std::string, SitePageRule> pages;
  for (const Yaml::Member& member : yaml.Members()) {
    if (!member.key.starts_with('/')) {
      return member.value.Complain(
          "a page is named by its path, which begins with '/', or //HOST/PATH");
    }
    Result<SitePageRule> page = ReadPage(member.value);
    if (!page) return Pass(page);
    pages[member.key] = std::move(*page);
  }
  return pages;
}

Result<SiteSearch> ReadSearch(const Yaml& yaml) {
  SiteSearch search;
  const Result<void> known = yaml.AllowOnly({"path", "parameter", "answers", "otherwise"});
  if (!known) return Pass(known);
  for (const auto& [key, target] :
       {std::pair{"path", &search.path}, std::pair{"parameter", &search.parameter}}) {
    const Result<const Yaml*> value = yaml.Need(key);
    if (!value) return Pass(value);
    Result<std::string> text = (*value)->String();
    if (!text) return Pass(text);
    *target = std::move(*text);
  }
  const Result<const Yaml*> otherwise = yaml.Need("otherwise");
  if (!otherwise) return Pass(otherwise);
  Result<SiteFile> file = ReadFileName(**otherwise);
  if (!file) return Pass(file);
  search.otherwise = std::move(*file);
  const Yaml* answers = yaml.Find("answers");
  if (answers == nullptr) return search;
  if (!answers->IsMap()) return answers->Complain("expected answers as words: file");
  for (const Yaml::Member& member : answers->Members()) {
    Result<SiteFile> answer = ReadFileName(member.value);
    if (!answer) return Pass(answer);
    search.answers[FoldCase(member.key)] = std::move(*answer);
  }
  return search;
}

Result<ServedHost> ReadOtherHost(const Yaml::Member& member) {
  ServedHost host;
  host.name = AsciiLower(member.key);
  host.line = member.line;
  if (!member.value.IsMap()) {
    Result<std::string> folder = member.value.String();
    if (!folder) return Pass(folder);
    host.folder = std::move(*folder);
    return host;
  }
  const Result<void> known = member.value.AllowOnly({"redirect"});
  if (!known) return Pass(known);
  const Result<const Yaml*> redirect = member.value.Need("redirect");
  if (!redirect) return Pass(redirect);
  Result<std::string> target = (*redirect)->String();
  if (!target) return Pass(target);
  host.redirect = std::move(*target);
  return host;
}

}  // namespace

Result<SiteConfig> ParseSiteConfig(const Yaml& yaml) {
  SiteConfig config;
  const Result<void> known =
      yaml.AllowOnly({"host", "hosts", "extensionless", "not_found", "headers", "search", "pages"});
  if (!known) return Pass(known);
  const Result<const Yaml*> host = yaml.Need("host");
  if (!host) return Pass(host);
  Result<std::string> name = ReadHost(**host);
  if (!name) return Pass(name);
  config.host = std::move(*name);
  if (const Yaml* hosts = yaml.Find("hosts")) {
    if (!hosts->IsMap()) return hosts->Complain("expected hosts as name: folder");
    for (const Yaml::Member& member : hosts->Members()) {
      Result<ServedHost> other = ReadOtherHost(member);
      if (!other) return Pass(other);
      config.hosts.push_back(std::move(*other));
    }
  }
  if (const Yaml* extensionless = yaml.Find("extensionless")) {
    const Result<bool> value = extensionless->Bool();
    if (!value) return Pass(value);
    config.is_extensionless = *value;
  }
  if (const Yaml* not_found = yaml.Find("not_found")) {
    Result<SiteFile> file = ReadFileName(*not_found);
    if (!file) return Pass(file);
    config.not_found = std::move(*file);
  }
  if (const Yaml* headers = yaml.Find("headers")) {
    Result<Headers> value = ReadHeaders(*headers);
    if (!value) return Pass(value);
    config.headers = std::move(*value);
  }
  if (const Yaml* search = yaml.Find("search")) {
    Result<SiteSearch> value = ReadSearch(*search);
    if (!value) return Pass(value);
    config.search = std::move(*value);
  }
  if (const Yaml* pages = yaml.Find("pages")) {
    Result<std::map<std::string, SitePageRule>> value = ReadPages(*pages);
    if (!value) return Pass(value);
    config.pages = std::move(*value);
  }
  return config;
}

}  // namespace klikpad
