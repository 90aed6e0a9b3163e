// Touchpoints: cards, letters, invoices and what stands on them.

#include "brand/observed_sections.h"

namespace klikpad {

void ReadTouchpoint(const Yaml& yaml, EntryContext& context, Observations& into) {
  EntryReader entry(yaml, {"kind", "shows", "legible", "print-mm", "text"}, context);
  if (!yaml.IsMap()) return;
  Touchpoint touchpoint;
  touchpoint.kind = entry.NeedProse("kind");
  touchpoint.legible = entry.WordOf("legible", Legible::kUnknown);
  touchpoint.print_mm = entry.Number("print-mm");
  touchpoint.text = entry.Prose("text");
  touchpoint.noted = entry.Note();
  if (touchpoint.print_mm && (*touchpoint.print_mm <= 0 || *touchpoint.print_mm > 10'000)) {
    entry.Complain(*entry.Find("print-mm"), "print-mm: expected the height of the letters in mm");
  }
  const Yaml* shows = entry.Find("shows");
  std::vector<std::pair<std::string, std::string>> contacts;
  if (shows != nullptr && shows->IsMap()) {
    for (const Yaml::Member& member : shows->Members()) {
      const std::string channel = AsciiLower(member.key);
      if (!IsChannel(channel, *shows, member.line, context)) continue;
      const auto values = member.value.Strings();
      if (!values || values->empty()) {
        entry.Complain(member.value, "shows: expected the number, address or account on it");
        continue;
      }
      for (const std::string& value : *values) contacts.emplace_back(channel, CollapseSpace(value));
    }
  } else if (shows != nullptr && !(shows->IsScalar() && shows->Scalar() == "nothing")) {
    entry.Complain(*shows,
                   "shows: expected channel: value, such as {phone: 0800 1234}, or nothing");
  } else if (shows == nullptr) {
    entry.Complain(yaml,
                   "'shows' is missing: channel: value, such as {phone: 0800 1234}, or nothing");
  }
  if (!entry.IsSound()) return;
  if (contacts.empty()) contacts.emplace_back();
  for (auto& [channel, value] : contacts) {
    touchpoint.channel = channel;
    touchpoint.value = value;
    into.touchpoints.push_back(touchpoint);
  }
}

}  // namespace klikpad
