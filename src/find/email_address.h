// What an e-mail address may look like (RFC 5322 §3.4.1, the part of it that mail systems accept),
// and where addresses stand in plain or disguised text.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/emails.h"

namespace klikpad {

// "Info@Firma.NL" → "info@firma.nl"; an international domain in its ASCII form. Nothing for text
// that is no address, or whose domain ends in no top-level domain.
std::optional<std::string> CanonicalEmail(std::string_view text);

struct SeenEmail {
  std::size_t begin = 0, end = 0;  // in the text
  std::string address;             // canonical
  bool is_disguised = false;
};

// Addresses with "@" in text, in order. Not those inside web addresses (user:password@host).
std::vector<SeenEmail> FindPlainEmails(std::string_view text);
// "info [at] firma [dot] nl", "info apenstaartje firma punt nl".
std::vector<SeenEmail> FindDisguisedEmails(std::string_view text, const EmailFacts& facts);

}  // namespace klikpad
