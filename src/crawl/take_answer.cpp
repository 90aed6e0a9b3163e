// Answers in the order of the queue: statuses, redirects, pages and their links.

#include "crawl/take_answer.h"

#include <fmt/format.h>

#include <utility>

#include "crawl/admission.h"
#include "crawl/search_step.h"
#include "fetch/redirect.h"

namespace klikpad {
namespace {

bool IsBlocked(const Exchange& exchange) {
  const int s = exchange.status;
  return s == 401 || s == 403 || s == 407 || s == 429 || s == 999 || s == 451 ||
         !exchange.Header("cf-mitigated").empty();
}

// A page, an empty one, or that there is none. Any other answer leaves it open.
bool SaysWhatIsThere(int status) {
  return (status >= 200 && status < 300) || status == 404 || status == 410;
}

std::string WhyCut(const Exchange& exchange) {
  const bool is_our_limit =
      exchange.error_text.empty() || exchange.error_text == "the body is larger than the limit";
  return is_our_limit ? "its body was larger than --max-body-size; the rest was not read"
                      : exchange.error_text;
}

void MakeHole(SitePage& page, HoleReason reason, std::string text) {
  page.hole = reason;
  page.hole_text = std::move(text);
}

void MeetWall(CrawlState& state, SitePage& page, std::string text, const std::string& name) {
  MakeHole(page, HoleReason::kBlocked, std::move(text));
  ++state.walls[name];
}

// A hop that costs no click: its target belongs to the same level.
void EnqueueHop(CrawlState& state, int target, int hops, Frontier& frontier) {
  KnownPage& to = state.pages.At(target);
  if (!to.is_queued) to.redirects = hops;
  state.pages.Enqueue(target, frontier.same);
}

void TakeRedirect(CrawlState& state, int number, const Exchange& exchange, Frontier& frontier) {
  KnownPage& known = state.pages.At(number);
  const Url from = known.url;
  const int hops = known.redirects + 1;
  const auto to = Url::Parse(exchange.Header("location"), &from);
  if (!to || !to->IsHttp()) {
    MakeHole(known.page, HoleReason::kFailed, "it redirects to what is no web address");
    return;
  }
  if (hops > state.options.max_redirects) {
    MakeHole(known.page, HoleReason::kFailed,
             fmt::format("more than {} redirects", state.options.max_redirects));
    return;
  }
  if (const Wall* wall = state.rules.walls.FindByHost(to->Host())) {
    MeetWall(state, known.page, WallText(*wall), wall->name);
    return;
  }
  if (!state.has_start) state.scope.AddStart(*to);
  const int target = Know(state, *to);
  known.page.redirect_url = to->WithoutFragment();
  if (target < 0) return;  // it leads off the site: a fact, not a page
  if (target == number && to->Scheme() == from.Scheme()) {
    MakeHole(known.page, HoleReason::kFailed, "it redirects to itself");
    return;
  }
  if (target == number) {  // from http to https or back
    known.url = *to;
    known.page.url = std::exchange(known.page.redirect_url, {});
    known.page.aliases.push_back(from.WithoutFragment());
    known.redirects = hops;
    frontier.same.push_back(number);
    return;
  }
  known.page.redirect_to = target;
  KnownPage& next = state.pages.At(target);
  if (known.page.found_by_search && !next.is_queued && state.look.search) {
    next.page.found_by_search = CarriesSearch(next.url, known.url, *state.look.search);
  }
  EnqueueHop(state, target, hops, frontier);
}

// Says whether the page is another locale's, after which nothing of it is followed.
bool SettleLocale(CrawlState& state, PageDigest& digest, bool is_start) {
  const bool one_locale = state.options.locales == Locales::kOne;
  const bool is_other = one_locale && !is_start && state.locales.IsOtherLocale(digest.head);
  if (one_locale && !is_other) state.locales.Learn(digest.head);
  if (is_start && state.context.language.empty()) {
    state.context.language = one_locale ? state.locales.Language() : digest.head.lang.substr(0, 2);
  }
  digest.page.is_alternate = is_other;
  if (!is_other) return false;
  // What another locale says is not what this customer finds.
  digest.page.links.clear();
  digest.page.texts = {};
  digest.page.found = {};
  digest.page.search.reset();
  return true;
}

void FollowRefresh(CrawlState& state, int number, const PageDigest& digest, Frontier& frontier) {
  if (digest.head.refreshes.empty()) return;
  const auto to = Url::Parse(digest.head.refreshes.front().url);
  const int target = to ? Know(state, *to) : -1;
  KnownPage& known = state.pages.At(number);
  const int hops = known.redirects + 1;
  if (target < 0 || target == number || hops > state.options.max_redirects) return;
  known.page.refresh_page = target;
  EnqueueHop(state, target, hops, frontier);
}

// What it leads to that nobody had led to.
Traps::NewLinks FollowLinks(CrawlState& state, int number, const PageDigest& digest,
                            Frontier& frontier) {
  Traps::NewLinks met;
  const bool looks_for_traps = !state.options.links_only;
  const std::string own_shape = state.traps.KeyOf(state.pages.At(number).url);

  const bool one_locale = state.options.locales == Locales::kOne;
  SitePage& page = state.pages.At(number).page;
  for (std::size_t i = 0; i < digest.links.size(); ++i) {
    const Link& link = digest.links[i];
    if (link.url.empty() || (one_locale && state.locales.LeadsElsewhere(link))) continue;
    const int known = state.pages.Size();
    SiteLink& kept = page.links[i];
    const int target = KnowLink(state, kept.url);
    if (target < 0) continue;
    kept.to = target;
    if (target == known && looks_for_traps) {
      state.traps.CountNew(own_shape, state.pages.At(target).url, met);
    }
    if (kept.is_frame) {
      state.pages.Enqueue(target, frontier.same);
    } else {
      Admit(state, target, kept.label, frontier.next);
    }
  }
  return met;
}

// What is said on many pages is held once.
void ShareTexts(TextPool& pool, SitePage& page) {
  for (SiteLink& link : page.links) {
    pool.Share(link.url);
    pool.Share(link.label);
    pool.Share(link.context);
  }
  for (ContactPoint& point : page.found.contacts) {
    for (SharedText* text : {&point.display, &point.url, &point.label, &point.quote}) {
      pool.Share(*text);
    }
    for (SharedText& signal : point.signals) pool.Share(signal);
    point.signals.shrink_to_fit();
  }
  page.texts.Share(pool);
  page.links.shrink_to_fit();
}

// What the reader left out of a page may be what was looked for: most often its end, the footer.
void TellWhatWasCut(SitePage& page) {
  if (page.hole != HoleReason::kNone) return;
  for (const std::string& limit : page.limits) {
    if (limit.ends_with(" was cut")) return MakeHole(page, HoleReason::kTruncated, limit);
  }
}

void TakePage(CrawlState& state, int number, PageDigest digest, Frontier& frontier) {
  if (!digest.wall.empty()) {
    MeetWall(state, state.pages.At(number).page, digest.wall, digest.wall_name);
    return;
  }
  const bool is_start = !std::exchange(state.has_start, true);
  KnownPage& known = state.pages.At(number);
  digest.page.url = known.url.WithoutFragment();
  const bool is_other_locale = SettleLocale(state, digest, is_start);
  if (digest.page.needs_javascript) {
    MakeHole(digest.page, HoleReason::kScripts,
             "its text is written by scripts, which were not run");
  }
  digest.page.aliases = known.page.aliases;
  digest.page.from_sitemap = known.page.from_sitemap;
  if (known.page.found_by_search) KeepHits(digest, known.url);
  known.page = std::move(digest.page);
  ShareTexts(state.texts, known.page);
  TellWhatWasCut(known.page);
  if (is_other_locale) {
    state.traps.LearnFailure(state.pages.At(number).url);
    return;
  }
  FollowRefresh(state, number, digest, frontier);
  const Traps::NewLinks met = FollowLinks(state, number, digest, frontier);
  if (!state.options.links_only) {
    state.traps.Learn(state.pages.At(number).url, digest.print, met);
  }
}

}  // namespace

void TakeAnswer(CrawlState& state, int number, const Exchange& exchange, PageDigest digest,
                Frontier& frontier) {
  SitePage& page = state.pages.At(number).page;
  if (exchange.is_public && !state.options.allow_private) state.needs_public_address = true;
  if (exchange.status == 429 || exchange.status == 503) ++state.throttled;
  state.hosts.NoteAnswer(page, state.pages.At(number).url, exchange);
  NoteRefusal(state, number, IsBlocked(exchange) || !digest.wall.empty());
  if (!digest.is_html && !state.options.links_only)
    state.traps.LearnFailure(state.pages.At(number).url);
  page.status = exchange.status;
  page.content_type = std::string(exchange.Header("content-type"));
  if (exchange.error == FetchError::kCancelled && state.limits.StoppedEarly()) {
    MakeHole(page, state.limits.StopReason(), state.limits.StopText());
    return;
  }
  if (!exchange.IsAnswered()) {
    const bool is_ours = exchange.error == FetchError::kCancelled;
    MakeHole(page, is_ours ? HoleReason::kCancelled : HoleReason::kFailed,
             exchange.error_text.empty() ? "no answer" : exchange.error_text);
    return;
  }
  if (IsRedirectStatus(exchange.status)) return TakeRedirect(state, number, exchange, frontier);
  if (!digest.wall.empty() && !digest.is_html) {
    MeetWall(state, page, std::move(digest.wall), digest.wall_name);
    return;
  }
  if (IsBlocked(exchange)) {
    MakeHole(page, HoleReason::kBlocked,
             fmt::format("the server refused it ({})", exchange.status));
    return;
  }
  if (exchange.status >= 500 && exchange.status < 600) {
    MakeHole(page, HoleReason::kServer, fmt::format("the server failed ({})", exchange.status));
    return;
  }
  if (!SaysWhatIsThere(exchange.status)) {
    MakeHole(page, HoleReason::kFailed, fmt::format("it answers {}", exchange.status));
    return;
  }
  if (digest.is_html) TakePage(state, number, std::move(digest), frontier);
  if (page.hole != HoleReason::kNone) return;
  if (exchange.status == 206) {  // nobody asked for a range
    MakeHole(page, HoleReason::kTruncated, "the server sent only a part of it");
  } else if (exchange.is_truncated) {
    MakeHole(page, HoleReason::kTruncated, WhyCut(exchange));
  }
}

}  // namespace klikpad
