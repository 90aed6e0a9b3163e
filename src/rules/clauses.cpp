// Clauses end at . ! ? ; : line breaks, and before "maar" and "but".

#include "rules/clauses.h"

#include <array>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostClauses = 100;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_';
}

bool EndsClause(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return true;
  if (c == '!' || c == '?') return true;
  // "15.00 uur", "bank.example", "10:30" do not end here.
  const bool is_mark = c == '.' || c == ';' || c == ':';
  return is_mark && (at + 1 == text.size() || IsSpace(text[at + 1]));
}

// "maar", "but" as a word of its own, not at the beginning.
bool TurnsHere(std::string_view text, std::size_t begin, std::size_t at) {
  if (at == begin || !IsSpace(text[at - 1])) return false;
  for (const std::string_view word : {std::string_view("maar"), std::string_view("but")}) {
    if (StartsWithIgnoreAsciiCase(text.substr(at), word) &&
        (at + word.size() == text.size() || !IsWordByte(text[at + word.size()]))) {
      return true;
    }
  }
  return false;
}

std::string FoldText(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return FoldAccents(text);
  }
  return AsciiLower(text);  // most messages; much faster
}

// Addresses and accounts say nothing by their letters.
std::string WithoutNames(const std::string& folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = std::string_view(folded).substr(at);
    const bool begins = at == 0 || !IsWordByte(folded[at - 1]);
    std::size_t size = 0;
    if (begins &&
        (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."))) {
      while (size < rest.size() && !IsSpace(rest[size])) ++size;
      out += "url";
    } else if (begins && rest.size() > 1 && rest[0] == '@' && IsWordByte(rest[1])) {
      size = 1;
      while (size < rest.size() && (IsWordByte(rest[size]) || rest[size] == '.')) ++size;
      out += "@x";
    } else {
      size = 1;
      out += rest[0] == '\n' || rest[0] == '\t' || rest[0] == '\r' ? ' ' : rest[0];
    }
    at += size;
  }
  return ReplaceAll(std::move(out), "\xE2\x80\x99", "'");
}

}  // namespace

std::vector<Clause> SplitClauses(std::string_view text) {
  std::vector<Clause> clauses;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end, bool is_question) {
    const std::string_view part = Trim(text.substr(begin, end - begin));
    if (!part.empty()) clauses.push_back({part, WithoutNames(FoldText(part)), is_question});
    begin = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (clauses.size() + 1 >= kMostClauses) break;
    if (TurnsHere(text, begin, at)) add(at, false);
    if (!EndsClause(text, at)) continue;
    bool is_question = false;
    while (at < text.size() && EndsClause(text, at)) is_question |= text[at++] == '?';
    add(at, is_question);
    --at;
  }
  add(text.size(), false);
  return clauses;
}

}  // namespace klikpad
