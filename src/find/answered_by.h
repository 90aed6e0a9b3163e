// Who answers at a contact point, decided when the whole site is known: one page says that a human
// chats, the others only load the chat.

#pragma once

#include "model/site.h"

namespace klikpad {

// Sets `human` of contact points that do not say it themselves from others of the same channel and
// value: a human wins over a machine, which may hand over.
void ShareWhoAnswers(SiteLook& look);

}  // namespace klikpad
