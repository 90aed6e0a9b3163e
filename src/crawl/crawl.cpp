// The order of a crawl: links from the start, then the site's search, then its sitemaps. Every
// address is a page of the look; redirects and meta refreshes are edges without a click, so their
// targets belong to the level in which they were met.

#include "crawl/crawl.h"

#include <fmt/format.h>

#include <algorithm>

#include "crawl/admission.h"
#include "crawl/crawl_notes.h"
#include "crawl/crawl_state.h"
#include "crawl/digest_workers.h"
#include "crawl/finish_look.h"
#include "crawl/level_stream.h"
#include "crawl/robots_gate.h"
#include "crawl/site_search.h"
#include "crawl/sitemaps.h"
#include "crawl/soft_404.h"
#include "crawl/well_known.h"
#include "find/phone/numbers.h"

namespace klikpad {
namespace {

DigestWorkers::Digest DigestOf(const CrawlState& state) {
  if (state.options.links_only) {
    return [](const Exchange& exchange, const PageContext&) { return DigestLinks(exchange); };
  }
  std::shared_ptr<ScratchFile> scratch;
  if (!state.options.scratch_folder.empty()) {
    scratch = ScratchFile::Make(state.options.scratch_folder);
  }
  return [&rules = state.rules, scratch](const Exchange& exchange, const PageContext& context) {
    PageDigest digest = DigestPage(exchange, rules, context);
    if (scratch) digest.page.texts.MoveTo(scratch);
    return digest;
  };
}

std::function<void()> PrepareOf(const CrawlState& state) {
  if (state.options.links_only) return {};
  return [country = state.context.country] { WarmUpPhones(country); };
}

// Below it no part of a site is kept waiting.
constexpr int kLeastShare = 200;

std::optional<int> ShareOfPrefix(const CrawlOptions& options) {
  if (options.depth) return std::nullopt;
  return std::max(kLeastShare, options.max_pages / 2);
}

class Crawler {
 public:
  Crawler(CrawlState state, Fetcher& fetcher, const CrawlHooks& hooks)
      : state_(std::move(state)),
        fetcher_(fetcher),
        hooks_(hooks),
        workers_(
            state_.options.threads, DigestOf(state_), [&fetcher] { fetcher.Wake(); },
            PrepareOf(state_)) {}

  CrawlResult Run(const Url& start);

 private:
  void CrawlFrom(std::vector<int> level);
  void CrawlOn(std::vector<int> level);
  std::vector<int> FromSitemaps();
  void TakeWellKnown();
  SiteLook Finish();

  CrawlState state_;
  Fetcher& fetcher_;
  const CrawlHooks& hooks_;
  RobotsGate robots_;
  DigestWorkers workers_;
};

// Reads a level and all that it leads to.
void Crawler::CrawlFrom(std::vector<int> level) {
  if (!level.empty()) CrawlOn(std::move(level));
}

void Crawler::CrawlOn(std::vector<int> level) {
  LevelStream stream(state_, robots_, workers_, hooks_, std::move(level), !state_.has_start);
  fetcher_.FetchStream(stream);
}

// Addresses that the sitemaps name and no page has linked to so far.
std::vector<int> Crawler::FromSitemaps() {
  const int moved = state_.pages.At(0).page.redirect_to;
  const Url home = state_.pages.At(std::max(moved, 0)).url;
  Request like;
  like.needs_public_address = state_.needs_public_address;
  SitemapAddresses found =
      ReadSitemaps(home, state_.options.sitemap, robots_.SitemapsOf(home), state_.scope, fetcher_,
                   like, [this] { return state_.limits.MustStop(); });
  state_.requests += found.requests;
  if (!found.cap.empty()) state_.limits.Cap(found.cap);
  state_.sitemap_notes = std::move(found.notes);
  const std::string& own = state_.locales.Language();
  std::vector<int> level;
  for (const Url& url : found.pages) {
    const std::string language = LanguageInAddress(url);
    const bool is_other = state_.options.locales == Locales::kOne && !own.empty() &&
                          !language.empty() && language != own;
    const int number = is_other ? -1 : Know(state_, url);
    if (number < 0 || state_.pages.At(number).is_queued) continue;
    state_.pages.At(number).page.from_sitemap = true;
    Admit(state_, number, "", level);
  }
  return level;
}

// Files at fixed addresses of the start page's host; they are no pages and count as none.
void Crawler::TakeWellKnown() {
  const int moved = state_.pages.At(0).page.redirect_to;
  const KnownPage& home = state_.pages.At(std::max(moved, 0));
  Request like;
  like.needs_public_address = state_.needs_public_address;
  WellKnown found = AskWellKnown(home.url, home.page.found.manifest,
                                 state_.options.obey_robots ? &robots_ : nullptr, fetcher_, like,
                                 state_.rules.networks);
  state_.requests += found.requests;
  state_.look.mentions = std::move(found.mentions);
  state_.look.security_contacts = std::move(found.security_contacts);
}

SiteLook Crawler::Finish() {
  CheckSearches(state_);
  state_.look.notes = CrawlNotes(state_, robots_);
  state_.look.problems = CrawlProblems(state_);
  state_.look.pages = state_.pages.Release();
  state_.look.hosts = state_.hosts.List();
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
  if (state_.prefixes.HasWaiting()) {
    state_.prefixes.Open();
    CrawlOn({});
  }
  if (has_start && !state_.options.depth && state_.options.scope.kind != ScopeKind::kPage &&
      !state_.limits.MustStop()) {
    TakeWellKnown();
    MarkMissing(state_, state_.options.obey_robots ? &robots_ : nullptr, fetcher_);
    state_.limits.MustStop();  // a stop amid these files is one, too
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
                   std::move(context),
                   Traps(rules.traps, !options.depth),
                   PrefixCaps(ShareOfPrefix(options), options.max_pages_per_prefix)};
  return Crawler(std::move(state), fetcher, hooks).Run(*start);
}

}  // namespace klikpad
