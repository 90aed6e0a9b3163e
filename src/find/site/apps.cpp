// A contact's place is better than a mention's, which has none.

#include "find/site/apps.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "model/signals.h"

namespace klikpad {
namespace {

struct Seen {
  SiteApp app;
  std::set<std::string> sources;
  bool has_contact = false;
};
using SeenApps = std::map<std::string, Seen>;  // by value

Seen& SeenOf(const std::string& value, SeenApps& all) {
  Seen& seen = all[value];
  if (!seen.app.store.empty()) return seen;
  std::string_view rest = value;
  seen.app.store = rest.substr(0, rest.find(':'));
  rest.remove_prefix(seen.app.store.size() + 1);
  seen.app.is_bundle = rest.starts_with("bundle:");
  if (seen.app.is_bundle) rest.remove_prefix(std::string_view("bundle:").size());
  seen.app.id = rest;
  return seen;
}

bool IsAppValue(const std::string& value) { return value.find(':') + 1 < value.size(); }

std::string SourceOf(const ContactPoint& point) {
  for (const SharedText& signal : point.signals) {
    if (IsSignal(signal, Sign::kSmartBanner)) return std::string(SplitSignal(signal).second);
  }
  return "link";
}

void TakePoint(const SitePage& page, const ContactPoint& point, SeenApps& all) {
  Seen& seen = SeenOf(point.value, all);
  seen.sources.insert(SourceOf(point));
  if (seen.has_contact) return;
  seen.has_contact = true;
  seen.app.owner = point.owner;
  seen.app.url = page.url;
  seen.app.place = point.place;
  seen.app.quote = point.quote;
}

void TakeMention(const std::string& url, const AccountMention& mention, SeenApps& all) {
  if (mention.channel != "app" || !IsAppValue(mention.value)) return;
  Seen& seen = SeenOf(mention.value, all);
  seen.sources.insert(mention.where);
  if (!seen.app.url.empty()) return;
  seen.app.url = url;
  seen.app.quote = mention.handle;
}

Owner OwnerOfMentioned(const std::string& value, const AccountSigns& signs) {
  SitePage nowhere;
  ContactPoint point;
  point.channel = "app";
  point.value = value;
  point.handle = value.substr(value.rfind(':') + 1);
  return signs.Decide(point.channel, point.value, {{&nowhere, &point}}).owner;
}

}  // namespace

std::vector<SiteApp> CollectApps(const SiteLook& look, const AccountSigns& signs) {
  SeenApps all;
  for (const SitePage& page : look.pages) {
    for (const ContactPoint& point : page.found.contacts) {
      const bool is_app = point.channel == "app" && point.use == Use::kContact;
      if (is_app && IsAppValue(point.value)) TakePoint(page, point, all);
    }
  }
  for (const SitePage& page : look.pages) {
    for (const AccountMention& mention : page.found.mentions) TakeMention(page.url, mention, all);
  }
  for (const AccountMention& mention : look.mentions) TakeMention(mention.where, mention, all);
  std::vector<SiteApp> apps;
  for (auto& [value, seen] : all) {
    if (!seen.has_contact) seen.app.owner = OwnerOfMentioned(value, signs);
    seen.app.sources.assign(seen.sources.begin(), seen.sources.end());
    apps.push_back(std::move(seen.app));
  }
  return apps;
}

}  // namespace klikpad
