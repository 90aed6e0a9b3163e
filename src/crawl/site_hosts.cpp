// Hosts by their origin.

#include "crawl/site_hosts.h"

namespace klikpad {

SiteHost& SiteHosts::At(const SitePage& page, const Url& url) {
  SiteHost& host = hosts_[url.Origin()];
  if (host.origin.empty()) host.origin = url.Origin();
  host.is_linked = host.is_linked || !page.from_sitemap;
  return host;
}

void SiteHosts::NoteAnswer(const SitePage& page, const Url& url, const Exchange& exchange) {
  if (exchange.error == FetchError::kTls) {
    NoteFault(page, url, exchange.tls_fault, exchange.error_text);
  } else if (exchange.IsAnswered()) {
    ++At(page, url).answered;
  }
}

void SiteHosts::NoteFault(const SitePage& page, const Url& url, TlsFault fault,
                          const std::string& text) {
  SiteHost& host = At(page, url);
  if (host.fault != TlsFault::kNone) return;
  host.fault = fault == TlsFault::kNone ? TlsFault::kOther : fault;
  host.fault_text = text;
  host.url = url.WithoutFragment();
}

std::vector<SiteHost> SiteHosts::List() const {
  std::vector<SiteHost> list;
  for (const auto& [origin, host] : hosts_) list.push_back(host);
  return list;
}

}  // namespace klikpad
