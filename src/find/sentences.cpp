// Splits at ASCII punctuation; dashes of Unicode count as written in UTF-8.

#include "find/sentences.h"

#include <algorithm>

namespace klikpad {
namespace {

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
  return std::any_of(cues.begin(), cues.end(),
                     [&](const CueHit& hit) { return hit.cue == cue && span.Holds(hit.begin); });
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
