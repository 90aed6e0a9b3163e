// Writes contacts and opening hours.

#include "base/text.h"
#include "evidence/writer.h"

namespace klikpad {

namespace {

// A quote is never empty: a script that opens a chat shows no words, so its value stands in.
std::string_view QuoteOf(const ContactPoint& c) {
  for (const std::string_view text :
       std::initializer_list<std::string_view>{c.quote, c.display, c.label, c.value, c.url}) {
    if (!text.empty()) return text;
  }
  return c.channel;
}

}  // namespace

Result<void> WriteContacts(sqlite3* db, const SiteLook& look, const RowIds& ids) {
  Inserter contacts(db, "contacts",
                    {"page_id",   "channel", "value",     "handle",           "display", "url",
                     "use",       "owner",   "signals",   "region",           "label",   "position",
                     "clickable", "visible", "data_only", "needs_javascript", "human",   "tariff",
                     "cents",     "purpose", "state",     "confidence",       "quote",   "place"});
  Inserter hours(db, "hours",
                 {"page_id", "channel", "weekday", "opens", "closes", "label", "quote", "place"});
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    const std::int64_t id = ids.page[i];
    if (id == 0) continue;
    for (const ContactPoint& c : look.pages[i].found.contacts) {
      const std::string signals = Join({c.signals.begin(), c.signals.end()}, "; ");
      // Tariffs belong to numbers: elsewhere "unknown" would read as a number of unknown tariff.
      const bool has_tariff = c.tariff != Tariff::kUnknown || c.channel == "phone";
      contacts.Add(id, c.channel, OrNull(c.value), OrNull(c.handle), OrNull(c.display),
                   OrNull(c.url), Word(c.use), Word(c.owner), OrNull(signals), Word(c.region),
                   OrNull(c.label), c.position, c.is_clickable, c.is_visible, c.is_data_only,
                   c.needs_javascript, Word(c.human),
                   has_tariff ? OrNull(Word(c.tariff)) : std::nullopt, c.cents, OrNull(c.purpose),
                   OrNull(c.state), Word(c.confidence), QuoteOf(c), PlaceText(c.place));
    }
    for (const OpeningHours& h : look.pages[i].found.hours) {
      if (h.weekday == 0) continue;  // days not named: no row of the week
      // "22:00-2:00" ends after midnight.
      const int closes = h.closes < h.opens ? h.closes + 1440 : h.closes;
      hours.Add(id, OrNull(h.channel), h.weekday, h.opens, closes, OrNull(h.label), h.quote,
                PlaceText(h.place));
    }
  }
  if (auto done = contacts.Done(); !done) return done;
  return hours.Done();
}

}  // namespace klikpad
