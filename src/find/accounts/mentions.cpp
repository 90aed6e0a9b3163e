// Each source by itself; a mention counts once a page.

#include "find/accounts/mentions.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "find/accounts/classify_link.h"
#include "find/text/data_items.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxMentions = 200;

class Mentions {
 public:
  explicit Mentions(const Rules& rules) : rules_(rules) {}

  void AddUrl(std::string_view text, const std::string& where, bool is_person,
              std::string_view marked_as = {}) {
    const auto url = Url::Parse(Trim(text));
    if (!url) return;
    const auto account = ClassifyLink(*url, rules_.networks, marked_as);
    if (!account || account->handle.empty() || account->network->channel.empty()) return;
    if (account->use != Use::kFollow && account->use != Use::kContact) return;
    Add({account->network->channel, account->value, account->handle, where,
         is_person || account->is_person});
  }

  // "@voorbeeld" of a meta tag.
  void AddHandle(const std::string& network, std::string_view text, const std::string& where,
                 bool is_person) {
    std::string handle(Trim(text));
    if (handle.starts_with('@')) handle.erase(0, 1);
    const Network* known = rules_.networks.Find(network);
    if (handle.empty() || !known || known->hosts.empty()) return;
    if (handle.find("://") != std::string::npos) return AddUrl(handle, where, is_person);
    AddUrl("https://" + known->hosts.front() + "/" + PercentEncode(handle), where, is_person);
  }

  std::vector<AccountMention> Take() { return std::move(list_); }

 private:
  void Add(AccountMention mention) {
    if (list_.size() >= kMaxMentions) return;
    if (std::find(list_.begin(), list_.end(), mention) != list_.end()) return;
    list_.push_back(std::move(mention));
  }

  const Rules& rules_;
  std::vector<AccountMention> list_;
};

void AddMetas(const Page& page, Mentions& mentions) {
  for (const auto& [name, content] : page.metas) {
    if (name == "twitter:site") mentions.AddHandle("twitter", content, name, false);
    if (name == "twitter:creator") mentions.AddHandle("twitter", content, name, true);
    if (name == "article:publisher") mentions.AddUrl(content, name, false);
    if (name == "article:author") mentions.AddUrl(content, name, true);
    if (name == "og:see_also") mentions.AddUrl(content, name, false);
    if (name == "fediverse:creator") {
      const std::size_t at = content.rfind('@');
      if (at == std::string::npos || at == 0) continue;
      std::string user = content.substr(0, at);
      if (user.starts_with('@')) user.erase(0, 1);
      mentions.AddUrl("https://" + content.substr(at + 1) + "/@" + user, name, true, "mastodon");
    }
  }
}

void AddUrls(const Json& value, const std::string& where, bool is_person, Mentions& mentions) {
  if (value.IsString()) mentions.AddUrl(value.AsString(), where, is_person);
  for (const Json& item : value.Items()) {
    if (item.IsString()) mentions.AddUrl(item.AsString(), where, is_person);
  }
}

void AddData(const Page& page, Mentions& mentions) {
  if (page.data.empty()) return;
  const DataJoins joins(page);
  std::vector<const Json*> items = DataItems(page);
  items.insert(items.end(), joins.Untyped().begin(), joins.Untyped().end());
  for (const Json* item : items) {
    const bool is_person = joins.HasType(*item, "Person");
    AddUrls((*item)["sameAs"], "sameAs", is_person, mentions);
    if (HasType(*item, "ContactPoint")) {
      AddUrls((*item)["url"], "contact-point", is_person, mentions);
    }
  }
}

bool HasWord(std::string_view list, std::string_view word) {
  for (std::string_view each : Split(list, ' ')) {
    if (each == word) return true;
  }
  return false;
}

// rel=me on links of the page and of its head; u-url inside an h-card.
void AddLinks(const Page& page, Mentions& mentions) {
  for (const auto& [rel, href] : page.rel_links) {
    if (HasWord(rel, "me")) mentions.AddUrl(href, "rel=me", false, "mastodon");
    if (HasWord(rel, "publisher")) mentions.AddUrl(href, "rel=publisher", false);
  }
  for (const Link& link : page.links) {
    if (HasWord(link.rel, "me")) mentions.AddUrl(link.url, "rel=me", false, "mastodon");
    const auto css_class = page.document.Attr(link.node, "class");
    if (!css_class || !HasWord(*css_class, "u-url")) continue;
    for (int node = link.node; node > 0;
         node = page.document.nodes[static_cast<std::size_t>(node)].parent) {
      const auto outer = page.document.Attr(node, "class");
      if (!outer || !(HasWord(*outer, "h-card") || HasWord(*outer, "vcard"))) continue;
      mentions.AddUrl(link.url, "h-card", false);
      break;
    }
  }
}

}  // namespace

std::vector<AccountMention> FindMentions(const Page& page, const Rules& rules) {
  Mentions mentions(rules);
  AddMetas(page, mentions);
  AddData(page, mentions);
  AddLinks(page, mentions);
  return mentions.Take();
}

}  // namespace klikpad
