// Signals are counted by kind, never by how often they occur.

#include "find/site/account_owner.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kEnoughSigns = 2;  // that make an account the brand's own
constexpr double kMostPages = 0.5;       // share of the pages on which a header or footer repeats

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
    return std::find(signals.begin(), signals.end(), Word(Sign::kPerson)) != signals.end();
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

// Each shop has an app of its own: "app apple", "app google".
std::string NetworkOf(const std::string& channel, const std::string& value) {
  return channel == "app" ? channel + " " + value.substr(0, value.find(':')) : channel;
}

std::string NameIn(const std::vector<Occurrence>& places, const BrandNames& names) {
  for (const Occurrence& place : places) {
    if (std::string name = NameIn(*place.point, names); !name.empty()) return name;
  }
  return "";
}

// A link to write a direct message to an account that is given by number: nobody invites customers
// to write to others.
bool IsDirectMessage(const ContactPoint& point) {
  return point.use == Use::kContact && point.value.starts_with("id/");
}

bool SaysContactOrFollow(const std::vector<Occurrence>& places) {
  for (const Occurrence& place : places) {
    if (IsDirectMessage(*place.point)) return true;
    for (const SharedText& signal : place.point->signals) {
      if (IsSignal(signal, Sign::kAsksContact) || IsSignal(signal, Sign::kAsksFollow) ||
          IsSignal(signal, Sign::kWordsNear)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

AccountSigns::AccountSigns(const SiteLook& look, const Brand& brand, const BrandNames& names,
                           const Rules& rules)
    : brand_(brand), names_(names), rules_(rules) {
  for (const AccountMention& mention : look.mentions) {
    mentions_[{mention.channel, mention.value}].insert(mention.where);
  }
  for (const SitePage& page : look.pages) {
    if (page.is_read) ++read_pages_;
    for (const AccountMention& mention : page.found.mentions) {
      auto& mentions = mention.is_person ? person_mentions_ : mentions_;
      mentions[{mention.channel, mention.value}].insert(mention.where);
    }
    const bool is_about = IsAboutTheBrand(page);
    for (const ContactPoint& point : page.found.contacts) {
      if (!IsAccountUse(point) || point.value.empty()) continue;
      if (!is_about && !IsFrame(point.region)) continue;
      // The same account may be linked by its name as well.
      const std::string by_number = IsDirectMessage(point) ? " by number" : "";
      prominent_[NetworkOf(point.channel, point.value) + by_number].insert(point.value);
    }
  }
}

bool AccountSigns::IsKnownHandle(const std::string& channel, const ContactPoint& point) const {
  return std::any_of(brand_.handles.begin(), brand_.handles.end(), [&](const auto& known) {
    return known.first == channel && (EqualsIgnoreAsciiCase(known.second, point.value) ||
                                      EqualsIgnoreAsciiCase(known.second, point.handle));
  });
}

bool AccountSigns::IsListed(
    const std::map<std::string, std::vector<std::string>, std::less<>>& handles,
    const std::string& channel, const std::string& value) {
  const auto list = handles.find(channel);
  return list != handles.end() &&
         std::find(list->second.begin(), list->second.end(), value) != list->second.end();
}

std::vector<std::string> AccountSigns::OwnSigns(const Key& key,
                                                const std::vector<Occurrence>& places) const {
  std::vector<std::string> signs;
  if (const auto mentions = mentions_.find(key); mentions != mentions_.end()) {
    for (const std::string& where : mentions->second)
      signs.push_back(Signal(Sign::kNamedBy, where));
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
    signs.push_back(Signal(Sign::kFramed));
  } else if (all.size() >= 2 && is_most(all)) {
    signs.push_back(Signal(Sign::kOnMostPages));
  }
  if (SaysContactOrFollow(places)) signs.push_back(Signal(Sign::kWordsNear));
  for (const char* by_number : {"", " by number"}) {
    const auto prominent = prominent_.find(NetworkOf(key.first, key.second) + by_number);
    if (prominent == prominent_.end() || prominent->second.size() != 1) continue;
    if (!prominent->second.contains(key.second)) continue;
    signs.push_back(Signal(Sign::kOnlyProminent));
    break;
  }
  return signs;
}

OwnerVerdict AccountSigns::Decide(const std::string& channel, const std::string& value,
                                  const std::vector<Occurrence>& occurrences) const {
  const ContactPoint& first = *occurrences.front().point;
  if (IsKnownHandle(channel, first)) return {Owner::kOwn, {Signal(Sign::kKnownContact)}, true};
  const Key key{channel, value};
  OwnerVerdict verdict;
  const std::string name = NameIn(occurrences, names_);
  if (!name.empty()) verdict.signals.push_back(Signal(Sign::kNameInHandle, name));
  const OwnershipFacts& facts = rules_.networks.ownership;
  if (name.empty() && IsListed(facts.vendor_handles, channel, value)) {
    verdict.owner = Owner::kVendor;
    verdict.signals.push_back(Signal(Sign::kVendorHandle));
    return verdict;
  }
  if (name.empty() && IsListed(facts.authority_handles, channel, value)) {
    verdict.owner = Owner::kAuthority;
    verdict.signals.push_back(Signal(Sign::kAuthorityHandle));
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
    verdict.signals.push_back(Signal(Sign::kPerson));
    return verdict;
  }
  if (verdict.signals.size() >= kEnoughSigns) {
    verdict.owner = Owner::kOwn;
  } else if (!places.empty()) {
    verdict.signals.push_back(Signal(Sign::kTooFewSigns));
  }
  return verdict;
}

}  // namespace klikpad
