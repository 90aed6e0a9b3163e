// Addresses of a sitemap: checked, once each, within the protocol's limits.

#include "page/sitemap_collector.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxEntries = 50'000;  // the protocol's own limit
constexpr std::size_t kMaxAddressBytes = 8192;

}  // namespace

std::optional<std::string> SitemapAddress(std::string_view text) {
  text = Trim(text);
  if (text.empty() || text.size() > kMaxAddressBytes) return std::nullopt;
  const std::optional<Url> url = Url::Parse(text);
  if (!url || !url->IsHttp()) return std::nullopt;
  return url->WithoutCredentials().WithoutFragment();
}

void SitemapCollector::Add(std::string_view address, std::vector<std::string> alternates) {
  if (Trim(address).empty()) return;
  std::optional<std::string> url = SitemapAddress(address);
  if (!url) {
    ++refused_;
    return;
  }
  if (*url == own_ || seen_.contains(*url)) return;
  if (sitemap_.entries.size() >= kMaxEntries) {
    is_full_ = true;
    return;
  }
  seen_.insert(*url);
  sitemap_.entries.push_back({std::move(*url), std::move(alternates)});
}

void SitemapCollector::Complain(const std::string& problem) {
  sitemap_.problem += (sitemap_.problem.empty() ? "" : "; ") + problem;
}

Sitemap SitemapCollector::Finish() {
  if (is_full_) Complain(fmt::format("more than {} addresses, the rest was left out", kMaxEntries));
  if (refused_ == 1) Complain("one entry is no http or https address");
  if (refused_ > 1) Complain(fmt::format("{} entries are no http or https addresses", refused_));
  return std::move(sitemap_);
}

}  // namespace klikpad
