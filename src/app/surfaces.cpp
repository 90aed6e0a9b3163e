// Joining surfaces.

#include "app/surfaces.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/url.h"

namespace klikpad {
namespace {

// One spelling for http and https, with and without the final slash.
std::string KeyOf(const std::string& address) {
  const auto url = Url::Parse(address);
  if (!url || !url->IsHttp()) return "";
  std::string key = url->HostPort() + url->PathAndQuery();
  while (key.ends_with('/')) key.pop_back();
  return key;
}

}  // namespace

void AddSurface(SiteLook& look, std::vector<SitePage> pages, const std::vector<int>& starts) {
  std::map<std::string, int> site;  // the first page of an address wins
  for (std::size_t i = 0; i < look.pages.size(); ++i) {
    const SitePage& page = look.pages[i];
    if (page.surface != Surface::kSite) continue;
    const bool leads_on = page.is_read || page.redirect_to >= 0;
    if (const std::string key = KeyOf(page.url); !key.empty() && leads_on) {
      site.emplace(key, static_cast<int>(i));
    }
    for (const std::string& alias : page.aliases) site.emplace(KeyOf(alias), static_cast<int>(i));
  }
  site.erase("");
  const int offset = static_cast<int>(look.pages.size());
  for (SitePage& page : pages) {
    for (SiteLink& link : page.links) {
      if (link.to >= 0) {
        link.to += offset;
      } else if (const auto found = site.find(KeyOf(link.url.Str())); found != site.end()) {
        link.to = found->second;
      }
    }
    look.pages.push_back(std::move(page));
  }
  for (int start : starts) look.other_starts.push_back(start + offset);
}

void LearnOwners(SiteLook& look) {
  std::set<std::pair<std::string, std::string>> own;
  for (const SitePage& page : look.pages) {
    if (page.surface == Surface::kSite) continue;
    for (const ContactPoint& point : page.found.contacts) {
      const bool is_way = point.use == Use::kContact || point.use == Use::kFollow;
      if (point.owner == Owner::kOwn && is_way) own.emplace(point.channel, point.value);
    }
  }
  for (SitePage& page : look.pages) {
    for (ContactPoint& point : page.found.contacts) {
      const bool is_open = point.owner == Owner::kUnknown && point.use != Use::kShare;
      if (!is_open || own.count({point.channel, point.value}) == 0) continue;
      point.owner = Owner::kOwn;
      point.signals.emplace_back("also stands in the brand's own app or store listing");
    }
  }
}

}  // namespace klikpad
