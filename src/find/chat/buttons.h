// Page → what a visitor can press to open a chat: buttons and links by their words, by the script
// behind them, or by the chat page of a vendor to which they lead.

#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "find/text/page_glance.h"
#include "model/brand.h"
#include "model/page.h"
#include "rules/rules.h"
#include "rules/vendors.h"

namespace klikpad {

struct ChatButton {
  Link link;               // of the page, or made of a button or an element with a script
  int vendor = -1;         // told by its script or address; -1 when only words speak
  bool by_script = false;  // an open call stands behind it
  bool by_words = false;   // its words say chat on their own
  bool is_action = false;  // a button, or a link that leads to no other page
  bool says_off = false;   // "chat is offline"
  Human human = Human::kUnknown;
};

// `on_click`: nodes with a script, in order. `has_vendor`: a vendor's marks stand on the page, so
// that weaker words count too.
std::vector<ChatButton> FindChatButtons(const Page& page, const Brand& brand, const Rules& rules,
                                        const PageGlance& glance, const std::vector<int>& on_click,
                                        bool has_vendor);

// Which kinds of wording a folded text holds, as whole words.
struct ChatWording {
  std::array<bool, 7> says{};
  bool is_second = false;    // all of the text is one of the weaker wordings
  bool begins_with = false;  // it begins with "chat with"
  bool SaysAnything() const { return std::find(says.begin(), says.end(), true) != says.end(); }
  bool Says(ButtonWords kind) const { return says[static_cast<std::size_t>(kind)]; }
};
ChatWording ReadWording(const Vendors& vendors, std::string_view folded);

}  // namespace klikpad
