// Collecting contacts.

#include "graph/contacts.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "graph/opening.h"

namespace klikpad {
namespace {

constexpr int kFar = INT32_MAX;

// Contact and follow share a group; share and content have their own.
Use Group(Use use) { return use == Use::kFollow ? Use::kContact : use; }

// The order in which an owner wins over another for the same value.
int Rank(Owner owner) {
  switch (owner) {
    case Owner::kOwn:
      return 0;
    case Owner::kStaff:
      return 1;
    case Owner::kPartner:
      return 2;
    case Owner::kVendor:
      return 3;
    case Owner::kAuthority:
      return 4;
    case Owner::kUnknown:
      return 5;
  }
  return 5;
}

void Lower(std::optional<int>& have, std::optional<int> other) {
  if (other && (!have || *other < *have)) have = other;
}

// Adds what one occurrence says; the first to say something wins, so the caller goes in page order.
void Merge(Contact& contact, const ContactPoint& point, std::optional<int> page_clicks,
           const ClickModel& model) {
  if (contact.places.empty() || point.use < contact.use) contact.use = point.use;
  if (contact.places.empty() || Rank(point.owner) < Rank(contact.owner)) {
    contact.owner = point.owner;
  }
  if (contact.places.empty() || point.confidence < contact.confidence) {
    contact.confidence = point.confidence;
  }
  const auto first = [](auto& have, const auto& nothing, const auto& value) {
    if (have == nothing) have = value;
  };
  first(contact.handle, std::string(), point.handle);
  first(contact.display, std::string(), point.display);
  first(contact.purpose, std::string(), point.purpose);
  first(contact.state, std::string(), point.state);
  // Where a human answers in one place, there is one to be reached.
  if (contact.human == Human::kUnknown || point.human == Human::kYes) contact.human = point.human;
  first(contact.tariff, Tariff::kUnknown, point.tariff);
  if (!contact.cents) contact.cents = point.cents;
  for (const SharedText& signal : point.signals) {
    if (std::find(contact.signals.begin(), contact.signals.end(), signal) ==
        contact.signals.end()) {
      contact.signals.push_back(signal.Str());
    }
  }
  const auto opening = OpeningCost(point, model);
  if (!page_clicks || !opening) return;
  Lower(contact.page_clicks, page_clicks);
  Lower(contact.clicks, *page_clicks + opening->clicks);
}

}  // namespace

std::vector<Contact> CollectContacts(const SiteLook& look, const Rules& rules) {
  // Pages come sorted by clicks and address, so the nearest occurrence is met first.
  std::map<std::tuple<std::string, Use, std::string>, Contact> collected;
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    const SitePage& page = look.pages[i];
    const SharedText url = page.url;
    for (const ContactPoint& point : page.found.contacts) {
      Contact& contact = collected[{point.channel, Group(point.use), point.value}];
      contact.channel = point.channel;
      contact.value = point.value;
      // Clicks are those of the site's visitor; other ways in have routes of their own.
      const bool is_on_site = page.surface == Surface::kSite;
      Merge(contact, point, is_on_site ? page.clicks : std::nullopt, rules.clicks);
      contact.places.push_back({static_cast<int>(i), url, point.region, point.label, point.quote,
                                NeedsClick(point), OpeningCost(point, rules.clicks).has_value(),
                                point.place});
    }
  }
  std::vector<Contact> contacts;
  for (auto& [key, contact] : collected) {
    std::sort(contact.signals.begin(), contact.signals.end());
    const ChannelInfo* channel = rules.channels.Find(contact.channel);
    contact.is_dead = channel != nullptr && channel->is_dead;
    contacts.push_back(std::move(contact));
  }
  const auto order = [&](const Contact& c) {
    const ChannelInfo* channel = rules.channels.Find(c.channel);
    return channel == nullptr ? rules.channels.list.size()
                              : static_cast<std::size_t>(channel - rules.channels.list.data());
  };
  const auto rank = [&](const Contact& c) {
    return std::tuple(order(c), c.use, c.clicks.value_or(kFar), std::string_view(c.value));
  };
  std::sort(contacts.begin(), contacts.end(),
            [&](const Contact& a, const Contact& b) { return rank(a) < rank(b); });
  return contacts;
}

}  // namespace klikpad
