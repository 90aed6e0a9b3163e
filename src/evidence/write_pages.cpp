// Writes pages with their clicks, roles, texts and links.

#include <algorithm>
#include <limits>
#include <map>

#include "evidence/writer.h"

namespace klikpad {

namespace {

// Opened: its HTML was read, or its answer is a fact (404, a PDF). A hole was not opened.
bool IsOpened(const SitePage& page) {
  if (page.redirect_to >= 0) return false;
  return page.is_read || (page.status != 0 && page.hole == HoleReason::kNone);
}

// Follows redirects, which cost no click; -1 when they lead nowhere or in a circle.
int Final(const SiteLook& look, int index) {
  for (int hops = 0; hops < 50; ++hops) {
    if (index < 0 || index >= static_cast<int>(look.pages.size())) return -1;
    const int next = look.pages[static_cast<std::size_t>(index)].redirect_to;
    if (next < 0) return index;
    index = next;
  }
  return -1;
}

// A way through an unread page with so many clicks would be the nearest that is not known.
int NearestHole(const SiteLook& look, Surface surface) {
  int nearest = std::numeric_limits<int>::max();
  for (const SitePage& page : look.pages) {
    if (page.surface != surface) continue;
    if (IsOpen(page.hole) && page.clicks) nearest = std::min(nearest, *page.clicks);
  }
  return nearest;
}

void WriteLinks(Inserter& links, const SiteLook& look, const SitePage& page, std::int64_t page_id,
                const RowIds& ids) {
  for (const SiteLink& link : page.links) {
    links.Add(page_id, ids.Page(Final(look, link.to)), link.url, OrNull(link.label),
              OrNull(link.context), Word(link.region), Word(link.kind), link.position,
              link.is_visible, PlaceText(link.place));
  }
}

}  // namespace

std::optional<std::int64_t> RowIds::Page(int index) const {
  if (index < 0 || index >= static_cast<int>(page.size())) return std::nullopt;
  const std::int64_t id = page[static_cast<std::size_t>(index)];
  return id == 0 ? std::nullopt : std::optional(id);
}

std::optional<std::int64_t> RowIds::Link(const SiteLook& look, int page_index,
                                         int link_index) const {
  if (!Page(page_index) || link_index < 0) return std::nullopt;
  const auto index = static_cast<std::size_t>(page_index);
  if (link_index >= static_cast<int>(look.pages[index].links.size())) return std::nullopt;
  return first_link[index] + link_index;
}

RowIds NumberRows(const SiteLook& look) {
  RowIds ids;
  ids.page.resize(look.pages.size());
  ids.first_link.resize(look.pages.size());
  std::int64_t next_link = 1;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    if (!IsOpened(look.pages[i])) continue;
    ids.page[i] = static_cast<std::int64_t>(i) + 1;
    ids.first_link[i] = next_link;
    next_link += static_cast<std::int64_t>(look.pages[i].links.size());
  }
  return ids;
}

Result<void> WritePages(sqlite3* db, const SiteLook& look, const RowIds& ids) {
  const auto sections = FindSections(look, ids);
  std::map<Surface, int> nearest_hole;
  for (Surface surface : {Surface::kSite, Surface::kApp, Surface::kStore}) {
    nearest_hole[surface] = NearestHole(look, surface);
  }

  Inserter pages(db, "pages",
                 {"id", "url", "surface", "clicks", "exact", "title", "lang", "status", "was_read",
                  "needs_javascript", "section"});
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    const SitePage& page = look.pages[i];
    if (ids.page[i] == 0) continue;
    const bool is_exact = page.clicks && *page.clicks - 1 <= nearest_hole[page.surface];
    pages.Add(ids.page[i], page.url, Word(page.surface), page.clicks, is_exact, OrNull(page.title),
              OrNull(page.lang), page.status, page.is_read, page.needs_javascript, sections[i]);
  }
  if (auto done = pages.Done(); !done) return done;

  Inserter roles(db, "page_roles", {"page_id", "role", "why", "confidence"});
  Inserter texts(db, "texts", {"page_id", "kind", "level", "quote", "region", "position", "place"});
  Inserter links(db, "links",
                 {"page_id", "to_page", "url", "label", "context", "region", "kind", "position",
                  "visible", "place"});
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    const SitePage& page = look.pages[i];
    const std::int64_t id = ids.page[i];
    if (id == 0) continue;
    std::vector<Role> seen;
    for (const PageRole& role : page.found.roles) {
      if (std::find(seen.begin(), seen.end(), role.role) != seen.end()) continue;
      seen.push_back(role.role);
      roles.Add(id, Word(role.role), OrNull(role.why), Word(role.confidence));
    }
    const auto kept = page.texts.Read();
    if (!kept) return tl::unexpected(kept.error());
    for (const SiteText& text : *kept) {
      std::optional<std::int64_t> level;
      if (text.level > 0) level.emplace(text.level);
      texts.Add(id, Word(text.kind), level, text.text, Word(text.region), text.position,
                PlaceText(text.place));
    }
    WriteLinks(links, look, page, id, ids);
  }
  for (const Inserter* rows : {&roles, &texts, &links}) {
    if (auto done = rows->Done(); !done) return done;
  }
  return {};
}

}  // namespace klikpad
