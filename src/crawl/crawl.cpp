// The crawl loop. Every address is a page of the look; redirects and meta refreshes are edges
// without a click, so their targets belong to the level in which they were met.

#include "crawl/crawl.h"

#include <fmt/format.h>

#include <algorithm>

#include "crawl/crawl_state.h"
#include "crawl/finish_look.h"
#include "crawl/page_digest.h"
#include "crawl/robots_gate.h"
#include "crawl/site_search.h"
#include "crawl/sitemaps.h"
#include "crawl/take_answer.h"

namespace klikpad {
namespace {

constexpr std::size_t kBatch = 512;  // addresses between two looks at the clock

class Crawler {
 public:
  Crawler(CrawlState state, Fetcher& fetcher, const CrawlHooks& hooks)
      : state_(std::move(state)), fetcher_(fetcher), hooks_(hooks), robots_(fetcher) {}

  CrawlResult Run(const Url& start);

 private:
  void CrawlFrom(std::vector<int> level);
  void FetchLevel(const std::vector<int>& level, Frontier& frontier);
  void FetchBatch(const std::vector<int>& batch, Frontier& frontier);
  bool MayAsk(int number);
  std::vector<int> FromSitemaps();
  SiteLook Finish();

  CrawlState state_;
  Fetcher& fetcher_;
  const CrawlHooks& hooks_;
  RobotsGate robots_;
  int done_ = 0;
  bool is_home_level_ = true;  // all that is reached without a click is the home page
};

// Says whether the address may be asked for; writes down why not.
bool Crawler::MayAsk(int number) {
  KnownPage& known = state_.pages.At(number);
  const auto refuse = [&](HoleReason reason, std::string text) {
    known.page.hole = reason;
    known.page.hole_text = std::move(text);
    return false;
  };
  if (state_.options.obey_robots) {
    std::string refusal = robots_.Refusal(known.url);
    if (!refusal.empty()) return refuse(HoleReason::kRobots, std::move(refusal));
  }
  if (state_.limits.MustStop()) {
    return refuse(state_.limits.WasCancelled() ? HoleReason::kCancelled : HoleReason::kLimit,
                  state_.limits.Caps().back());
  }
  if (!state_.limits.TakeOne(KeptForSearch(state_))) {
    return refuse(HoleReason::kLimit, state_.limits.Caps().back());
  }
  return true;
}

void Crawler::FetchLevel(const std::vector<int>& level, Frontier& frontier) {
  if (state_.options.obey_robots) {
    std::vector<Url> urls;
    urls.reserve(level.size());
    for (int number : level) urls.push_back(state_.pages.At(number).url);
    state_.requests += robots_.Load(urls);
  }
  for (std::size_t begin = 0; begin < level.size(); begin += kBatch) {
    const std::size_t end = std::min(level.size(), begin + kBatch);
    FetchBatch({level.begin() + static_cast<std::ptrdiff_t>(begin),
                level.begin() + static_cast<std::ptrdiff_t>(end)},
               frontier);
  }
}

void Crawler::FetchBatch(const std::vector<int>& batch, Frontier& frontier) {
  std::vector<int> asked;
  std::vector<Request> requests;
  for (int number : batch) {
    if (!MayAsk(number)) continue;
    const Url& url = state_.pages.At(number).url;
    Request request;
    request.url = url.WithoutFragment();
    request.follow_redirects = false;
    if (state_.options.obey_robots) request.host_interval_ms = robots_.IntervalOf(url);
    asked.push_back(number);
    requests.push_back(std::move(request));
  }
  if (requests.empty()) return;
  state_.requests += static_cast<int>(requests.size());
  // Answers are digested as they come and taken in the order of the queue.
  std::vector<PageDigest> digests(requests.size());
  std::vector<Exchange> exchanges(requests.size());
  fetcher_.Fetch(requests, [&](std::size_t i, Exchange exchange) {
    PageContext context = state_.context;
    context.is_home = is_home_level_;
    exchange.final_url = requests[i].url;
    digests[i] = DigestPage(exchange, state_.rules, context);
    exchange.body = {};
    exchanges[i] = std::move(exchange);
    ++done_;
    if (hooks_.progress) hooks_.progress(done_, state_.pages.Size());
  });
  for (std::size_t i = 0; i < asked.size(); ++i) {
    TakeAnswer(state_, asked[i], exchanges[i], std::move(digests[i]), frontier);
  }
}

void Crawler::CrawlFrom(std::vector<int> level) {
  int depth = 0;
  while (!level.empty()) {
    std::vector<int> next;
    while (!level.empty()) {
      Frontier frontier;
      frontier.next = std::move(next);
      FetchLevel(level, frontier);
      level = std::move(frontier.same);
      next = std::move(frontier.next);
    }
    ++depth;
    is_home_level_ = false;
    if (state_.options.depth && depth > *state_.options.depth) {
      const std::string why = fmt::format("--depth {} was reached", *state_.options.depth);
      if (!next.empty()) state_.limits.Cap(why);
      for (int number : next) {
        state_.pages.At(number).page.hole = HoleReason::kLimit;
        state_.pages.At(number).page.hole_text = why;
      }
      return;
    }
    level = std::move(next);
  }
}

// Addresses that the sitemaps name and no page has linked to so far.
std::vector<int> Crawler::FromSitemaps() {
  const int moved = state_.pages.At(0).page.redirect_to;
  const Url home = state_.pages.At(std::max(moved, 0)).url;
  SitemapAddresses found =
      ReadSitemaps(home, state_.options.sitemap, robots_.SitemapsOf(home), state_.scope, fetcher_,
                   [this] { return state_.limits.MustStop(); });
  state_.requests += found.requests;
  if (!found.cap.empty()) state_.limits.Cap(found.cap);
  const std::string& own = state_.locales.Language();
  std::vector<int> level;
  for (const Url& url : found.pages) {
    const std::string language = LanguageInAddress(url);
    const bool is_other = state_.options.locales == Locales::kOne && !own.empty() &&
                          !language.empty() && language != own;
    const int number = is_other ? -1 : Know(state_, url);
    if (number < 0 || state_.pages.At(number).is_queued) continue;
    state_.pages.At(number).page.from_sitemap = true;
    state_.pages.Enqueue(number, level);
  }
  return level;
}

SiteLook Crawler::Finish() {
  CheckSearches(state_);
  state_.look.pages = state_.pages.Release();
  SiteLook look = FinishLook(std::move(state_.look), state_.rules.clicks);
  look.stopped_early = state_.limits.StoppedEarly();
  return look;
}

// Why the start page could not be read, "" when it was.
std::string StartProblem(const SitePage& start) {
  if (start.is_read) return {};
  if (!start.hole_text.empty()) return start.hole_text;
  if (!start.redirect_url.empty()) return "it redirects to " + start.redirect_url;
  return start.status != 200 ? fmt::format("it answers {}", start.status) : "it is no HTML page";
}

CrawlResult Crawler::Run(const Url& start) {
  CrawlResult result;
  const int first = Know(state_, start);
  if (first < 0) {
    result.start_problem = "the start address is excluded by the scope";
    return result;
  }
  std::vector<int> level;
  state_.pages.Enqueue(first, level);
  CrawlFrom(std::move(level));
  const bool has_start = state_.has_start;
  if (state_.options.depth || state_.options.search_channels.empty()) {
    state_.look.search_problem = "the site's search was not tried";
  } else if (has_start) {
    CrawlFrom(AskSearch(state_));
  }
  if (has_start && state_.options.use_sitemap && !state_.options.depth &&
      state_.options.scope.kind != ScopeKind::kPage) {
    CrawlFrom(FromSitemaps());
  }
  result.look = Finish();
  result.start_problem =
      StartProblem(result.look.pages[static_cast<std::size_t>(result.look.start)]);
  result.language = state_.context.language;
  result.was_cancelled = state_.limits.WasCancelled();
  result.requests = state_.requests;
  result.caps = state_.limits.Caps();
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
  PageContext context;
  context.brand = brand;
  context.country = brand.country;
  context.language = options.language;
  CrawlState state{options,
                   rules,
                   std::move(*scope),
                   LocaleFilter(options.language),
                   CrawlLimits(options, hooks),
                   std::move(context)};
  return Crawler(std::move(state), fetcher, hooks).Run(*start);
}

}  // namespace klikpad
