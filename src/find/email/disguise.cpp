// Walks from the word for "@" to both sides.

#include "find/email/disguise.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klikpad {
namespace {

struct Word {
  std::size_t begin, end;
};

bool Holds(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

char Closing(char open) {
  switch (open) {
    case '(':
      return ')';
    case '[':
      return ']';
    case '{':
      return '}';
    case '<':
      return '>';
    case '_':
    case '*':
    case '|':
    case '-':
    case '/':
      return open;
    default:
      return '\0';
  }
}

// Walks "jan (punt) de-vries [at] firma dot nl" from its "at" to both sides.
class Disguise {
 public:
  Disguise(std::string_view text, const std::string& lower, const EmailFacts& facts)
      : text_(text), lower_(lower), facts_(facts) {}

  // `at` is the word for "@" with its brackets. Nothing when no address comes out.
  std::optional<SeenEmail> Around(Word at, bool is_bracketed) const {
    std::string domain;
    std::size_t end = 0;
    bool has_word_dot = false;
    if (!ReadDomain(at.end, domain, end, has_word_dot)) return std::nullopt;
    if (!is_bracketed && !has_word_dot) return std::nullopt;
    std::string local;
    const std::size_t begin = ReadLocal(at.begin, local);
    if (local.empty()) return std::nullopt;
    std::optional<std::string> address = CanonicalEmail(local + "@" + domain);
    if (!address) return std::nullopt;
    while (end > at.end && text_[end - 1] == '.') --end;  // ends the sentence
    return SeenEmail{begin, end, std::move(*address), true};
  }

  // "[put the at sign here]": the end of brackets with a word for "@" amid others, or 0.
  std::size_t AskingEnd(std::size_t at) const {
    if (at >= lower_.size() || (lower_[at] != '[' && lower_[at] != '(' && lower_[at] != '{')) {
      return 0;
    }
    const std::size_t close = lower_.find(Closing(lower_[at]), at + 1);
    if (close == lower_.npos || close - at > 40) return 0;
    const std::string_view inside = std::string_view(lower_).substr(at + 1, close - at - 1);
    for (const std::string& word : facts_.at_within) {
      const std::size_t found = inside.find(word);
      if (found == inside.npos) continue;
      const std::size_t end = found + word.size();
      const bool starts = found == 0 || inside[found - 1] == ' ';
      if (starts && (end == inside.size() || inside[end] == ' ')) return close + 1;
    }
    return 0;
  }

  // A bracketed word of `words` at `at`, spaces around and inside allowed; its end, or 0.
  std::size_t BracketedEnd(std::size_t at, const std::vector<std::string>& words) const {
    std::size_t i = at;
    while (i < lower_.size() && lower_[i] == ' ') ++i;
    if (i >= lower_.size()) return 0;
    const char closing = Closing(lower_[i]);
    if (closing == '\0') return 0;
    const std::size_t close = lower_.find(closing, i + 1);
    if (close == lower_.npos || close - i > 18) return 0;
    const std::string_view inside = Trim(std::string_view(lower_).substr(i + 1, close - i - 1));
    if (inside.empty() || !Holds(words, inside)) return 0;
    return close + 1;
  }

 private:
  std::size_t SkipSpaces(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at;
  }
  std::size_t BareEnd(std::size_t at, const std::vector<std::string>& words) const {
    if (at >= lower_.size() || lower_[at] != ' ') return 0;
    const std::size_t begin = SkipSpaces(at);
    const std::size_t end = lower_.find(' ', begin);
    if (end == lower_.npos) return 0;
    return Holds(words, std::string_view(lower_).substr(begin, end - begin)) ? end : 0;
  }

  bool ReadDomain(std::size_t at, std::string& domain, std::size_t& end, bool& has_word_dot) const {
    std::size_t i = SkipSpaces(at);
    for (int parts = 0; parts < 6; ++parts) {
      const std::size_t label_end = DomainEnd(text_, i);
      if (label_end == i) break;
      domain += text_.substr(i, label_end - i);
      end = label_end;
      std::size_t next = BracketedEnd(label_end, facts_.dot_bracketed);
      if (next == 0) next = BareEnd(label_end, facts_.dot_bare);
      // "firma . nl"
      if (next == 0 && text_.compare(label_end, 3, " . ") == 0) next = label_end + 2;
      if (next == 0) break;
      has_word_dot = true;
      domain += '.';
      i = SkipSpaces(next);
    }
    return domain.find('.') != domain.npos;
  }

  // The word before `at`, with spelt-out dots joined: "jan (punt) jansen".
  std::size_t ReadLocal(std::size_t at, std::string& local) const {
    std::size_t begin = at;
    for (int parts = 0; parts < 4; ++parts) {
      std::size_t i = begin;
      while (i > 0 && text_[i - 1] == ' ') --i;
      std::size_t word = i;
      while (word > 0 && IsLocalByte(text_[word - 1])) --word;
      if (word == i) break;
      local = std::string(text_.substr(word, i - word)) + (local.empty() ? "" : ".") + local;
      begin = word;
      std::size_t before = word;
      while (before > 0 && text_[before - 1] == ' ') --before;
      if (before == 0 || (text_[before - 1] != ')' && text_[before - 1] != ']')) break;
      const std::size_t open = lower_.find_last_of("([", before - 1);
      if (open == lower_.npos || BracketedEnd(open, facts_.dot_bracketed) != before) break;
      begin = open;
    }
    return begin;
  }

  std::string_view text_;
  const std::string& lower_;
  const EmailFacts& facts_;
};

}  // namespace

namespace {

// What a word for "@" may begin with: brackets of any kind, or the space before it.
constexpr std::array<bool, 256> kMayBegin = [] {
  std::array<bool, 256> begins{};
  for (const char c : std::string_view(" ([{<_*|")) begins[static_cast<unsigned char>(c)] = true;
  return begins;
}();

// False when nothing in the text can stand for "@": most text is passed over in one go.
bool MayDisguise(std::string_view text, const EmailFacts& facts) {
  for (std::size_t i = 1; i + 3 < text.size(); ++i) {
    if (!kMayBegin[static_cast<unsigned char>(text[i])]) continue;
    if (text[i] != ' ' || text[i + 1] == '-' || text[i + 1] == '/') return true;
    const char next = static_cast<char>(text[i + 1] | 0x20);
    for (const std::string& word : facts.at_bare) {
      if (word[0] != next) continue;
      const std::size_t end = i + 1 + word.size();
      if (end < text.size() && text[end] == ' ' &&
          EqualsIgnoreAsciiCase(text.substr(i + 1, word.size()), word)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::optional<std::string> WithoutDecoy(std::string_view written, const EmailFacts& facts) {
  for (const std::string& decoy : facts.decoys) {
    std::string capitals = decoy;
    for (char& c : capitals) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    std::size_t begin = written.find(capitals);
    if (begin == written.npos) continue;
    std::size_t end = begin + capitals.size();
    constexpr std::string_view kTies = ".-_";
    const auto is_tie = [&](std::size_t at) {
      return at < written.size() && kTies.find(written[at]) != kTies.npos;
    };
    if (is_tie(end)) {
      ++end;
    } else if (begin > 0 && is_tie(begin - 1)) {
      --begin;
    }
    return CanonicalEmail(std::string(written.substr(0, begin)) + std::string(written.substr(end)));
  }
  return std::nullopt;
}

std::vector<SeenEmail> FindDisguisedEmails(std::string_view text, const EmailFacts& facts) {
  std::vector<SeenEmail> found;
  if (!MayDisguise(text, facts)) return found;
  const std::string lower = AsciiLower(text);
  const Disguise disguise(text, lower, facts);
  std::size_t floor = 0;
  for (std::size_t i = 1; i + 3 < lower.size(); ++i) {
    std::size_t begin = 0, end = 0;
    bool is_bracketed = false;
    const bool is_hook = lower[i] == '-' || lower[i] == '/';  // only apart: "info -at- firma"
    if (Closing(lower[i]) != '\0' && (!is_hook || lower[i - 1] == ' ')) {
      end = disguise.BracketedEnd(i, facts.at_bracketed);
      if (end == 0) end = disguise.AskingEnd(i);
      begin = i;
      is_bracketed = end != 0;
    } else if (lower[i] == ' ') {
      const std::size_t word_end = lower.find(' ', i + 1);
      if (word_end != lower.npos && word_end - i < 16 &&
          Holds(facts.at_bare, std::string_view(lower).substr(i + 1, word_end - i - 1))) {
        begin = i;
        end = word_end;
      }
    }
    if (end == 0) continue;
    std::optional<SeenEmail> email = disguise.Around({begin, end}, is_bracketed);
    if (!email || email->begin < floor) continue;
    floor = email->end;
    i = floor > 0 ? floor - 1 : floor;
    found.push_back(std::move(*email));
  }
  return found;
}

}  // namespace klikpad
