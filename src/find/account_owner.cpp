// Signals are counted by kind, never by how often they occur.

#include "find/account_owner.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

constexpr double kMostPages = 0.5;  // share of the pages on which a header or footer repeats

bool IsFrame(Region region) {
  return region == Region::kHeader || region == Region::kFooter || region == Region::kNav;
}

bool IsAboutTheBrand(const SitePage& page) {
  static const std::set<Role> kRoles{Role::kHome,   Role::kContact, Role::kService, Role::kAsk,
                                     Role::kSocial, Role::kAbout,   Role::kImprint};
  return std::any_of(page.found.roles.begin(), page.found.roles.end(),
                     [](const PageRole& role) { return kRoles.contains(role.role); });
}

bool IsAccountUse(const ContactPoint& point) {
  return point.use == Use::kFollow || point.use == Use::kContact;
}

// Decided by the detector from the words around the link.
Owner OwnerOfWords(const std::vector<Occurrence>& places) {
  for (const Occurrence& place : places) {
    if (place.point->owner != Owner::kUnknown && place.point->owner != Owner::kOwn) {
      return place.point->owner;
    }
  }
  return Owner::kUnknown;
}

bool IsPerson(const std::vector<Occurrence>& places) {
  return std::any_of(places.begin(), places.end(), [](const Occurrence& place) {
    const auto& signals = place.point->signals;
    return std::find(signals.begin(), signals.end(), "a person's own account") != signals.end();
  });
}

// The name that the account's address carries: its handle, or the page's name beside a number
// ("/pages/Voorbeeld-Bank/123").
std::string NameIn(const ContactPoint& point, const BrandNames& names) {
  if (std::string name = names.In(point.handle); !name.empty()) return name;
  const bool is_number = point.handle.find_first_not_of("0123456789") == std::string::npos;
  const auto url = is_number ? Url::Parse(point.url) : std::nullopt;
  if (!url) return "";
  for (const std::string& segment : url->PathSegments()) {
    if (std::string name = names.In(segment); !name.empty()) return name;
  }
  return "";
}

bool SaysContactOrFollow(const std::vector<Occurrence>& places) {
  for (const Occurrence& place : places) {
    for (const std::string& signal : place.point->signals) {
      if (signal.starts_with("contact: ") || signal.starts_with("follow: ")) return true;
    }
  }
  return false;
}

}  // namespace

AccountSigns::AccountSigns(const SiteLook& look, const Brand& brand, const BrandNames& names,
                           const Rules& rules)
    : brand_(brand), names_(names), rules_(rules) {
  for (const SitePage& page : look.pages) {
    if (page.is_read) ++read_pages_;
    for (const AccountMention& mention : page.found.mentions) {
      auto& mentions = mention.is_person ? person_mentions_ : mentions_;
      mentions[{mention.channel, mention.value}].insert(mention.where);
    }
    const bool is_about = IsAboutTheBrand(page);
    for (const ContactPoint& point : page.found.contacts) {
      if (!IsAccountUse(point) || point.value.empty()) continue;
      if (is_about || IsFrame(point.region)) prominent_[point.channel].insert(point.value);
    }
  }
}

bool AccountSigns::IsKnownHandle(const std::string& channel, const ContactPoint& point) const {
  return std::any_of(brand_.handles.begin(), brand_.handles.end(), [&](const auto& known) {
    return known.first == channel && (EqualsIgnoreAsciiCase(known.second, point.value) ||
                                      EqualsIgnoreAsciiCase(known.second, point.handle));
  });
}

bool AccountSigns::IsVendorHandle(const std::string& channel, const std::string& value) const {
  const auto vendors = rules_.networks.ownership.vendor_handles.find(channel);
  if (vendors == rules_.networks.ownership.vendor_handles.end()) return false;
  return std::find(vendors->second.begin(), vendors->second.end(), value) != vendors->second.end();
}

std::vector<std::string> AccountSigns::OwnSigns(const Key& key,
                                                const std::vector<Occurrence>& places) const {
  std::vector<std::string> signs;
  if (const auto mentions = mentions_.find(key); mentions != mentions_.end()) {
    for (const std::string& where : mentions->second) signs.push_back("named by " + where);
  }
  std::set<const SitePage*> framed, all;
  for (const Occurrence& place : places) {
    if (!place.page->is_read) continue;
    all.insert(place.page);
    if (IsFrame(place.point->region)) framed.insert(place.page);
  }
  const auto is_most = [&](const std::set<const SitePage*>& pages) {
    return !pages.empty() &&
           static_cast<double>(pages.size()) >= kMostPages * static_cast<double>(read_pages_);
  };
  if (is_most(framed)) {
    signs.push_back("stands in the header or footer of most pages");
  } else if (all.size() >= 2 && is_most(all)) {
    signs.push_back("stands on most pages");
  }
  if (SaysContactOrFollow(places)) signs.push_back("the words near it say 'follow' or 'contact'");
  const auto prominent = prominent_.find(key.first);
  const bool is_prominent = prominent != prominent_.end() && prominent->second.contains(key.second);
  if (is_prominent && prominent->second.size() == 1) {
    signs.push_back("the only account of its network in a prominent place");
  }
  return signs;
}

OwnerVerdict AccountSigns::Decide(const std::string& channel, const std::string& value,
                                  const std::vector<Occurrence>& occurrences) const {
  const ContactPoint& first = *occurrences.front().point;
  if (IsKnownHandle(channel, first)) return {Owner::kOwn, {"a known handle of the brand"}, true};
  const Key key{channel, value};
  OwnerVerdict verdict;
  const std::string name = NameIn(first, names_);
  if (!name.empty())
    verdict.signals.push_back(fmt::format("the handle carries the name '{}'", name));
  if (name.empty() && IsVendorHandle(channel, value)) {
    verdict.owner = Owner::kVendor;
    verdict.signals.push_back("a vendor's account that comes with its templates");
    return verdict;
  }
  if (const Owner owner = OwnerOfWords(occurrences); owner != Owner::kUnknown && name.empty()) {
    verdict.owner = owner;
    return verdict;
  }
  std::vector<Occurrence> places;
  for (const Occurrence& occurrence : occurrences) {
    if (IsAccountUse(*occurrence.point)) places.push_back(occurrence);
  }
  for (std::string& sign : OwnSigns(key, places)) verdict.signals.push_back(std::move(sign));
  const bool is_person = IsPerson(occurrences) || person_mentions_.contains(key);
  if (is_person && !mentions_.contains(key) && (name.empty() || IsPerson(occurrences))) {
    verdict.owner = Owner::kStaff;
    verdict.signals.push_back("an account of a person");
    return verdict;
  }
  if (verdict.signals.size() >= 2) verdict.owner = Owner::kOwn;
  return verdict;
}

}  // namespace klikpad
