// Scope of a crawl.

#include "crawl/scope.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "base/domain.h"
#include "base/text.h"

namespace klikpad {

struct Scope::Patterns {
  std::vector<std::unique_ptr<RE2>> include, exclude;
};

namespace {

Result<std::vector<std::unique_ptr<RE2>>> Compile(const std::vector<std::string>& patterns,
                                                  std::string_view option) {
  std::vector<std::unique_ptr<RE2>> compiled;
  for (const std::string& pattern : patterns) {
    auto re = std::make_unique<RE2>(pattern, RE2::Quiet);
    if (!re->ok()) {
      return Fail(
          fmt::format("{} '{}' is no regular expression: {}", option, pattern, re->error()));
    }
    compiled.push_back(std::move(re));
  }
  return compiled;
}

bool AnyFound(const std::vector<std::unique_ptr<RE2>>& patterns, const std::string& text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const auto& re) { return RE2::PartialMatch(text, *re); });
}

// "/a/b/c.html" → "/a/b/"
std::string Folder(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

// Test servers and intranets share one name for many sites: there the port tells them apart.
bool IsSharedHost(const std::string& host) {
  return IsIpAddress(host) || host.find('.') == std::string::npos;
}

bool HasUsualPort(const Url& url) { return url.Port() == -1; }

bool SameSite(const Url& url, const Url& start, ScopeKind kind) {
  if (IsSharedHost(start.Host()) || !HasUsualPort(start)) {
    if (url.HostPort() != start.HostPort()) return false;
  } else if (!HasUsualPort(url)) {
    return false;
  }
  switch (kind) {
    case ScopeKind::kPage:
      return url.HostPort() == start.HostPort() && url.PathAndQuery() == start.PathAndQuery();
    case ScopeKind::kPrefix:
      return url.HostPort() == start.HostPort() && url.Path().rfind(Folder(start.Path()), 0) == 0;
    case ScopeKind::kHost:
      return url.Host() == start.Host();
    case ScopeKind::kDomain:
      return RegistrableDomain(url.Host()) == RegistrableDomain(start.Host());
  }
  return false;
}

}  // namespace

Scope::Scope() : patterns_(std::make_unique<Patterns>()) {}
Scope::~Scope() = default;
Scope::Scope(Scope&&) noexcept = default;
Scope& Scope::operator=(Scope&&) noexcept = default;

Result<Scope> Scope::Make(const Url& start, const ScopeOptions& options) {
  Scope scope;
  scope.kind_ = options.kind;
  scope.starts_.push_back(start);
  scope.hosts_ = options.hosts;
  auto include = Compile(options.include, "--include");
  if (!include) return tl::unexpected(include.error());
  auto exclude = Compile(options.exclude, "--exclude");
  if (!exclude) return tl::unexpected(exclude.error());
  scope.patterns_->include = std::move(*include);
  scope.patterns_->exclude = std::move(*exclude);
  return scope;
}

void Scope::AddStart(const Url& url) { starts_.push_back(url); }

bool Scope::OwnsHost(const Url& url) const {
  if (!url.IsHttp() || url.Host().empty()) return false;
  const bool is_start = std::any_of(starts_.begin(), starts_.end(), [&](const Url& start) {
    return SameSite(url, start, std::max(kind_, ScopeKind::kHost));
  });
  return is_start || std::any_of(hosts_.begin(), hosts_.end(), [&](const std::string& host) {
           return url.HostPort() == host || IsSameOrSubdomain(url.HostPort(), host);
         });
}

bool Scope::Holds(const Url& url) const {
  if (!OwnsHost(url)) return false;
  const bool is_narrow = kind_ == ScopeKind::kPage || kind_ == ScopeKind::kPrefix;
  if (is_narrow && std::none_of(starts_.begin(), starts_.end(),
                                [&](const Url& start) { return SameSite(url, start, kind_); })) {
    return false;
  }
  const std::string text = url.WithoutFragment();
  const bool is_start = std::any_of(starts_.begin(), starts_.end(), [&](const Url& start) {
    return start.WithoutFragment() == text;
  });
  const bool is_wanted =
      patterns_->include.empty() || is_start || AnyFound(patterns_->include, text);
  if (!is_wanted) return false;
  return !AnyFound(patterns_->exclude, text);
}

bool IsNoPageByExtension(const Url& url) {
  static constexpr std::array kExtensions = {
      "7z",    "apk",  "avi",  "avif", "bmp",  "bz2", "css",  "csv",  "dmg", "doc", "docx",
      "dtd",   "eot",  "epub", "exe",  "flac", "flv", "gif",  "gz",   "ico", "ics", "iso",
      "jar",   "jpeg", "jpg",  "js",   "json", "m4a", "m4v",  "mjs",  "mov", "mp3", "mp4",
      "mpeg",  "mpg",  "msi",  "odp",  "ods",  "odt", "ogg",  "ogv",  "otf", "pdf", "pkg",
      "png",   "pps",  "ppsx", "ppt",  "pptx", "ps",  "rar",  "rtf",  "svg", "swf", "tar",
      "tgz",   "tif",  "tiff", "ttf",  "vcf",  "wav", "webm", "webp", "wma", "wmv", "woff",
      "woff2", "xls",  "xlsx", "xsd",  "xsl",  "xz",  "zip"};
  const std::string& path = url.Path();
  const std::size_t dot = path.find_last_of("./");
  if (dot == std::string::npos || path[dot] != '.') return false;
  const std::string extension = AsciiLower(std::string_view(path).substr(dot + 1));
  return std::binary_search(kExtensions.begin(), kExtensions.end(), std::string_view(extension),
                            [](std::string_view a, std::string_view b) { return a < b; });
}

}  // namespace klikpad
