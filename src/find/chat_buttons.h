// Page → what a visitor can press to open a chat: buttons and links by their words, by the script
// behind them, or by the chat page of a vendor to which they lead.

#pragma once

#include <vector>

#include "model/brand.h"
#include "model/page.h"
#include "rules/vendors.h"

namespace klikpad {

struct ChatButton {
  int link = -1;           // index in Page::links, -1 for an element that is no link
  int vendor = -1;         // told by its script or address; -1 when only words speak
  bool by_script = false;  // an open call stands behind it
  bool by_words = false;   // its words say chat on their own
  bool is_action = false;  // a button, or a link that leads to no other page
  bool says_off = false;   // "chat is offline"
  Human human = Human::kUnknown;
};

// `has_vendor`: a vendor's marks stand on the page, so that weaker words count too.
std::vector<ChatButton> FindChatButtons(const Page& page, const Brand& brand,
                                        const Vendors& vendors, bool has_vendor);

// Words of `list` in `folded`, as whole words.
bool SaysAny(const std::vector<std::string>& list, std::string_view folded);

}  // namespace klikpad
