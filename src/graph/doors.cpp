// Finding links of contact that leave the site.

#include "graph/doors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <climits>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/domain.h"
#include "base/url.h"

namespace klikpad {
namespace {

// What a label promises is contact itself, or help that may hold it.
constexpr std::array<std::string_view, 7> kContactIntents = {"page", "phone", "mail",    "chat",
                                                             "form", "sms",   "callback"};
constexpr std::array<std::string_view, 3> kHelpIntents = {"help", "faq", "service"};
// On these pages a link in the middle is meant for whoever looks for help, too.
constexpr std::array kAskingRoles = {Role::kHome, Role::kContact, Role::kService, Role::kAsk,
                                     Role::kFaq};

enum class Promise { kNothing, kHelp, kContact };

template <typename List>
bool Holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool HasRole(const SitePage& page, Role role) {
  return std::any_of(page.found.roles.begin(), page.found.roles.end(),
                     [&](const PageRole& have) { return have.role == role; });
}

bool IsSeenPage(const SitePage& page) {
  return page.surface == Surface::kSite && page.is_read && !page.is_alternate;
}

// Hosts of networks that go by other names (wa.me) stand in the index, too.
bool IsNetworkHost(std::string_view host, const Networks& networks) {
  return networks.index.find(DomainLabel(host)) != networks.index.end();
}

class Finder {
 public:
  Finder(const SiteLook& look, const Rules& rules) : look_(look), rules_(rules) {
    for (const SitePage& page : look.pages) {
      if (!IsSeenPage(page)) continue;
      if (const auto url = Url::Parse(page.url)) own_hosts_.insert(url->Host());
      has_contact_ |= HasRole(page, Role::kContact) || HasRole(page, Role::kService);
    }
  }

  std::vector<Door> Find() {
    for (const SitePage& page : look_.pages) {
      if (!IsSeenPage(page) || page.hole != HoleReason::kNone) continue;
      const bool is_asking = std::any_of(kAskingRoles.begin(), kAskingRoles.end(),
                                         [&](Role role) { return HasRole(page, role); });
      for (const SiteLink& link : page.links) TakeLink(page, link, is_asking);
    }
    std::vector<Door> doors;
    for (auto& [host, door] : by_host_) doors.push_back(std::move(door));
    std::sort(doors.begin(), doors.end(), [](const Door& a, const Door& b) {
      return std::tuple(a.clicks.value_or(INT_MAX), std::string_view(a.url)) <
             std::tuple(b.clicks.value_or(INT_MAX), std::string_view(b.url));
    });
    return doors;
  }

 private:
  Promise PromiseOf(std::string_view label) const {
    Promise promise = Promise::kNothing;
    for (const LabelMatch& match : rules_.vocabulary.FindLabels(label, "")) {
      if (!match.is_whole) continue;
      if (Holds(kContactIntents, match.label->intent)) return Promise::kContact;
      if (Holds(kHelpIntents, match.label->intent)) promise = Promise::kHelp;
    }
    return promise;
  }

  void TakeLink(const SitePage& page, const SiteLink& link, bool is_asking) {
    if (link.label.empty() || link.is_frame) return;
    if (link.region == Region::kMain && !is_asking) return;
    // An address of the site's that redirects away is one of its pages.
    const SitePage* answer =
        link.to < 0 ? nullptr : &look_.pages[static_cast<std::size_t>(link.to)];
    if (answer && (answer->redirect_url.empty() || answer->redirect_to >= 0)) return;
    const std::string_view label = link.label.View();
    const std::string_view address =
        answer ? std::string_view(answer->redirect_url) : link.url.View();
    auto known = promises_.find(label);
    if (known == promises_.end()) {
      known = promises_.emplace(std::string(label), PromiseOf(label)).first;
    }
    const Promise promise = known->second;
    if (promise == Promise::kNothing || (promise == Promise::kHelp && has_contact_)) return;
    const auto url = Url::Parse(address);
    if (!url || !url->IsHttp() || own_hosts_.count(url->Host()) > 0) return;
    if (IsNetworkHost(url->Host(), rules_.networks)) return;
    Add(page, label, *url);
  }

  void Add(const SitePage& page, std::string_view label, const Url& url) {
    Door door;
    door.url = url.WithoutFragment();
    door.text =
        fmt::format("the link '{}' leads to {}, where nobody has looked", label, url.Host());
    for (Role role : rules_.vocabulary.RolesNamed(label)) door.roles.insert(role);
    if (page.clicks) door.clicks = *page.clicks + 1;
    const auto [at, is_new] = by_host_.emplace(url.Host(), door);
    if (is_new) return;
    Door& have = at->second;
    const bool is_nearer = door.clicks.value_or(INT_MAX) < have.clicks.value_or(INT_MAX);
    std::set<Role> roles = std::move(have.roles);
    roles.insert(door.roles.begin(), door.roles.end());
    if (is_nearer) have = std::move(door);
    have.roles = std::move(roles);
  }

  const SiteLook& look_;
  const Rules& rules_;
  std::set<std::string, std::less<>> own_hosts_;
  std::map<std::string, Promise, std::less<>> promises_;
  std::map<std::string, Door, std::less<>> by_host_;
  bool has_contact_ = false;
};

}  // namespace

std::vector<Door> FindDoors(const SiteLook& look, const Rules& rules) {
  return Finder(look, rules).Find();
}

}  // namespace klikpad
