// Servers answer such addresses with pages, too: what does not read as the file says nothing.

#include "find/well_known.h"

#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "base/url.h"
#include "find/accounts/classify_link.h"
#include "find/apps.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxApps = 100;
constexpr std::size_t kMaxLines = 400;
constexpr std::size_t kTeamId = 10;  // Apple's team prefix: ABCDE12345

void Add(std::string value, const std::string& url, std::vector<AccountMention>& list) {
  if (value.empty() || list.size() >= kMaxApps) return;
  AccountMention mention;
  mention.channel = "app";
  mention.handle = value.substr(value.rfind(':') + 1);
  mention.value = std::move(value);
  mention.where = url;
  if (std::find(list.begin(), list.end(), mention) == list.end()) {
    list.push_back(std::move(mention));
  }
}

// "ABCDE12345.nl.voorbeeld.app" → "apple:bundle:nl.voorbeeld.app".
void AddBundle(const Json& id, const std::string& url, std::vector<AccountMention>& list) {
  const std::string& text = id.AsString();
  const std::size_t dot = text.find('.');
  if (dot != kTeamId) return;
  const bool is_team = std::all_of(text.begin(), text.begin() + kTeamId, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
  const std::string bundle = text.substr(dot + 1);
  const bool is_bundle = !bundle.empty() && bundle.size() <= 150 &&
                         bundle.find('.') != std::string::npos &&
                         std::all_of(bundle.begin(), bundle.end(), [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                  (c >= '0' && c <= '9') || c == '.' || c == '-';
                         });
  if (is_team && is_bundle) Add("apple:bundle:" + bundle, url, list);
}

}  // namespace

std::vector<AccountMention> AppsOfAssetLinks(std::string_view text, const std::string& url) {
  std::vector<AccountMention> list;
  const auto file = Json::Parse(text, url, 20);
  if (!file) return list;
  for (const Json& statement : file->Items()) {
    const Json& target = statement["target"];
    if (target["namespace"].AsString() != "android_app") continue;
    // Only what may open the site's pages is an app of the site; a password manager is not.
    const auto& relations = statement["relation"].Items();
    const bool opens = std::any_of(relations.begin(), relations.end(), [](const Json& relation) {
      return relation.AsString() == "delegate_permission/common.handle_all_urls";
    });
    if (opens) Add(AppValue("google", target["package_name"].AsString()), url, list);
  }
  return list;
}

std::vector<AccountMention> AppsOfSiteAssociation(std::string_view text, const std::string& url) {
  std::vector<AccountMention> list;
  const auto file = Json::Parse(text, url, 20);
  if (!file) return list;
  const Json& details = (*file)["applinks"]["details"];
  for (const Json& one : details.Items()) {
    AddBundle(one["appID"], url, list);
    for (const Json& id : one["appIDs"].Items()) AddBundle(id, url, list);
  }
  // The form of before 2015: {"ABCDE12345.nl.voorbeeld.app": {"paths": …}}.
  for (const auto& [id, value] : details.Members()) AddBundle(Json(id), url, list);
  return list;
}

std::vector<AccountMention> AppsOfManifest(std::string_view text, const std::string& url,
                                           const Networks& networks) {
  std::vector<AccountMention> list;
  const Json file = Json::ParseTolerant(text);
  for (const Json& app : file["related_applications"].Items()) {
    const std::string& platform = app["platform"].AsString();
    if (platform == "play") Add(AppValue("google", app["id"].AsString()), url, list);
    if (platform == "itunes") Add(AppValue("apple", app["id"].AsString()), url, list);
    const auto address = Url::Parse(app["url"].AsString());
    const auto account = address ? ClassifyLink(*address, networks) : std::nullopt;
    if (!account || account->network->channel != "app" || account->handle.empty()) continue;
    Add(account->value, url, list);
  }
  return list;
}

std::vector<std::string> ContactsOfSecurityTxt(std::string_view text) {
  std::vector<std::string> contacts;
  std::size_t lines = 0;
  for (std::string_view line : Split(text, '\n')) {
    if (++lines > kMaxLines) break;
    const std::size_t colon = line.find(':');
    if (colon == line.npos || !EqualsIgnoreAsciiCase(Trim(line.substr(0, colon)), "contact")) {
      continue;
    }
    std::string value(Trim(line.substr(colon + 1)));
    if (StartsWithIgnoreAsciiCase(value, "mailto:")) value = AsciiLower(value.substr(7));
    value = value.substr(0, value.find('?'));
    const bool is_known = std::find(contacts.begin(), contacts.end(), value) != contacts.end();
    if (!value.empty() && value.size() <= 300 && !is_known) contacts.push_back(std::move(value));
  }
  return contacts;
}

}  // namespace klikpad
