// Writes reach and routes.

#include "evidence/writer.h"
#include "model/observed_words.h"

namespace klikpad {

namespace {

// The words that show the row, and where they stand: those of the first step, or of the target on
// the page itself, or the page's own when there is no way.
struct Shown {
  std::string_view quote;
  Place place;
};

Shown ShownOf(const SiteLook& look, const Reach& reach) {
  const SitePage& page = look.pages[static_cast<std::size_t>(reach.page)];
  if (reach.first_link >= 0 && reach.first_link < static_cast<int>(page.links.size())) {
    const SiteLink& link = page.links[static_cast<std::size_t>(reach.first_link)];
    return {link.label.empty() ? link.url : link.label, link.place};
  }
  if (reach.contact >= 0 && reach.contact < static_cast<int>(page.found.contacts.size())) {
    const ContactPoint& c = page.found.contacts[static_cast<std::size_t>(reach.contact)];
    if (!c.quote.empty()) return {c.quote, c.place};
  }
  if (page.title.empty()) return {page.url, {}};
  return {page.title, page.title_place};
}

void WriteSteps(Inserter& steps, std::int64_t route, const Route& way, const RowIds& ids) {
  int number = 0;
  for (const Step& step : way.steps) {
    steps.Add(route, ++number, Word(step.kind), ids.Page(step.page), step.page_url,
              OrNull(step.label), Word(step.region), step.to_url, step.clicks, step.seconds,
              PlaceText(step.place));
  }
}

}  // namespace

Result<void> WriteReach(sqlite3* db, const Audit& audit, const RowIds& ids) {
  const SiteLook& look = audit.look;
  Inserter reach(db, "reach",
                 {"page_id", "target_kind", "target", "tier", "uses_search", "clicks", "exact",
                  "first_link", "weakest_link", "weakest_label", "quote", "place"});
  for (const Reach& r : audit.reach) {
    const auto page = ids.Page(r.page);
    if (!page) continue;
    const auto weakest = ids.Link(look, r.weakest_page, r.weakest_link);
    std::string_view label;
    if (weakest) {
      const SitePage& on = look.pages[static_cast<std::size_t>(r.weakest_page)];
      label = on.links[static_cast<std::size_t>(r.weakest_link)].label;
    }
    const Shown shown = ShownOf(look, r);
    reach.Add(*page, Word(r.kind), r.target, Word(r.tier), r.uses_search, r.clicks, r.is_exact,
              ids.Link(look, r.page, r.first_link), weakest, OrNull(label), shown.quote,
              PlaceText(shown.place));
  }

  return reach.Done();
}

Result<void> WriteRoutes(sqlite3* db, const Audit& audit, const RowIds& ids) {
  Inserter routes(db, "routes",
                  {"id", "channel", "value", "use", "owner", "start", "surface", "tier",
                   "uses_search", "clicks", "seconds", "certainty", "quote"});
  Inserter steps(db, "steps",
                 {"route_id", "step", "kind", "page_id", "page_url", "label", "region", "to_url",
                  "clicks", "seconds", "place"});
  std::int64_t id = 0;
  for (const Route& way : audit.routes) {
    if (way.contact < 0 || way.contact >= static_cast<int>(audit.contacts.size())) continue;
    const Contact& contact = audit.contacts[static_cast<std::size_t>(way.contact)];
    const std::string& quote = contact.display.empty() ? contact.value : contact.display;
    routes.Add(++id, contact.channel, contact.value, Word(contact.use), Word(contact.owner),
               way.start, Word(way.surface), Word(way.tier), way.uses_search, way.clicks,
               way.seconds, way.certainty, quote);
    WriteSteps(steps, id, way, ids);
  }
  if (auto done = routes.Done(); !done) return done;
  return steps.Done();
}

}  // namespace klikpad
