// Splits at ASCII punctuation; dashes of Unicode count as written in UTF-8.

#include "find/text/sentences.h"

#include <algorithm>

namespace klikpad {
namespace {

constexpr std::size_t kMostBehindLeft = 25;  // bytes: "no longer active on our account on X"

bool IsBlank(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
}

template <typename Ends>
std::vector<Span> SplitAt(std::string_view text, Ends ends) {
  std::vector<Span> spans;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!ends(i)) continue;
    if (i > begin) spans.push_back({begin, i + 1});
    begin = i + 1;
  }
  if (begin < text.size()) spans.push_back({begin, text.size()});
  return spans;
}

bool EndsSentence(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == '|' || c == '\n') return true;
  if (text.substr(i).starts_with("\u2022") || text.substr(i).starts_with("\u00b7")) return true;
  return (c == '.' || c == '!' || c == '?') && IsBlank(text, i + 1);
}

bool EndsClause(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (EndsSentence(text, i)) return true;
  if (c == ',' || c == ';' || c == ':') return IsBlank(text, i + 1);
  if (c == '(' || c == ')') return true;
  return text.substr(i).starts_with("\u2013") || text.substr(i).starts_with("\u2014");
}

}  // namespace

std::vector<Span> Sentences(std::string_view text) {
  return SplitAt(text, [&](std::size_t i) { return EndsSentence(text, i); });
}

std::vector<Span> Clauses(std::string_view text) {
  return SplitAt(text, [&](std::size_t i) { return EndsClause(text, i); });
}

bool TextCues::Has(Cue cue, Span span) const {
  return std::any_of(cues.begin(), cues.end(), [&](const CueHit& hit) {
    const bool fits = hit.cue == cue || (cue == Cue::kNegation && hit.cue == Cue::kLeft);
    return fits && span.Holds(hit.begin);
  });
}

std::optional<Span> TextCues::LeftIn(std::string_view text, const IsMeant& is_meant) const {
  for (const Span& clause : Clauses(text)) {
    for (const CueHit& hit : cues) {
      if (hit.cue != Cue::kLeft || !clause.Holds(hit.begin)) continue;
      if (is_meant({hit.begin, std::min(clause.end, hit.end + kMostBehindLeft)})) return clause;
      const bool names_later =
          std::any_of(names.begin(), names.end(), [&](const Networks::Name& name) {
            return clause.Holds(name.begin) && name.begin >= hit.begin;
          });
      if (!names_later && is_meant({clause.begin, hit.begin})) return clause;
    }
  }
  return std::nullopt;
}

bool TextCues::HasName(std::size_t network, Span span) const {
  return std::any_of(names.begin(), names.end(), [&](const Networks::Name& name) {
    return name.network == network && span.Holds(name.begin);
  });
}

TextCues ReadCues(std::string_view text, const Networks& networks, std::string_view language) {
  TextCues read;
  const std::vector<TextWord> words = SplitWords(text);
  for (const PhraseSet::Hit& hit : networks.use_words.For(language).FindAll(words)) {
    read.cues.push_back({static_cast<Cue>(hit.id), hit.begin, hit.end});
  }
  read.names = networks.NamesIn(text, words);
  return read;
}

}  // namespace klikpad
