// All occurrences of one contact are judged together: whose it is follows from the whole site.

#include "find/ownership.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "find/account_owner.h"
#include "find/brand_match.h"
#include "find/direct_owner.h"

namespace klikpad {
namespace {

// A messenger's number is like a phone number; an account has to be shown to be the brand's.
bool IsAccountChannel(const ContactPoint& point, const Rules& rules) {
  const ChannelInfo* channel = rules.channels.Find(point.channel);
  if (!channel) return false;
  if (channel->family == "social") return channel->id != "community";
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
  for (auto& [key, occurrences] : others) {
    Apply(DecideDirect(key.first, key.second, occurrences, brand, names, rules), occurrences);
  }
}

}  // namespace klikpad
