// The crawl loop. Every address is a node; redirects and meta refreshes are edges without a click,
// so their targets belong to the level in which they were met.

#include "app/crawl.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "app/finish_look.h"
#include "app/locale_filter.h"
#include "app/page_digest.h"
#include "app/robots_gate.h"
#include "app/search_step.h"
#include "app/sitemaps.h"
#include "base/text.h"
#include "base/url_clean.h"

namespace klikpad {
namespace {

constexpr int kMaxRedirects = 10;
constexpr std::size_t kBatch = 512;  // addresses between two looks at the clock

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
        locales_(options.language),
        robots_(fetcher) {
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
  std::vector<int> FromSitemaps();
  void ChooseSearch();
  std::vector<int> AskSearch();
  void CheckSearches();
  // Requests that are kept for the site's search, so that a large site does not use them up.
  int KeptForSearch() const;
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
  std::unordered_map<std::string, int> known_;  // crawl key → node; looked up only
  RobotsGate robots_;
  std::vector<std::string> caps_;
  std::int64_t started_ = 0;
  int asked_ = 0;
  int done_ = 0;
  int depth_ = 0;
  bool is_first_page_ = true;
  bool is_home_level_ = true;  // all that is reached without a click is the home page
  bool was_cancelled_ = false;
  bool out_of_time_ = false;
  bool has_asked_search_ = false;
  int requests_ = 0;
  SiteLook look_;  // what is known of the search; the pages are in nodes_
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

// Says whether the address may be asked for; writes down why not.
bool Crawler::MayAsk(int node) {
  Node& n = nodes_[static_cast<std::size_t>(node)];
  if (options_.obey_robots) {
    const std::string refusal = robots_.Refusal(n.url);
    if (!refusal.empty()) {
      n.page.hole = HoleReason::kRobots;
      n.page.hole_text = refusal;
      return false;
    }
  }
  if (MustStop()) {
    n.page.hole = was_cancelled_ ? HoleReason::kCancelled : HoleReason::kLimit;
    n.page.hole_text = caps_.back();
    return false;
  }
  if (asked_ + KeptForSearch() >= options_.max_pages) {
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
  if (options_.obey_robots) {
    std::vector<Url> urls;
    urls.reserve(level.size());
    for (int node : level) urls.push_back(nodes_[static_cast<std::size_t>(node)].url);
    requests_ += robots_.Load(urls);
  }
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
    if (options_.obey_robots) {
      request.host_interval_ms = robots_.IntervalOf(nodes_[static_cast<std::size_t>(node)].url);
    }
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
    page.hole =
        exchange.error == FetchError::kCancelled ? HoleReason::kCancelled : HoleReason::kFailed;
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
  if (n.page.found_by_search && !t.is_queued && look_.search) {
    t.page.found_by_search = CarriesSearch(t.url, n.url, *look_.search);
  }
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
    digest.page.search.reset();
  }
  if (digest.page.needs_javascript) {
    digest.page.hole = HoleReason::kScripts;
    digest.page.hole_text = "its text is written by scripts, which were not run";
  }
  digest.page.aliases = nodes_[static_cast<std::size_t>(node)].page.aliases;
  digest.page.from_sitemap = nodes_[static_cast<std::size_t>(node)].page.from_sitemap;
  if (nodes_[static_cast<std::size_t>(node)].page.found_by_search) KeepHits(digest, here);
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
    SiteLink& kept = nodes_[static_cast<std::size_t>(node)].page.links[i];
    kept.to = target;
    Enqueue(target, kept.is_frame ? same : next);
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
  const int moved = nodes_.front().page.redirect_to;
  const Url& home = nodes_[static_cast<std::size_t>(std::max(moved, 0))].url;
  SitemapAddresses found = ReadSitemaps(home, options_.sitemap, robots_.SitemapsOf(home), scope_,
                                        fetcher_, [this] { return MustStop(); });
  requests_ += found.requests;
  if (!found.cap.empty()) Cap(found.cap);
  std::vector<int> level;
  for (const Url& url : found.pages) {
    const std::string language = LanguageInAddress(url);
    const bool is_other = options_.locales == Locales::kOne && !locales_.Language().empty() &&
                          !language.empty() && language != locales_.Language();
    const int node = is_other ? -1 : Know(url);
    if (node < 0 || nodes_[static_cast<std::size_t>(node)].is_queued) continue;
    nodes_[static_cast<std::size_t>(node)].page.from_sitemap = true;
    Enqueue(node, level);
  }
  return level;
}

int Crawler::KeptForSearch() const {
  if (has_asked_search_ || options_.depth || is_first_page_) return 0;
  const auto has_form = [](const Node& node) {
    return node.page.search && node.page.search->is_get;
  };
  // The start and what it redirects to are the first nodes: enough to know whether to keep any.
  const std::size_t first = std::min<std::size_t>(nodes_.size(), kMaxRedirects + 1);
  const bool may_ask =
      std::any_of(nodes_.begin(), nodes_.begin() + static_cast<long>(first), has_form);
  return may_ask ? static_cast<int>(options_.search_channels.size()) : 0;
}

void Crawler::ChooseSearch() {
  std::vector<const SitePage*> pages;
  for (const Node& node : nodes_) pages.push_back(&node.page);
  const auto is_ours = [this](const Url& url) { return scope_.Holds(url); };
  SearchChoice choice = ChooseSearchForm(pages, is_ours);
  look_.search = std::move(choice.form);
  look_.search_problem = std::move(choice.problem);
}

// The answers of the site's search that have not been read yet, as a level to crawl.
std::vector<int> Crawler::AskSearch() {
  has_asked_search_ = true;
  ChooseSearch();
  std::vector<int> level;
  if (!look_.search || !look_.search_problem.empty()) return level;
  for (const std::string& channel : options_.search_channels) {
    SearchTry search;
    search.channel = channel;
    search.term = rules_.vocabulary.PlainName(channel, context_.language);
    if (search.term.empty()) search.term = channel;
    const auto url = SearchAddress(*look_.search, search.term);
    search.page = url ? Know(*url) : -1;
    if (search.page < 0) {
      search.problem = "its address does not belong to the look";
    } else {
      Node& node = nodes_[static_cast<std::size_t>(search.page)];
      search.url = node.page.url;
      if (!node.is_queued) node.page.found_by_search = true;
      Enqueue(search.page, level);
    }
    look_.searches.push_back(std::move(search));
  }
  return level;
}

// What the searches led to, once they have been crawled.
void Crawler::CheckSearches() {
  for (SearchTry& search : look_.searches) {
    if (search.page < 0) continue;
    int end = search.page;
    for (int hops = 0; hops <= kMaxRedirects; ++hops) {
      const int to = nodes_[static_cast<std::size_t>(end)].page.redirect_to;
      if (to < 0) break;
      end = to;
    }
    SitePage& page = nodes_[static_cast<std::size_t>(end)].page;
    const auto plain = known_.find(KeyOf(nodes_[static_cast<std::size_t>(end)].url.WithQuery("")));
    if (page.found_by_search && plain != known_.end() && plain->second != end &&
        IsSamePage(page, nodes_[static_cast<std::size_t>(plain->second)].page)) {
      page.is_read = false;
      search.problem = "it answers with the same page as without a search";
    } else {
      search.problem = WhyNotRead(page);
    }
    if (!search.problem.empty()) search.page = -1;
  }
}

SiteLook Crawler::Finish() {
  CheckSearches();
  look_.pages.reserve(nodes_.size());
  for (Node& node : nodes_) look_.pages.push_back(std::move(node.page));
  SiteLook look = FinishLook(std::move(look_), rules_.clicks);
  look.stopped_early = was_cancelled_ || out_of_time_;
  return look;
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
  if (options_.depth || options_.search_channels.empty()) {
    look_.search_problem = "the site's search was not tried";
  } else if (has_start) {
    CrawlFrom(AskSearch());
  }
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
