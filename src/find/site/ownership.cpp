// All occurrences of one contact are judged together: whose it is follows from the whole site.

#include "find/site/ownership.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "find/site/account_owner.h"
#include "find/site/apps.h"
#include "find/site/brand_match.h"
#include "find/site/direct_owner.h"
#include "find/site/tariffs.h"
#include "model/signals.h"

namespace klikpad {
namespace {

// A messenger's number is like a phone number; an account has to be shown to be the brand's.
bool IsAccountChannel(const ContactPoint& point, const Rules& rules) {
  const ChannelInfo* channel = rules.channels.Find(point.channel);
  if (!channel) return false;
  if (channel->id == "app") return true;
  // A community on a platform; one at the brand's own address is its own.
  if (channel->id == "community") return !point.handle.empty();
  if (channel->family == "social") return true;
  return channel->family == "messaging" && !point.handle.empty();
}

void Apply(const OwnerVerdict& verdict, const std::vector<Occurrence>& occurrences) {
  for (const Occurrence& occurrence : occurrences) {
    ContactPoint& point = *occurrence.point;
    point.owner = verdict.owner;
    if (verdict.is_known) point.confidence = Confidence::kSure;
    for (const std::string& signal : verdict.signals) {
      if (std::find(point.signals.begin(), point.signals.end(), signal) == point.signals.end()) {
        point.signals.push_back(signal);
      }
    }
  }
}

// "security@", or an address under words about leaks: not the mailbox for all that small firms give
// there, which stands on their contact page as well.
bool SaysSecurity(const SitePage& page, const ContactPoint& point, const Vocabulary& words) {
  std::string local = point.value.substr(0, point.value.find('@'));
  std::replace_if(
      local.begin(), local.end(), [](char c) { return c == '.' || c == '_' || c == '-'; }, ' ');
  const std::string_view texts[] = {local, point.quote, point.label, page.title};
  return std::any_of(std::begin(texts), std::end(texts),
                     [&](std::string_view text) { return words.Term("security", text); });
}

// An address that security.txt gives is for those who found a leak.
void MarkSecurityContacts(SiteLook& look, const Vocabulary& words) {
  if (look.security_contacts.empty()) return;
  for (SitePage& page : look.pages) {
    for (ContactPoint& point : page.found.contacts) {
      const bool is_given = std::find(look.security_contacts.begin(), look.security_contacts.end(),
                                      point.value) != look.security_contacts.end();
      if (!is_given || !point.purpose.empty() || !SaysSecurity(page, point, words)) continue;
      point.purpose = "security";
      point.signals.push_back(Signal(Sign::kSecurityReports));
    }
  }
}

// "De storingslijn van Nordpump is van 9 tot 17 uur bereikbaar via 0900 …": in a text with contacts
// of that channel, none of them the brand's.
bool StandsAmongOthers(const SitePage& page, const OpeningHours& hours) {
  bool has_other = false;
  for (const ContactPoint& point : page.found.contacts) {
    const bool is_beside = point.channel == hours.channel && !hours.quote.empty() &&
                           point.quote.View().find(hours.quote) != std::string_view::npos;
    if (!is_beside) continue;
    if (point.owner == Owner::kOwn) return false;
    has_other = true;
  }
  return has_other;
}

// The contact that the words about the hours name last, null when they name none.
const ContactPoint* NamedBy(const SitePage& page, const OpeningHours& hours) {
  const ContactPoint* nearest = nullptr;
  std::pair<std::size_t, std::size_t> ends{0, 0};  // and longest: "0800-112" is not 112
  for (const ContactPoint& point : page.found.contacts) {
    if (point.channel != hours.channel || point.display.empty()) continue;
    const std::size_t at = hours.label.rfind(point.display);
    if (at == std::string::npos) continue;
    const std::pair<std::size_t, std::size_t> place{at + point.display.size(),
                                                    point.display.size()};
    if (place <= ends) continue;
    nearest = &point;
    ends = place;
  }
  return nearest;
}

bool HasRole(const SitePage& page, Role role) {
  return std::any_of(page.found.roles.begin(), page.found.roles.end(),
                     [&](const PageRole& have) { return have.role == role; });
}

// Hours at which someone works or applies, not those of the company's phone.
bool IsOfJobs(const SitePage& page) {
  return HasRole(page, Role::kJobs) && !HasRole(page, Role::kContact) &&
         !HasRole(page, Role::kService) && !HasRole(page, Role::kHome);
}

// The hours of an authority's or a partner's line are not those of the brand's phone.
void ForgetChannelsOfOthers(SiteLook& look) {
  for (SitePage& page : look.pages) {
    const bool is_of_jobs = IsOfJobs(page);
    for (OpeningHours& hours : page.found.hours) {
      const ContactPoint* nearest = NamedBy(page, hours);
      const bool is_of_others =
          nearest ? nearest->owner != Owner::kOwn : StandsAmongOthers(page, hours);
      if ((is_of_jobs && hours.channel != "address") || is_of_others) hours.channel.clear();
    }
  }
}

// "Noodgevallen: 06 …, dag en nacht": where the usual hours of that channel are known, those of
// lines for emergencies are no measure of it.
void ForgetEmergencies(SiteLook& look) {
  const auto is_emergency = [](const SitePage& page, const OpeningHours& hours) {
    const ContactPoint* nearest = NamedBy(page, hours);
    return nearest && (nearest->purpose == "emergency" || nearest->purpose == "lost-card");
  };
  std::set<std::string> usual;  // channels
  for (const SitePage& page : look.pages) {
    for (const OpeningHours& hours : page.found.hours) {
      if (!is_emergency(page, hours)) usual.insert(hours.channel);
    }
  }
  for (SitePage& page : look.pages) {
    for (OpeningHours& hours : page.found.hours) {
      if (usual.count(hours.channel) > 0 && is_emergency(page, hours)) hours.channel.clear();
    }
  }
}

}  // namespace

void DecideOwners(SiteLook& look, const Brand& brand, const Rules& rules) {
  const BrandNames names(brand);
  // In the order of channel and value, so that nothing depends on the order of pages.
  std::map<std::pair<std::string, std::string>, std::vector<Occurrence>> accounts, others;
  for (SitePage& page : look.pages) {
    for (ContactPoint& point : page.found.contacts) {
      if (point.use == Use::kShare) continue;  // nobody's account
      auto& list = IsAccountChannel(point, rules) ? accounts : others;
      list[{point.channel, point.value}].push_back({&page, &point});
    }
  }
  const AccountSigns signs(look, brand, names, rules);
  for (auto& [key, occurrences] : accounts)
    Apply(signs.Decide(key.first, key.second, occurrences), occurrences);
  const DirectFacts direct = ReadDirectFacts(look);
  for (auto& [key, occurrences] : others) {
    Apply(DecideDirect(key.first, key.second, occurrences, brand, names, rules, direct),
          occurrences);
  }
  look.apps = CollectApps(look, signs);
  ForgetChannelsOfOthers(look);
  ForgetEmergencies(look);
  MarkSecurityContacts(look, rules.vocabulary);
  AgreeOnTariffs(look);
}

}  // namespace klikpad
