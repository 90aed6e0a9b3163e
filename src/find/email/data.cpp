// Walks items without recursion; an address may be written as a mailto: link.

#include "find/email/data.h"

#include <optional>

#include "find/email/address.h"
#include "find/email/uri.h"
#include "find/text/data_items.h"

namespace klikpad {
namespace {

constexpr int kMaxSteps = 5'000;       // values of one item
constexpr std::size_t kMaxText = 300;  // bytes

void Add(const DataItem& item, const std::string& text, std::vector<DataEmail>& found) {
  if (text.size() > kMaxText) return;
  std::optional<std::string> address = CanonicalEmail(text);
  if (!address) {
    const std::vector<std::string> recipients = MailtoRecipients(text);
    if (!recipients.empty()) address = recipients[0];
  }
  if (address) found.push_back({&item, text, *std::move(address)});
}

}  // namespace

std::vector<DataEmail> EmailsInData(const Page& page) {
  std::vector<DataEmail> found;
  for (const DataItem& item : page.data) {
    std::vector<const Json*> open{&item.value};
    for (int steps = 0; !open.empty() && steps < kMaxSteps; ++steps) {
      const Json* value = open.back();
      open.pop_back();
      for (const Json& child : value->Items()) open.push_back(&child);
      for (const auto& [key, member] : value->Members()) {
        if (key == "email") {
          if (member.IsString()) Add(item, member.AsString(), found);
          for (const Json& one : member.Items()) Add(item, one.AsString(), found);
        } else if ((member.IsArray() || member.IsObject()) && !IsOfOthers(*value, key)) {
          open.push_back(&member);
        }
      }
    }
  }
  return found;
}

}  // namespace klikpad
