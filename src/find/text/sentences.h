// Text → sentences and clauses, by punctuation alone; and what the words in a block of text say of
// networks and of what they are used for.

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "rules/networks.h"

namespace klikpad {

struct Span {
  std::size_t begin = 0, end = 0;  // bytes
  bool Holds(std::size_t at) const { return begin <= at && at < end; }
};

// A full stop inside a word or number ("shop.example", "24.00") ends nothing.
std::vector<Span> Sentences(std::string_view text);
// Also at commas, colons, semicolons, brackets and dashes.
std::vector<Span> Clauses(std::string_view text);

struct CueHit {
  Cue cue = Cue::kContact;
  std::size_t begin = 0, end = 0;
};

// What a text says: cues and names of networks, left to right.
struct TextCues {
  std::vector<CueHit> cues;
  std::vector<Networks::Name> names;

  // Of Cue::kNegation: also one that says that an account was left.
  bool Has(Cue cue, Span span) const;
  bool HasName(std::size_t network, Span span) const;
  // The clause of `text` that says that the brand left what `is_meant` finds in a span: right
  // behind the words ("niet meer actief op X"), else before them ("op X niet meer actief").
  using IsMeant = std::function<bool(Span)>;
  std::optional<Span> LeftIn(std::string_view text, const IsMeant& is_meant) const;
};

TextCues ReadCues(std::string_view text, const Networks& networks, std::string_view language);

}  // namespace klikpad
