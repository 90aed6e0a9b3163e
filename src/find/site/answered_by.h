// Who answers in a chat or messenger, decided when the whole site is known: one page says that a
// human chats, the others only load the chat.

#pragma once

#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// Sets `human` where the detector could not: by the words of the text around, else by what other
// places of the same channel and value say. There a human wins over a machine, which may hand over.
void DecideWhoAnswers(SiteLook& look, const Rules& rules);

}  // namespace klikpad
