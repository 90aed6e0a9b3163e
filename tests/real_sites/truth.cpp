// Reading the two shapes of truth files.

#include "truth.h"

#include "base/url.h"

namespace klikpad {
namespace {

std::optional<int> Clicks(const Json& value) {
  if (!value.IsInt()) return std::nullopt;
  return static_cast<int>(value.AsInt());
}

SiteTruth OneSite(const Json& truth, const std::string& name) {
  SiteTruth site;
  site.name = name;
  site.folder = name;
  for (const Json& host : truth["hosts"].Items()) site.hosts.push_back(host.AsString());
  site.start = "https://" + site.hosts.front() + "/";
  for (const Json& page : truth["pages"].Items()) {
    site.pages.push_back({page["page"].AsString(), Clicks(page["clicks"])});
  }
  for (const auto& [kind, list] : truth["channels"].Members()) {
    for (const Json& entry : list.Items()) {
      site.contacts.push_back(
          {kind, entry["value"].AsString(), static_cast<int>(entry["clicks"].AsInt())});
    }
  }
  return site;
}

SiteTruth MiniSite(const Json& truth, const std::string& host) {
  SiteTruth site;
  site.name = host;
  site.folder = "mini-sites/" + host;
  site.hosts = {host};
  site.start = "https://" + host + "/";
  for (const auto& [file, page] : truth["pages"].Members()) {
    site.pages.push_back({file, Clicks(page["clicks"])});
    const auto url = Url::Parse(page["url"].AsString());
    if (url && url->Host() != host && site.hosts.size() == 1) site.hosts.push_back(url->Host());
  }
  for (const auto& [kind, list] : truth["channels"].Members()) {
    for (const Json& entry : list.Items()) {
      site.contacts.push_back(
          {kind, entry.Items()[0].AsString(), static_cast<int>(entry.Items()[1].AsInt())});
    }
  }
  return site;
}

}  // namespace

std::vector<SiteTruth> ReadTruth(const Json& truth, const std::string& name) {
  if (truth.Has("hosts")) return {OneSite(truth, name)};
  std::vector<SiteTruth> sites;
  for (const auto& [host, site] : truth.Members()) sites.push_back(MiniSite(site, host));
  return sites;
}

}  // namespace klikpad
