// One request a host, and what it says compared.

#include "crawl/soft_404.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/hash.h"
#include "crawl/page_digest.h"
#include "fetch/redirect.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostHosts = 20;
constexpr int kMostDistance = 3;  // bits of 64: pages that are alike but for a number or a name

// Links of the main part, as a set: an error page leads to the same places whatever was asked.
std::set<std::string> MainLinks(const SitePage& page) {
  std::set<std::string> links;
  for (const SiteLink& link : page.links) {
    if (link.region == Region::kMain) links.insert(link.url.Str());
  }
  return links;
}

std::set<std::pair<std::string, std::string>> ContactsOf(const SitePage& page) {
  std::set<std::pair<std::string, std::string>> contacts;
  for (const ContactPoint& contact : page.found.contacts) {
    contacts.emplace(contact.channel, contact.value);
  }
  return contacts;
}

bool SaysTheSame(const SitePage& page, const SitePage& probe) {
  return probe.print != 0 && Distance(page.print, probe.print) <= kMostDistance &&
         page.title == probe.title && ContactsOf(page) == ContactsOf(probe) &&
         MainLinks(page) == MainLinks(probe);
}

void MakeMissing(SitePage& page) {
  page.is_missing = true;
  page.is_read = false;
  page.links.clear();
  page.texts = {};
  page.found = {};
  page.search.reset();
  page.refresh_page = -1;
}

bool IsHomePage(const CrawlState& state, const KnownPage& known) {
  return known.url.PathAndQuery() == "/" || &known == &state.pages.At(0) ||
         state.pages.At(0).page.redirect_url == known.page.url;
}

// Hosts of read pages in the order in which they were met.
std::vector<Url> HostsToAsk(const CrawlState& state) {
  std::vector<Url> hosts;
  for (int i = 0; i < state.pages.Size() && hosts.size() < kMostHosts; ++i) {
    const KnownPage& known = state.pages.At(i);
    if (!known.page.is_read || IsHomePage(state, known)) continue;
    const bool is_new = std::none_of(hosts.begin(), hosts.end(), [&](const Url& host) {
      return host.Origin() == known.url.Origin();
    });
    if (is_new) hosts.push_back(known.url);
  }
  return hosts;
}

// A page to which the site itself links is one that it wants to be seen.
bool IsLinked(const CrawlState& state, int page) {
  for (int i = 0; i < state.pages.Size(); ++i) {
    for (const SiteLink& link : state.pages.At(i).page.links) {
      if (link.to == page) return true;
    }
  }
  return false;
}

void Mark(CrawlState& state, const Url& host, const Exchange& answer) {
  if (IsRedirectStatus(answer.status)) {
    // All that is missing is sent to one page that says so.
    const auto to = ResolveLocation(answer.Header("location"), host);
    const int page = to ? state.pages.Find(*to) : -1;
    if (page < 0 || IsHomePage(state, state.pages.At(page))) return;
    SitePage& target = state.pages.At(page).page;
    if (target.is_read && !IsLinked(state, page)) MakeMissing(target);
    return;
  }
  if (!IsPage(answer)) return;
  PageContext context = state.context;
  const PageDigest digest = DigestPage(answer, state.rules, context);
  if (!digest.wall.empty() || digest.page.needs_javascript) return;
  for (int i = 0; i < state.pages.Size(); ++i) {
    KnownPage& known = state.pages.At(i);
    SitePage& page = known.page;
    if (!page.is_read || page.needs_javascript || IsHomePage(state, known)) continue;
    if (known.url.Origin() == host.Origin() && SaysTheSame(page, digest.page)) MakeMissing(page);
  }
}

}  // namespace

std::string MissingAddress(const std::string& origin) {
  return fmt::format("{}/klikpad-{:016x}", origin, Hash64(origin));
}

void MarkMissing(CrawlState& state, RobotsGate* robots, Fetcher& fetcher) {
  if (state.options.links_only) return;
  std::vector<Url> hosts;
  std::vector<Request> requests;
  for (const Url& host : HostsToAsk(state)) {
    const auto url = Url::Parse(MissingAddress(host.Origin()));
    if (!url || (robots != nullptr && !robots->Refusal(*url).empty())) continue;
    Request request;
    request.url = url->Text();
    request.follow_redirects = false;
    request.needs_public_address = state.needs_public_address;
    if (robots != nullptr) request.host_interval_ms = robots->IntervalOf(*url);
    hosts.push_back(host);
    requests.push_back(std::move(request));
  }
  std::vector<Exchange> answers(requests.size());
  fetcher.Fetch(requests, [&](std::size_t i, Exchange answer) { answers[i] = std::move(answer); });
  state.requests += static_cast<int>(requests.size());
  for (std::size_t i = 0; i < hosts.size(); ++i) Mark(state, hosts[i], answers[i]);
}

}  // namespace klikpad
