// The crawl loop. Every address is a node; redirects and meta refreshes are edges without a click,
// so their targets belong to the level in which they were met.

#include "app/crawl.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "app/locale_filter.h"
#include "app/page_digest.h"
#include "base/text.h"
#include "base/url_clean.h"
#include "fetch/robots.h"
#include "graph/clicks.h"
#include "page/sitemap.h"

namespace klikpad {
namespace {

constexpr int kMaxRedirects = 10;
constexpr std::size_t kBatch = 512;  // addresses between two looks at the clock
constexpr int kMaxSitemaps = 50;
constexpr std::string_view kProduct = "klikpad";

struct Node {
  Url url;  // as it is asked
  SitePage page;
  int redirects = 0;  // hops that led here without a click
  bool is_queued = false;
  std::vector<std::pair<std::size_t, int>> targets;  // link of the page → node
};

bool IsRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// http and https spell one page: the first that is linked is asked, and a server that wants the
// other redirects there.
std::string KeyOf(const Url& url) {
  return url.Text().substr(url.Scheme().size(), url.WithoutFragment().size() - url.Scheme().size());
}

bool IsBlocked(const Exchange& exchange) {
  const int s = exchange.status;
  return s == 401 || s == 403 || s == 407 || s == 429 || s == 999 || s == 451 ||
         !exchange.Header("cf-mitigated").empty();
}

class Crawler {
 public:
  Crawler(const Brand& brand, const CrawlOptions& options, const Rules& rules, Fetcher& fetcher,
          const CrawlHooks& hooks, Scope scope, Url start)
      : options_(options),
        rules_(rules),
        fetcher_(fetcher),
        hooks_(hooks),
        scope_(std::move(scope)),
        start_(std::move(start)),
        locales_(options.language) {
    context_.brand = brand;
    context_.country = brand.country;
    context_.language = options.language;
    if (hooks_.milliseconds) started_ = hooks_.milliseconds();
  }

  CrawlResult Run();

 private:
  // The node of an address that belongs to the look, -1 for one that does not.
  int Know(const Url& url);
  void CrawlFrom(std::vector<int> level);
  void FetchLevel(const std::vector<int>& level, std::vector<int>& same, std::vector<int>& next);
  void FetchBatch(const std::vector<int>& batch, std::vector<int>& same, std::vector<int>& next);
  bool MayAsk(int node);
  void TakeAnswer(int node, const Exchange& exchange, PageDigest digest, std::vector<int>& same,
                  std::vector<int>& next);
  void TakeRedirect(int node, const Exchange& exchange, std::vector<int>& same);
  void TakePage(int node, PageDigest digest, std::vector<int>& same, std::vector<int>& next);
  void Enqueue(int node, std::vector<int>& queue);
  const Robots& RobotsOf(const Url& url);
  void LoadRobots(const std::vector<int>& level);
  std::vector<int> FromSitemaps();
  bool MustStop();
  void Cap(const std::string& reason);
  SiteLook Finish();

  const CrawlOptions& options_;
  const Rules& rules_;
  Fetcher& fetcher_;
  const CrawlHooks& hooks_;
  Scope scope_;
  Url start_;
  LocaleFilter locales_;
  PageContext context_;
  std::vector<Node> nodes_;
  std::unordered_map<std::string, int> known_;         // crawl key → node; looked up only
  std::map<std::string, Robots> robots_;               // by origin
  std::map<std::string, std::string> robots_problem_;  // by origin
  std::vector<std::string> caps_;
  std::int64_t started_ = 0;
  int asked_ = 0;
  int done_ = 0;
  int depth_ = 0;
  bool is_first_page_ = true;
  bool is_home_level_ = true;  // all that is reached without a click is the home page
  bool was_cancelled_ = false;
  bool out_of_time_ = false;
  int requests_ = 0;
};

void Crawler::Cap(const std::string& reason) {
  if (std::find(caps_.begin(), caps_.end(), reason) == caps_.end()) caps_.push_back(reason);
}

int Crawler::Know(const Url& raw) {
  const Url url = StripTracking(raw, rules_.tracking_parameters);
  if (!scope_.Holds(url) || IsNoPageByExtension(url)) return -1;
  if (options_.locales == Locales::kOne && locales_.IsAlternate(url)) return -1;
  const auto [it, is_new] = known_.emplace(KeyOf(url), static_cast<int>(nodes_.size()));
  if (is_new) {
    Node node;
    node.url = url;
    node.page.url = url.WithoutFragment();
    nodes_.push_back(std::move(node));
  }
  return it->second;
}

void Crawler::Enqueue(int node, std::vector<int>& queue) {
  Node& n = nodes_[static_cast<std::size_t>(node)];
  if (n.is_queued) return;
  n.is_queued = true;
  queue.push_back(node);
}

bool Crawler::MustStop() {
  if (was_cancelled_ || out_of_time_) return true;
  if (hooks_.is_cancelled && hooks_.is_cancelled()) {
    was_cancelled_ = true;
    Cap("the run was interrupted");
  }
  if (options_.max_duration && hooks_.milliseconds &&
      hooks_.milliseconds() - started_ > options_.max_duration->count()) {
    out_of_time_ = true;
    Cap("--max-duration was reached");
  }
  return was_cancelled_ || out_of_time_;
}

const Robots& Crawler::RobotsOf(const Url& url) { return robots_[url.Origin()]; }

void Crawler::LoadRobots(const std::vector<int>& level) {
  std::vector<Request> batch;
  std::vector<std::string> origins;
  for (int node : level) {
    const Url& url = nodes_[static_cast<std::size_t>(node)].url;
    const std::string origin = url.Origin();
    if (!robots_.emplace(origin, Robots()).second) continue;
    Request request;
    request.url = origin + "/robots.txt";
    request.accept = "text/plain,*/*;q=0.5";
    batch.push_back(request);
    origins.push_back(origin);
  }
  if (batch.empty()) return;
  requests_ += static_cast<int>(batch.size());
  fetcher_.Fetch(batch, [&](std::size_t i, Exchange exchange) {
    robots_problem_[origins[i]] = exchange.IsAnswered()
                                      ? fmt::format("the server answers {}", exchange.status)
                                      : exchange.error_text;
    robots_[origins[i]] =
        Robots::FromAnswer(exchange.IsAnswered() ? exchange.status : 0, exchange.body, kProduct);
  });
}

// Says whether the address may be asked for; writes down why not.
bool Crawler::MayAsk(int node) {
  Node& n = nodes_[static_cast<std::size_t>(node)];
  if (options_.obey_robots) {
    const Robots& robots = RobotsOf(n.url);
    const Robots::Verdict verdict = robots.Check(n.url.PathAndQuery());
    if (!verdict.is_allowed) {
      n.page.hole = HoleReason::kRobots;
      n.page.hole_text = robots.IsUnreachable()
                             ? fmt::format(
                                   "robots.txt could not be read ({}), so nothing there "
                                   "may be asked for",
                                   robots_problem_[n.url.Origin()])
                             : fmt::format("robots.txt line {}: {}", verdict.line, verdict.rule);
      return false;
    }
  }
  if (MustStop()) {
    n.page.hole = was_cancelled_ ? HoleReason::kCancelled : HoleReason::kLimit;
    n.page.hole_text = caps_.back();
    return false;
  }
  if (asked_ >= options_.max_pages) {
    n.page.hole = HoleReason::kLimit;
    n.page.hole_text = fmt::format("--max-pages {} was reached", options_.max_pages);
    Cap(n.page.hole_text);
    return false;
  }
  ++asked_;
  return true;
}

void Crawler::FetchLevel(const std::vector<int>& level, std::vector<int>& same,
                         std::vector<int>& next) {
  if (options_.obey_robots) LoadRobots(level);
  for (std::size_t begin = 0; begin < level.size(); begin += kBatch) {
    const std::size_t end = std::min(level.size(), begin + kBatch);
    FetchBatch({level.begin() + static_cast<std::ptrdiff_t>(begin),
                level.begin() + static_cast<std::ptrdiff_t>(end)},
               same, next);
  }
}

void Crawler::FetchBatch(const std::vector<int>& batch, std::vector<int>& same,
                         std::vector<int>& next) {
  std::vector<int> asked;
  std::vector<Request> requests;
  for (int node : batch) {
    if (!MayAsk(node)) continue;
    Request request;
    request.url = nodes_[static_cast<std::size_t>(node)].url.WithoutFragment();
    request.follow_redirects = false;
    asked.push_back(node);
    requests.push_back(std::move(request));
  }
  if (requests.empty()) return;
  requests_ += static_cast<int>(requests.size());
  // Answers are digested as they come and taken in the order of the queue.
  std::vector<PageDigest> digests(requests.size());
  std::vector<Exchange> exchanges(requests.size());
  fetcher_.Fetch(requests, [&](std::size_t i, Exchange exchange) {
    PageContext context = context_;
    context.is_home = is_home_level_;
    exchange.final_url = requests[i].url;
    digests[i] = DigestPage(exchange, rules_, context);
    exchange.body = {};
    exchanges[i] = std::move(exchange);
    ++done_;
    if (hooks_.progress) hooks_.progress(done_, static_cast<int>(nodes_.size()));
  });
  for (std::size_t i = 0; i < asked.size(); ++i) {
    TakeAnswer(asked[i], exchanges[i], std::move(digests[i]), same, next);
  }
}

void Crawler::TakeAnswer(int node, const Exchange& exchange, PageDigest digest,
                         std::vector<int>& same, std::vector<int>& next) {
  SitePage& page = nodes_[static_cast<std::size_t>(node)].page;
  page.status = exchange.status;
  page.content_type = std::string(exchange.Header("content-type"));
  if (!exchange.IsAnswered()) {
    page.hole = HoleReason::kFailed;
    page.hole_text = exchange.error_text.empty() ? "no answer" : exchange.error_text;
    return;
  }
  if (IsRedirect(exchange.status)) {
    TakeRedirect(node, exchange, same);
    return;
  }
  if (IsBlocked(exchange)) {
    page.hole = HoleReason::kBlocked;
    page.hole_text = fmt::format("the server refused it ({})", exchange.status);
    return;
  }
  if (exchange.status >= 500) {
    page.hole = HoleReason::kServer;
    page.hole_text = fmt::format("the server failed ({})", exchange.status);
    return;
  }
  if (digest.is_html) TakePage(node, std::move(digest), same, next);
  if (exchange.is_truncated && page.hole == HoleReason::kNone) {
    page.hole = HoleReason::kTruncated;
    page.hole_text = "its body was larger than --max-body-size; the rest was not read";
  }
}

void Crawler::TakeRedirect(int node, const Exchange& exchange, std::vector<int>& same) {
  const Url from = nodes_[static_cast<std::size_t>(node)].url;
  const int hops = nodes_[static_cast<std::size_t>(node)].redirects + 1;
  const auto to = Url::Parse(exchange.Header("location"), &from);
  const auto fail = [&](std::string why) {
    SitePage& page = nodes_[static_cast<std::size_t>(node)].page;
    page.hole = HoleReason::kFailed;
    page.hole_text = std::move(why);
  };
  if (!to || !to->IsHttp()) {
    fail("it redirects to what is no web address");
    return;
  }
  if (hops > kMaxRedirects) {
    fail(fmt::format("more than {} redirects", kMaxRedirects));
    return;
  }
  if (is_first_page_) scope_.AddStart(*to);
  const int target = Know(*to);
  Node& n = nodes_[static_cast<std::size_t>(node)];
  n.page.redirect_url = to->WithoutFragment();
  if (target < 0) return;  // it leads off the site: a fact, not a page
  if (target == node && to->Scheme() == from.Scheme()) {
    fail("it redirects to itself");
    return;
  }
  if (target == node) {  // from http to https or back
    n.url = *to;
    n.page.url = n.page.redirect_url;
    n.page.redirect_url.clear();
    n.page.aliases.push_back(from.WithoutFragment());
    n.redirects = hops;
    same.push_back(node);
    return;
  }
  n.page.redirect_to = target;
  Node& t = nodes_[static_cast<std::size_t>(target)];
  if (!t.is_queued) t.redirects = hops;
  Enqueue(target, same);
}

void Crawler::TakePage(int node, PageDigest digest, std::vector<int>& same,
                       std::vector<int>& next) {
  const bool is_start = is_first_page_;
  is_first_page_ = false;
  const Url here = nodes_[static_cast<std::size_t>(node)].url;
  digest.page.url = here.WithoutFragment();
  const bool one_locale = options_.locales == Locales::kOne;
  const bool is_other = one_locale && !is_start && locales_.IsOtherLocale(digest.head);
  if (one_locale && !is_other) locales_.Learn(digest.head);
  if (is_start && context_.language.empty()) {
    context_.language = one_locale ? locales_.Language() : digest.head.lang.substr(0, 2);
  }
  digest.page.is_alternate = is_other;
  if (is_other) {  // what another locale says is not what this customer finds
    digest.page.links.clear();
    digest.page.texts.clear();
    digest.page.found = {};
  }
  if (digest.page.needs_javascript) {
    digest.page.hole = HoleReason::kScripts;
    digest.page.hole_text = "its text is written by scripts, which were not run";
  }
  digest.page.aliases = nodes_[static_cast<std::size_t>(node)].page.aliases;
  digest.page.from_sitemap = nodes_[static_cast<std::size_t>(node)].page.from_sitemap;
  nodes_[static_cast<std::size_t>(node)].page = std::move(digest.page);
  if (is_other) return;

  if (!digest.head.refreshes.empty()) {
    const auto to = Url::Parse(digest.head.refreshes.front().url);
    const int target = to ? Know(*to) : -1;
    const int hops = nodes_[static_cast<std::size_t>(node)].redirects + 1;
    if (target >= 0 && target != node && hops <= kMaxRedirects) {
      nodes_[static_cast<std::size_t>(node)].page.refresh_page = target;
      Node& t = nodes_[static_cast<std::size_t>(target)];
      if (!t.is_queued) t.redirects = hops;
      Enqueue(target, same);
    }
  }
  for (std::size_t i = 0; i < digest.links.size(); ++i) {
    const Link& link = digest.links[i];
    if (link.url.empty() || (one_locale && locales_.LeadsElsewhere(link))) continue;
    const auto to = Url::Parse(link.url);
    if (!to || !to->IsHttp()) continue;
    const int target = Know(*to);
    if (target < 0) continue;
    nodes_[static_cast<std::size_t>(node)].page.links[i].to = target;
    Enqueue(target, next);
  }
}

void Crawler::CrawlFrom(std::vector<int> level) {
  depth_ = 0;
  while (!level.empty()) {
    std::vector<int> next;
    while (!level.empty()) {
      std::vector<int> same;
      FetchLevel(level, same, next);
      level = std::move(same);
    }
    ++depth_;
    is_home_level_ = false;
    if (options_.depth && depth_ > *options_.depth) {
      const std::string why = fmt::format("--depth {} was reached", *options_.depth);
      if (!next.empty()) Cap(why);
      for (int node : next) {
        nodes_[static_cast<std::size_t>(node)].page.hole = HoleReason::kLimit;
        nodes_[static_cast<std::size_t>(node)].page.hole_text = why;
      }
      return;
    }
    level = std::move(next);
  }
}

// Addresses that the sitemaps name and no page has linked to so far.
std::vector<int> Crawler::FromSitemaps() {
  std::vector<std::string> addresses;
  if (!options_.sitemap.empty()) {
    addresses.push_back(options_.sitemap);
  } else {
    const Url& home = nodes_.front().page.redirect_to >= 0
                          ? nodes_[static_cast<std::size_t>(nodes_.front().page.redirect_to)].url
                          : nodes_.front().url;
    const auto robots = robots_.find(home.Origin());
    if (robots != robots_.end()) {
      for (const std::string& text : robots->second.Sitemaps()) {
        const auto url = Url::Parse(text, &home);
        if (url && scope_.OwnsHost(*url)) addresses.push_back(url->WithoutFragment());
      }
    }
    if (addresses.empty()) addresses.push_back(home.Origin() + "/sitemap.xml");
  }
  std::vector<int> level;
  std::size_t next = 0;
  while (next < addresses.size() && next < kMaxSitemaps && !MustStop()) {
    Request request;
    request.url = addresses[next++];
    request.accept = "application/xml,text/xml,text/plain;q=0.8,*/*;q=0.5";
    Exchange answer;
    ++requests_;
    fetcher_.Fetch({request}, [&](std::size_t, Exchange e) { answer = std::move(e); });
    if (answer.status != 200) continue;
    const Sitemap sitemap = ParseSitemap(answer.body, answer.final_url);
    for (const Sitemap::Entry& entry : sitemap.entries) {
      const auto url = Url::Parse(entry.url);
      if (!url) continue;
      if (sitemap.is_index) {
        const bool is_known =
            std::find(addresses.begin(), addresses.end(), entry.url) != addresses.end();
        if (scope_.OwnsHost(*url) && !is_known) addresses.push_back(entry.url);
        continue;
      }
      const bool is_other = options_.locales == Locales::kOne && !locales_.Language().empty() &&
                            !LanguageInAddress(*url).empty() &&
                            LanguageInAddress(*url) != locales_.Language();
      if (is_other) continue;
      const int node = Know(*url);
      if (node < 0 || nodes_[static_cast<std::size_t>(node)].is_queued) continue;
      nodes_[static_cast<std::size_t>(node)].page.from_sitemap = true;
      Enqueue(node, level);
    }
  }
  if (next < addresses.size())
    Cap(fmt::format("only the first {} sitemaps were read", kMaxSitemaps));
  return level;
}

// Nodes become pages sorted by clicks and address, so that no order of discovery shows.
SiteLook Crawler::Finish() {
  SiteLook look;
  look.start = 0;
  for (Node& node : nodes_) look.pages.push_back(std::move(node.page));
  CountClicks(look, rules_.clicks);
  std::vector<int> order(look.pages.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  const auto rank = [&](int i) {
    const SitePage& page = look.pages[static_cast<std::size_t>(i)];
    return std::tuple(page.clicks.value_or(INT32_MAX), std::string_view(page.url), i);
  };
  std::sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) < rank(b); });
  std::vector<int> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
  }
  const auto moved = [&](int& index) {
    if (index >= 0) index = place[static_cast<std::size_t>(index)];
  };
  SiteLook sorted;
  for (int i : order) sorted.pages.push_back(std::move(look.pages[static_cast<std::size_t>(i)]));
  for (SitePage& page : sorted.pages) {
    moved(page.redirect_to);
    moved(page.refresh_page);
    for (SiteLink& link : page.links) moved(link.to);
  }
  // The start page is where the redirects end.
  int start = place[0];
  for (int hops = 0; hops <= kMaxRedirects; ++hops) {
    const int to = sorted.pages[static_cast<std::size_t>(start)].redirect_to;
    if (to < 0) break;
    start = to;
  }
  sorted.start = start;
  for (std::size_t i = 0; i < sorted.pages.size(); ++i) {
    int target = sorted.pages[i].redirect_to;
    for (int hops = 0; target >= 0 && hops <= kMaxRedirects; ++hops) {
      const int further = sorted.pages[static_cast<std::size_t>(target)].redirect_to;
      if (further < 0) break;
      target = further;
    }
    if (target >= 0) {
      sorted.pages[static_cast<std::size_t>(target)].aliases.push_back(sorted.pages[i].url);
    }
  }
  for (SitePage& page : sorted.pages) std::sort(page.aliases.begin(), page.aliases.end());
  sorted.stopped_early = was_cancelled_ || out_of_time_;
  return sorted;
}

CrawlResult Crawler::Run() {
  CrawlResult result;
  const int first = Know(start_);
  if (first < 0) {
    result.start_problem = "the start address is excluded by the scope";
    return result;
  }
  std::vector<int> level;
  Enqueue(first, level);
  CrawlFrom(std::move(level));
  const bool has_start = !is_first_page_;
  if (has_start && options_.use_sitemap && !options_.depth &&
      options_.scope.kind != ScopeKind::kPage) {
    CrawlFrom(FromSitemaps());
  }
  result.look = Finish();
  const SitePage& start = result.look.pages[static_cast<std::size_t>(result.look.start)];
  if (!start.is_read) {
    result.start_problem = !start.hole_text.empty()      ? start.hole_text
                           : !start.redirect_url.empty() ? "it redirects to " + start.redirect_url
                           : start.status != 200 ? fmt::format("it answers {}", start.status)
                                                 : "it is no HTML page";
  }
  result.language = context_.language;
  result.was_cancelled = was_cancelled_;
  result.requests = requests_;
  result.caps = caps_;
  return result;
}

}  // namespace

Result<CrawlResult> Crawl(const Brand& brand, const CrawlOptions& options, const Rules& rules,
                          Fetcher& fetcher, const CrawlHooks& hooks) {
  const auto start = Url::Parse(brand.start);
  if (!start || !start->IsHttp()) {
    return Fail(fmt::format("'{}' is no http or https address", brand.start));
  }
  ScopeOptions scope_options = options.scope;
  scope_options.hosts.insert(scope_options.hosts.end(), brand.hosts.begin(), brand.hosts.end());
  auto scope = Scope::Make(*start, scope_options);
  if (!scope) return tl::unexpected(scope.error());
  return Crawler(brand, options, rules, fetcher, hooks, std::move(*scope), *start).Run();
}

}  // namespace klikpad
