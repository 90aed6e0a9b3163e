// One pass over the text (RFC 8259, 2), quick in strings.

#include "base/json_members.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace klikpad {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kNone = std::string_view::npos;

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool Members(std::vector<JsonMember>& members) {
    if (!Take('{')) return false;
    if (Take('}')) return IsAtEnd();
    do {
      SkipSpace();
      const std::string_view name = String();
      if (name.size() < 2 || !Take(':')) return false;
      SkipSpace();
      const std::string_view value = Value();
      if (value.empty()) return false;
      members.push_back({name.substr(1, name.size() - 2), value});
    } while (Take(','));
    return Take('}') && IsAtEnd();
  }
  int Line() const {
    const std::size_t end = std::min(at_, text_.size());
    return 1 + static_cast<int>(
                   std::count(text_.begin(), text_.begin() + static_cast<long>(end), '\n'));
  }

 private:
  void SkipSpace() { at_ = std::min(text_.find_first_not_of(kSpace, at_), text_.size()); }
  bool IsAtEnd() {
    SkipSpace();
    return at_ == text_.size();
  }
  bool Take(char c) {
    SkipSpace();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  // With its quotes; empty when it does not end.
  std::string_view String() {
    const std::size_t begin = at_;
    if (begin == text_.size() || text_[begin] != '"') return {};
    for (std::size_t quote = text_.find('"', begin + 1); quote != kNone;
         quote = text_.find('"', quote + 1)) {
      std::size_t first = quote;
      while (text_[first - 1] == '\\') --first;
      if ((quote - first) % 2 == 1) continue;  // an escaped one
      at_ = quote + 1;
      return text_.substr(begin, at_ - begin);
    }
    return {};
  }
  std::string_view Value() {
    const std::size_t begin = at_;
    std::size_t depth = 0;
    do {
      if (at_ == text_.size()) return {};
      const char c = text_[at_];
      if (c == '"') {
        if (String().empty()) return {};
        continue;
      }
      if (depth == 0 && (c == ',' || c == '}' || c == ']')) return {};
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      if (depth == 0 && c != '}' && c != ']') {  // a number or a word
        at_ = std::min(text_.find_first_of(",}] \t\r\n", at_), text_.size());
        continue;
      }
      ++at_;
    } while (depth > 0);
    return text_.substr(begin, at_ - begin);
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<std::vector<JsonMember>> JsonMembers(std::string_view text, const std::string& name) {
  std::vector<JsonMember> members;
  Scanner scanner(text);
  if (!scanner.Members(members)) return Fail("is no whole JSON object", name, scanner.Line());
  return members;
}

std::string WithMembers(std::string_view text, const std::vector<JsonMember>& members,
                        const std::vector<JsonMember>& values) {
  std::string out;
  out.reserve(text.size() + (1u << 20));
  std::size_t done = 0;
  for (const JsonMember& member : members) {
    const auto value = std::find_if(values.begin(), values.end(), [&](const JsonMember& other) {
      return other.name == member.name;
    });
    if (value == values.end()) continue;
    const auto begin = static_cast<std::size_t>(member.value.data() - text.data());
    out.append(text.substr(done, begin - done)).append(value->value);
    done = begin + member.value.size();
  }
  return out.append(text.substr(done));
}

}  // namespace klikpad
