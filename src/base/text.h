// Text in UTF-8: cleaning, folding, splitting, and the nearest word to a misspelt one.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

// True when `text` is valid UTF-8 (no surrogates, no overlong forms).
bool IsValidUtf8(std::string_view text);
// Invalid bytes become U+FFFD, as the WHATWG Encoding Standard decodes.
std::string ToValidUtf8(std::string_view text);
// The longest prefix of at most `max_bytes` bytes that ends at a character.
std::string_view CutUtf8(std::string_view text, std::size_t max_bytes);
void AppendUtf8(std::string& out, char32_t code_point);

// White space runs (with U+00A0, U+2000-200A, U+202F, U+3000) become one space, ends are trimmed,
// soft hyphens and zero-width characters go.
std::string CollapseSpace(std::string_view text);
std::string_view Trim(std::string_view text);  // ASCII white space
std::string AsciiLower(std::string_view text);
// Lower case for all scripts (ICU case folding). Accents stay.
std::string FoldCase(std::string_view text);
// FoldCase, and letters lose their accents ("é" → "e", "ß" → "ss"), for comparison only.
std::string FoldAccents(std::string_view text);
bool EqualsIgnoreAsciiCase(std::string_view a, std::string_view b);
bool StartsWithIgnoreAsciiCase(std::string_view text, std::string_view prefix);

std::vector<std::string_view> Split(std::string_view text, char separator);  // keeps empty parts
std::string Join(const std::vector<std::string>& parts, std::string_view separator);
std::string ReplaceAll(std::string text, std::string_view from, std::string_view to);

// "ING Bank N.V." → "ing-bank-n-v": lower-case ASCII letters and digits joined by hyphens, at most
// 64 bytes; "brand" when nothing is left.
std::string Slug(std::string_view text);

// The candidate with the smallest edit distance (Damerau-Levenshtein, at most a third of the
// length, at least 1), "" when none is near. For "did you mean".
std::string Nearest(std::string_view word, const std::vector<std::string>& candidates);

// &, <, >, ", ' as entities, for HTML text and quoted attributes, and for XML.
std::string EscapeHtml(std::string_view text);
// Control characters (but tab and newline) and marks that turn the direction of writing made
// visible as "\x1b" and "\u202e", so that a site's text cannot drive a terminal.
std::string ForTerminal(std::string_view text);

}  // namespace klikpad
