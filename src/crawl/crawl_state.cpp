// Which addresses belong to the look.

#include "crawl/crawl_state.h"

#include "base/url_clean.h"

namespace klikpad {

int Know(CrawlState& state, const Url& raw) {
  Url url = StripTracking(raw, state.rules.tracking_parameters);
  if (!state.traps.Sessions().empty()) url = StripTracking(url, state.traps.Sessions());
  if (!state.scope.Holds(url) || IsNoPageByExtension(url)) return -1;
  if (state.options.locales == Locales::kOne && state.locales.IsAlternate(url)) return -1;
  return state.pages.Add(url);
}

}  // namespace klikpad
