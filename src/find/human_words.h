// Whether a human answers, by the words around a contact: "chat met een medewerker", "onze chatbot
// helpt u". Unknown when they say nothing, or both.

#pragma once

#include <string_view>

#include "model/contact.h"
#include "model/page.h"
#include "rules/vocabulary.h"

namespace klikpad {

// By the lists `bot` and `colleague` of the vocabulary.
Human WhoAnswers(std::string_view text, const Vocabulary& words);

// Sets `human` of chats, messengers and calls for which nothing else has told it.
void ReadWhoAnswers(const Page& page, const Vocabulary& words, Findings& found);

}  // namespace klikpad
