// Reading the brand and settling limits, politeness and packs.

#include "app/audit_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <ostream>

#include "app/commands.h"
#include "app/interrupts.h"
#include "base/files.h"
#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

bool IsLoopbackHost(const std::string& host) {
  return host == "localhost" || host == "[::1]" || host.rfind("127.", 0) == 0;
}

// Requests to this machine bother nobody else.
bool StaysOnLoopback(const std::string& start, const std::vector<std::string>& connect_to) {
  const auto url = Url::Parse(start);
  if (url && IsLoopbackHost(url->Host())) return true;
  return std::any_of(connect_to.begin(), connect_to.end(), [](const std::string& map) {
    return map.find(":127.") != std::string::npos || map.find(":localhost:") != std::string::npos;
  });
}

}  // namespace

bool IsBrandFile(const std::string& target) {
  const auto ends = [&](std::string_view tail) {
    return target.size() > tail.size() &&
           target.compare(target.size() - tail.size(), tail.size(), tail) == 0;
  };
  std::error_code code;
  return target.find("://") == std::string::npos &&
         (ends(".yaml") || ends(".yml") || std::filesystem::is_regular_file(target, code));
}

Result<BrandFile> ReadBrand(const AuditArguments& arguments, const Rules& rules) {
  BrandFile file;
  if (IsBrandFile(arguments.target)) {
    const auto text = ReadFile(arguments.target, 1u << 20);
    if (!text) return tl::unexpected(text.error());
    auto parsed = ParseBrandFile(*text, arguments.target, rules.channels);
    if (!parsed) return parsed;
    file = std::move(*parsed);
  } else {
    auto brand = BrandFromAddress(arguments.target);
    if (!brand) return tl::unexpected(brand.error());
    file.brand = std::move(*brand);
  }
  auto country = ParseCountry(arguments.country);
  if (!country) return tl::unexpected(country.error());
  if (!country->empty()) file.brand.country = *country;
  return file;
}

void Settle(AuditArguments& arguments, const BrandFile& file) {
  CrawlOptions& crawl = arguments.crawl;
  if (file.limits.max_pages) crawl.max_pages = *file.limits.max_pages;
  if (arguments.max_pages) crawl.max_pages = *arguments.max_pages;
  if (!crawl.depth) crawl.depth = file.limits.depth;
  crawl.max_duration = arguments.max_duration ? arguments.max_duration : file.limits.max_duration;
  FetchOptions& fetch = arguments.fetch;
  crawl.allow_private = fetch.allow_private;
  fetch.max_redirects = crawl.max_redirects;
  if (arguments.owns_site || StaysOnLoopback(file.brand.start, fetch.connect_to)) {
    if (!arguments.has_host_interval) fetch.host_interval = std::chrono::milliseconds(0);
    if (!arguments.has_host_concurrency) fetch.host_concurrency = fetch.concurrency;
  }
}

std::vector<std::string> PacksToAsk(const std::vector<std::string>& asked,
                                    const std::vector<std::string>& of_brand) {
  if (!asked.empty()) return asked;
  if (!of_brand.empty()) return of_brand;
  return {"contact-essentials"};
}

void PrintPlan(const AuditArguments& arguments, const Brand& brand, const std::string& folder,
               std::ostream& out) {
  out << fmt::format("would audit {} from {}\n", ForTerminal(brand.name), brand.start)
      << fmt::format("at most {} addresses, {} connections to a host, {} ms apart\n",
                     arguments.crawl.max_pages, arguments.fetch.host_concurrency,
                     arguments.fetch.host_interval.count())
      << fmt::format("would write {}/audit.json\n", folder);
}

StoreOptions StoreOptionsOf(const AuditArguments& arguments, const Brand& brand,
                            const std::string& storefront) {
  StoreOptions options;
  options.is_on = !arguments.no_stores;
  options.storefront = storefront.empty() ? brand.country : storefront;
  if (!brand.languages.empty()) options.language = brand.languages.front();
  options.obey_robots = arguments.crawl.obey_robots;
  if (StaysOnLoopback(brand.start, arguments.fetch.connect_to)) options.interval_ms = 0;
  options.is_cancelled = InterruptGuard::WasInterrupted;
  return options;
}

}  // namespace klikpad
