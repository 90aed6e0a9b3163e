// What can be told of a script's text without running it: whether a name stands as code, which
// address is written somewhere, whether it loads things.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace klikpad {

// Letters, digits, "_" and "$".
bool IsIdentifier(char c);
// The byte at `at`, NUL past the end.
char At(std::string_view text, std::size_t at);
// At most 160 bytes around a place, on one line, for quoting.
std::string Around(std::string_view text, std::size_t at, std::size_t size);
// "https:\/\/x.example\/y" and "\u002F", as JSON and templates write addresses, with plain slashes.
std::string UnescapeSlashes(std::string_view text);
// The address of a program rather than of a page: ".../embed.js", "/widget/…".
bool IsProgramAddress(std::string_view address);
// In a line comment, or in a block comment that is still open.
bool IsCommentedOut(std::string_view script, std::size_t at);
// A name stands as code, not as a word in a sentence or in a list of names.
bool IsCode(std::string_view script, std::size_t at, std::size_t size);
// The script makes elements, fetches or writes.
bool LoadsThings(std::string_view script);
// The address that a script writes around `at`: "//host/path", or "host/path" as a string of its
// own.
std::optional<std::string> AddressAround(std::string_view script, std::size_t at);

}  // namespace klikpad
