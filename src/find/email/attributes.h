// Addresses in the attributes of elements, where scripts and style sheets fetch them from, and text
// that a style sheet turns round.

#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "rules/emails.h"

namespace klikpad {

struct AttributeEmail {
  int node = 0;
  std::string address;  // canonical
  std::string signal;   // how it was hidden, in words
  bool needs_javascript = false;
  std::string quote;
};

std::vector<AttributeEmail> AttributeEmails(const Document& document, const EmailFacts& facts);

}  // namespace klikpad
