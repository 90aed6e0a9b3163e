// URL → which network or messenger it leads to, whose account, and what for. Pure: host and path
// against rules/networks.yaml and rules/messaging.yaml, after redirectors are unwrapped.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/url.h"
#include "model/signals.h"
#include "rules/networks.h"

namespace klikpad {

struct AccountLink {
  const Network* network =
      nullptr;       // never null in an answer; lives in the Networks that was asked
  std::string kind;  // of the rule: "profile", "share", "post" …; also "home" (the bare host),
                     // "reserved", "other", or a kind of host that carries no accounts
  std::optional<Use> use;  // nothing: a way to nobody
  std::string handle;      // lower case where the network's handles are; "" when none is named
  std::string value;       // canonical: handle, "company/slug", "+31612345678"; the address itself
                           // for content without an account; "" for shares
  bool is_person = false;  // somebody's own account rather than an organisation's
  std::optional<Sign> problem;  // why the link cannot work as meant
  std::string url;              // after redirectors, serialised
};

// `marked_as`: id of the network that the link claims to be (its label, rel=me), for networks whose
// accounts can stand on any host (Mastodon). Nothing when no network claims the address.
std::optional<AccountLink> ClassifyLink(const Url& url, const Networks& networks,
                                        std::string_view marked_as = {});

// As ClassifyLink; an address below an account that the network does not know
// ("twitter.com/jan/zie") is the account's: what is looked for is whose link it is, not whether it
// still opens.
std::optional<AccountLink> ClassifyNearest(const Url& url, const Networks& networks,
                                           std::string_view marked_as = {});

// A number as a messenger's link writes it, by its digits alone: "0031 6 1234" → "+3161234",
// "31612345678" → "+31612345678". A national or short number stays as its digits; "" when there are
// none.
std::string NumberInLink(std::string_view written);

}  // namespace klikpad
