// Which addresses belong to the look.

#include "crawl/crawl_state.h"

#include "base/url_clean.h"

namespace klikpad {

namespace {

bool MayBeAsked(const CrawlState& state, const Url& url) {
  return state.scope.Holds(url) && !IsNoPageByExtension(url);
}

Url Cleaned(const CrawlState& state, const Url& raw) {
  Url url = StripTracking(raw, state.rules.tracking_parameters);
  return state.traps.Sessions().empty() ? url : StripTracking(url, state.traps.Sessions());
}

bool IsOtherLocale(const CrawlState& state, const Url& url) {
  return state.options.locales == Locales::kOne && state.locales.IsAlternate(url);
}

}  // namespace

int Know(CrawlState& state, const Url& raw) {
  const Url url = Cleaned(state, raw);
  return MayBeAsked(state, url) && !IsOtherLocale(state, url) ? state.pages.Add(url) : -1;
}

int KnowLink(CrawlState& state, const SharedText& text) {
  state.links.KeepIf(state.traps.Sessions().size(), state.scope.Starts());
  if (const auto page = state.links.Find(text)) {
    if (*page == LinkMemo::kNowhere) return -1;
    return IsOtherLocale(state, state.pages.At(*page).url) ? -1 : *page;
  }
  const auto raw = Url::Parse(text.View());
  int page = LinkMemo::kNowhere;
  if (raw && raw->IsHttp()) {
    const Url url = Cleaned(state, *raw);
    if (MayBeAsked(state, url)) {
      if (IsOtherLocale(state, url)) return -1;  // others may be learnt to be the site's own
      page = state.pages.Add(url);
    }
  }
  state.links.Add(text, page);
  return page;
}

}  // namespace klikpad
