// Contacts of app.yaml.

#include "app/app_contact.h"

#include <algorithm>

#include "base/text.h"
#include "base/url.h"
#include "find/accounts/classify_link.h"
#include "find/email/address.h"
#include "find/phone/numbers.h"

namespace klikpad {
namespace {

// The account as the network itself writes it; nothing when the words are no account.
std::optional<AccountLink> AccountOf(const AppItem& item, const Networks& networks) {
  std::string_view handle = Trim(item.value);
  if (handle.starts_with('@')) handle.remove_prefix(1);
  std::vector<std::string> addresses{item.value, "https://" + item.value};
  for (const Network& network : networks.list) {
    if (network.channel != item.channel) continue;
    for (const std::string& host : network.hosts) {
      if (host.ends_with('*')) continue;
      for (const char* before : {"/", "/@"}) {
        addresses.push_back("https://" + host + before + std::string(handle));
      }
    }
  }
  for (const std::string& address : addresses) {
    const auto url = Url::Parse(address);
    if (!url) continue;
    auto link = ClassifyLink(*url, networks);
    if (link && link->network->channel == item.channel && link->use && !link->value.empty() &&
        (link->use == Use::kContact || link->use == Use::kFollow)) {
      return link;
    }
  }
  return std::nullopt;
}

// What a tester's word for a contact means; nothing when it is no such contact.
class ContactReader {
 public:
  ContactReader(const AppItem& item, const Rules& rules, const PageContext& context)
      : item_(item), rules_(rules), context_(context) {}

  // `seen` is what the detectors found in that line.
  std::optional<ContactPoint> Read(const std::vector<ContactPoint>& seen, const std::string& page) {
    ContactPoint point;
    const std::string& channel = item_.channel;
    if (IsDialled(channel)) {
      const auto phone = std::find_if(seen.begin(), seen.end(),
                                      [](const ContactPoint& p) { return IsDialled(p.channel); });
      if (phone == seen.end()) return std::nullopt;
      point = *phone;
    } else if (channel == "email") {
      const auto address = CanonicalEmail(item_.value);
      if (!address) return std::nullopt;
      point.value = *address;
      point.url = "mailto:" + *address;
    } else if (channel == "form" || channel == "callback") {
      point.value = page;
    } else if (channel == "chat" || channel == "address" || channel == "app") {
      point.value = item_.value.empty() ? "in-app" : AsciiLower(item_.value);
    } else if (const auto account = AccountOf(item_, rules_.networks)) {
      point.value = account->value;
      point.handle = account->handle;
      point.url = account->url;
    } else if (const auto number = ParseDialNumber(item_.value, context_.country)) {
      point.value = number->e164;  // a messenger
    } else if (item_.value.empty()) {
      point.value = "in-app";
    } else {
      return std::nullopt;
    }
    Settle(point);
    return point;
  }

 private:
  void Settle(ContactPoint& point) const {
    point.channel = item_.channel;
    point.use = item_.use;
    point.owner = Owner::kOwn;
    point.signals = {"stands in the brand's own app"};
    point.label = WordsOf(item_);
    point.display = item_.value.empty() ? point.label : item_.value;
    if (point.display.empty()) point.display = Name();
    if (point.label.empty()) point.label = point.display;
    // A form or an address that stands on the screen is there; all else has to be tapped.
    const bool stands_there =
        item_.channel == "form" || item_.channel == "callback" || item_.channel == "address";
    point.is_clickable = item_.is_behind_label || !stands_there;
    point.is_visible = !item_.is_hidden;
    point.is_data_only = false;
    if (item_.human != Human::kUnknown) point.human = item_.human;
    if (!item_.purpose.empty()) point.purpose = item_.purpose;
    point.confidence = Confidence::kSure;
    point.quote = point.label;
  }

  std::string Name() const {
    const ChannelInfo* channel = rules_.channels.Find(item_.channel);
    if (channel == nullptr) return item_.channel;
    return context_.language == "nl" ? channel->name_nl : channel->name_en;
  }

  const AppItem& item_;
  const Rules& rules_;
  const PageContext& context_;
};

}  // namespace

bool IsDialled(const std::string& channel) {
  return channel == "phone" || channel == "fax" || channel == "sms";
}

std::string WordsOf(const AppItem& item) {
  if (!item.label.empty()) return item.label;
  return item.kind == AppItemKind::kAddress ? item.url : item.value;
}

std::optional<ContactPoint> ReadAppContact(const AppItem& item,
                                           const std::vector<ContactPoint>& seen,
                                           const std::string& page, const Rules& rules,
                                           const PageContext& context) {
  return ContactReader(item, rules, context).Read(seen, page);
}

}  // namespace klikpad
