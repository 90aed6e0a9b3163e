// The label alone tells: it must be short, and no question about being called back.

#include "find/callback.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/url.h"
#include "find/accounts/points.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxLabel = 60;
constexpr std::size_t kMaxContacts = 30;

bool SaysCallback(const std::string& label, const Rules& rules, const std::string& language) {
  if (label.empty() || label.size() > kMaxLabel || label.find('?') != std::string::npos) {
    return false;
  }
  const auto hits = rules.vocabulary.FindChannels(label, language);
  return std::any_of(hits.begin(), hits.end(),
                     [](const ChannelMatch& hit) { return hit.name->channel == "callback"; });
}

// The form behind it, named as find/forms/forms.cpp names it, so that both are one contact.
std::string ValueOf(const Page& page, const Link& link) {
  const auto url = Url::Parse(link.url);
  const bool leads_on = url && url->IsHttp() && !link.href.starts_with('#');
  const auto own = Url::Parse(page.canonical.empty() ? page.url : page.canonical);
  if (!leads_on) return (own ? own->WithoutFragment() : page.url) + "#form";
  return url->WithoutFragment() + "#form";
}

// Buttons that a script opens are texts of the page, not links.
std::vector<Link> Buttons(const Page& page, const PageGlance& glance) {
  std::vector<Link> buttons;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const TextBlock& block = page.blocks[i];
    if (block.kind != TextKind::kButton || !glance.blocks[i].Has(trigger::kCallback)) continue;
    const bool is_link = std::any_of(page.links.begin(), page.links.end(),
                                     [&](const Link& link) { return link.node == block.node; });
    if (is_link) continue;
    Link link;
    link.node = block.node;
    link.kind = LinkKind::kButton;
    link.label = block.text;
    link.region = block.region;
    link.is_visible = block.is_visible;
    link.position = block.position;
    link.heading = block.heading;
    link.place = block.place;
    buttons.push_back(std::move(link));
  }
  return buttons;
}

ContactPoint PointOf(const Link& link, std::string value) {
  ContactPoint point;
  point.channel = "callback";
  point.value = std::move(value);
  point.display = link.label;
  point.url = link.url;
  point.label = link.label;
  point.region = link.region;
  point.position = link.position;
  point.is_clickable = true;
  point.is_visible = link.is_visible;
  point.needs_javascript = link.kind == LinkKind::kButton || link.kind == LinkKind::kScript;
  point.human = Human::kYes;  // whoever calls back is one
  point.confidence = Confidence::kLikely;
  point.signals.push_back(Signal(Sign::kWordsNear, CutUtf8(link.label, kMaxLabel)));
  point.quote = CutUtf8(link.label, 300);
  point.place = link.place;
  return point;
}

}  // namespace

void FindCallbackLinks(const Page& page, const Rules& rules, const PageContext& context,
                       const PageGlance& glance, Findings& found) {
  const std::string language = LanguageOf(page, context);
  const std::vector<Link> buttons = Buttons(page, glance);
  std::vector<const Link*> links;
  for (std::size_t i = 0; i < page.links.size(); ++i) {
    if (glance.labels[i].Has(trigger::kCallback)) links.push_back(&page.links[i]);
  }
  for (const Link& button : buttons) links.push_back(&button);
  std::size_t count = 0;
  for (const Link* each : links) {
    const Link& link = *each;
    if (count >= kMaxContacts) return;
    // A number to dial is the phone's, whatever its label.
    const bool is_other = StartsWithIgnoreAsciiCase(link.href, "tel:") ||
                          StartsWithIgnoreAsciiCase(link.href, "mailto:");
    if (is_other || !SaysCallback(link.label, rules, language)) continue;
    std::string value = ValueOf(page, link);
    // The form may stand on this very page.
    const bool is_known =
        std::any_of(found.contacts.begin(), found.contacts.end(), [&](const ContactPoint& point) {
          return point.channel == "callback" && point.value == value;
        });
    if (is_known) continue;
    ++count;
    found.contacts.push_back(PointOf(link, std::move(value)));
  }
}

void FindCallbackLinks(const Page& page, const Rules& rules, const PageContext& context,
                       Findings& found) {
  FindCallbackLinks(page, rules, context, PageGlance(page, rules), found);
}

}  // namespace klikpad
