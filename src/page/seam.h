// Where one inline element ends and the next begins, style sheets part words that the source does
// not: "<span>E-mail</span><span>info@…".

#pragma once

#include "page/text_run.h"
#include "page/tree.h"

namespace klikpad {

// ASCII letters and digits, and all bytes of others.
bool IsLetterOrDigit(char c);

// True when a space belongs between what `run` ends with, the text node `last_text` (-1 for none),
// and the text node `text`. Elements around single letters make a word of them, a number may be cut
// by a change of type, and half an address is no word.
bool IsSeam(const Tree& tree, const TextRun& run, int last_text, int text);

}  // namespace klikpad
