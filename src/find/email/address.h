// What an e-mail address may look like (RFC 5322 §3.4.1, the part of it that mail systems accept),
// and where addresses stand in text.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// A byte of a local part: atext of RFC 5322 §3.2.3 but for what punctuation around addresses is
// made of.
bool IsLocalByte(char c);
// The end of the domain name that begins at `at`. Typographic quotes and dashes end it.
std::size_t DomainEnd(std::string_view text, std::size_t at);

}  // namespace klikpad
