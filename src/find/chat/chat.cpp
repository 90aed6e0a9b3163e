// From marks and buttons to contact points: which vendor, how sure, in which state.

#include "find/chat/chat.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "find/chat/buttons.h"
#include "find/chat/marks.h"
#include "model/signals.h"

namespace klikpad {
namespace {

// What the marks of one vendor amount to.
struct SeenVendor {
  int vendor = -1;
  Confidence confidence = Confidence::kWeak;
  std::string state;
  VendorSighting best;
  std::vector<std::string> signals;
};

const VendorMark& MarkOf(const Vendors& vendors, const VendorSighting& sighting) {
  return vendors.marks[static_cast<std::size_t>(sighting.mark)];
}

// Different words, neither part of the other: "Beacon" and "Beacon('init'" are one sign.
std::size_t CountSigns(const Vendors& vendors, const std::vector<VendorSighting>& sightings) {
  std::vector<std::string_view> signs;
  for (const VendorSighting& sighting : sightings) {
    if (sighting.is_off) continue;
    std::string_view text = MarkOf(vendors, sighting).text;
    bool is_new = true;
    for (std::string_view& sign : signs) {
      if (sign.find(text) != std::string_view::npos) is_new = false;
      if (is_new && text.find(sign) != std::string_view::npos) {
        sign = text;
        is_new = false;
      }
    }
    if (is_new) signs.push_back(text);
  }
  return signs.size();
}

std::string StateOf(const Vendor& vendor, const std::vector<VendorSighting>& sightings) {
  if (!vendor.ended.empty()) return "off";
  bool is_parked = false, runs = false, is_off = false, is_frame = false;
  for (const VendorSighting& s : sightings) {
    if (s.is_off) is_off = true;
    if (s.grade == MarkGrade::kSecond) continue;
    if (s.needs_consent) is_parked = true;
    if (!s.needs_consent) runs = true;
    if (s.is_frame && s.is_loaded && !s.needs_consent) is_frame = true;
  }
  if (is_parked && !runs) return "needs-consent";
  if (is_off) return "off";
  return is_frame ? "visible" : "script";
}

std::string SignalOf(const VendorMark& mark, const VendorSighting& sighting) {
  const Sign sign = sighting.needs_consent            ? Sign::kWaitsForConsent
                    : sighting.is_loaded              ? Sign::kLoads
                    : mark.kind == MarkKind::kElement ? Sign::kElement
                    : sighting.is_off                 ? Sign::kKeepsHidden
                    : mark.kind == MarkKind::kHost    ? Sign::kScriptNames
                                                      : Sign::kScriptSays;
  return Signal(sign, mark.text);
}

// Nothing (vendor -1) when the marks prove nothing.
SeenVendor Judge(const Vendors& vendors, const std::vector<VendorSighting>& sightings) {
  SeenVendor seen;
  std::size_t signs = CountSigns(vendors, sightings);
  const VendorSighting* best = nullptr;
  bool is_loaded = false;
  for (const VendorSighting& s : sightings) {
    if (s.is_off || s.grade == MarkGrade::kSecond) continue;
    if (!best || s.grade < best->grade ||
        (s.grade == best->grade && s.is_loaded > best->is_loaded)) {
      best = &s;
    }
    is_loaded = is_loaded || s.is_loaded;
  }
  if (!best) return seen;
  const VendorMark& mark = MarkOf(vendors, *best);
  if (best->grade == MarkGrade::kSure) {
    seen.confidence = is_loaded || signs > 1 ? Confidence::kSure : Confidence::kLikely;
  } else if (signs > 1) {
    seen.confidence = Confidence::kLikely;
  } else if (!best->is_loaded && mark.kind != MarkKind::kHost) {
    return seen;  // one unverified word in a script or an element proves nothing
  }
  seen.vendor = mark.vendor;
  seen.best = *best;
  seen.state = StateOf(vendors.list[static_cast<std::size_t>(mark.vendor)], sightings);
  for (const VendorSighting& s : sightings) {
    std::string signal = SignalOf(MarkOf(vendors, s), s);
    bool is_known =
        std::find(seen.signals.begin(), seen.signals.end(), signal) != seen.signals.end();
    if (!is_known && seen.signals.size() < 8) seen.signals.push_back(std::move(signal));
  }
  return seen;
}

std::vector<SeenVendor> SeenVendors(const Vendors& vendors,
                                    const std::vector<VendorSighting>& all) {
  std::vector<SeenVendor> seen;
  for (std::size_t from = 0; from < all.size();) {
    int vendor = MarkOf(vendors, all[from]).vendor;
    std::size_t to = from;
    while (to < all.size() && MarkOf(vendors, all[to]).vendor == vendor) ++to;
    SeenVendor one = Judge(vendors, {all.begin() + static_cast<std::ptrdiff_t>(from),
                                     all.begin() + static_cast<std::ptrdiff_t>(to)});
    if (one.vendor >= 0) seen.push_back(std::move(one));
    from = to;
  }
  return seen;
}

// Scripts have no position of their own: that of the first link or block after them.
int PositionOf(const Page& page, int node) {
  int position = 0;
  for (const Link& link : page.links) {
    if (link.node < node) position = std::max(position, link.position);
  }
  for (const TextBlock& block : page.blocks) {
    if (block.node < node) position = std::max(position, block.position);
  }
  return position;
}

ContactPoint PointOf(const Vendor& vendor, const SeenVendor& seen, const Page& page) {
  ContactPoint point;
  point.channel = vendor.channel;
  point.value = vendor.id;
  point.display = vendor.name;
  point.signals.assign(seen.signals.begin(), seen.signals.end());
  if (!vendor.ended.empty()) point.signals.push_back(Signal(Sign::kEnded, vendor.ended));
  point.position = PositionOf(page, seen.best.node);
  point.is_clickable = true;
  point.state = seen.state;
  point.is_visible = seen.state == "visible" || seen.state == "facade";
  point.needs_javascript = true;
  point.human = vendor.kind == VendorKind::kBot ? Human::kNo : Human::kUnknown;
  point.confidence = seen.confidence;
  point.quote = CutUtf8(seen.best.quote, 300);
  point.place = seen.best.place;
  return point;
}

void AddButton(ContactPoint point, const ChatButton& button, std::vector<ContactPoint>& contacts) {
  const Link& link = button.link;
  point.display = link.label.empty() ? point.display : link.label;
  point.label = link.label;
  point.url = StartsWithIgnoreAsciiCase(link.href, "javascript:") ? "" : link.url;
  point.region = link.region;
  point.position = link.position;
  point.is_visible = link.is_visible;
  point.state = button.says_off ? "off" : link.is_visible ? "visible" : "script";
  point.needs_javascript = button.is_action;
  if (button.human != Human::kUnknown) point.human = button.human;
  point.signals.insert(point.signals.begin(), Signal(button.by_script  ? Sign::kOpensByClick
                                                     : button.by_words ? Sign::kSaysChat
                                                                       : Sign::kLeadsToChat));
  point.quote = CutUtf8(link.label, 300);
  point.place = link.place;
  contacts.push_back(std::move(point));
}

}  // namespace

void FindChat(const Page& page, const Rules& rules, const PageContext& context,
              const PageGlance& glance, Findings& findings) {
  const Vendors& vendors = rules.vendors;
  VendorMarks marks = FindVendorMarks(page, vendors);
  std::vector<SeenVendor> seen = SeenVendors(vendors, marks.sightings);
  auto vendor_of = [&vendors](int index) -> const Vendor& {
    return vendors.list[static_cast<std::size_t>(index)];
  };
  // The vendor that buttons without a name of their own open: the surest live one.
  const SeenVendor* chat = nullptr;
  for (const SeenVendor& one : seen) {
    const Vendor& vendor = vendor_of(one.vendor);
    if (vendor.channel != "chat" || !vendor.ended.empty()) continue;
    if (!chat || one.confidence < chat->confidence) chat = &one;
  }
  std::vector<ContactPoint> contacts;
  std::vector<int> opened;  // vendors that a button opens
  for (const ChatButton& button :
       FindChatButtons(page, context.brand, rules, glance, marks.on_click, chat != nullptr)) {
    SeenVendor by_button;
    const SeenVendor* behind = chat;
    if (button.vendor >= 0) {
      auto it = std::find_if(seen.begin(), seen.end(), [&button](const SeenVendor& one) {
        return one.vendor == button.vendor;
      });
      by_button.vendor = button.vendor;
      by_button.confidence = Confidence::kLikely;
      behind = it == seen.end() ? &by_button : &*it;
    }
    ContactPoint point;
    if (behind && !vendor_of(behind->vendor).channel.empty()) {
      point = PointOf(vendor_of(behind->vendor), *behind, page);
      if (!vendor_of(behind->vendor).ended.empty()) continue;
      opened.push_back(behind->vendor);
    } else {
      point.channel = "chat";
      point.value = "unknown";
      point.is_clickable = true;
      // "Live chat" as a mere link may be a product or an article.
      point.confidence = button.is_action ? Confidence::kLikely : Confidence::kWeak;
    }
    AddButton(std::move(point), button, contacts);
  }
  bool has_facade = marks.facade >= 0;
  for (SeenVendor& one : seen) {
    const Vendor& vendor = vendor_of(one.vendor);
    if (vendor.channel.empty()) continue;
    if (std::find(opened.begin(), opened.end(), one.vendor) != opened.end()) continue;
    if (has_facade && one.state == "script" && vendor.channel == "chat") one.state = "facade";
    contacts.push_back(PointOf(vendor, one, page));
  }
  if (has_facade && contacts.empty()) {
    const Node& node = page.document.nodes[static_cast<std::size_t>(marks.facade)];
    ContactPoint point;
    point.channel = "chat";
    point.value = "unknown";
    point.state = "facade";
    point.is_clickable = true;
    point.needs_javascript = true;
    point.position = PositionOf(page, marks.facade);
    point.place = {node.line, node.column};
    point.signals.push_back(Signal(Sign::kFacade));
    contacts.push_back(std::move(point));
  }
  findings.contacts.insert(findings.contacts.end(), std::make_move_iterator(contacts.begin()),
                           std::make_move_iterator(contacts.end()));
}

void FindChat(const Page& page, const Rules& rules, const PageContext& context,
              Findings& findings) {
  FindChat(page, rules, context, PageGlance(page, rules), findings);
}

}  // namespace klikpad
