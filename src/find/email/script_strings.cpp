// A lexer and a joiner of strings: enough of ECMAScript to see what a script writes.

#include "find/email/script_strings.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "find/email/codes.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxValue = 2'000;  // bytes of a joined string

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsNameChar(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

struct Token {
  enum Kind { kString, kName, kNumber, kMark, kEnd } kind = kEnd;
  std::string text;
};

// Just enough of ECMAScript's lexical grammar (ECMA-262 §12) to see strings, names and what joins
// them.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Token Next() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '/' && at_ + 1 < text_.size() && text_[at_ + 1] == '/') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == '/' && at_ + 1 < text_.size() && text_[at_ + 1] == '*') {
        const std::size_t end = text_.find("*/", at_ + 2);
        at_ = end == text_.npos ? text_.size() : end + 2;
      } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        ++at_;
      } else {
        break;
      }
    }
    if (at_ >= text_.size()) return {};
    const char c = text_[at_];
    if (c == '"' || c == '\'' || c == '`') return String(c);
    if (IsNameChar(c)) {
      const std::size_t begin = at_;
      while (at_ < text_.size() && IsNameChar(text_[at_])) ++at_;
      return {IsDigit(c) ? Token::kNumber : Token::kName,
              std::string(text_.substr(begin, at_ - begin))};
    }
    ++at_;
    return {Token::kMark, std::string(1, c)};
  }

 private:
  Token String(char quote) {
    Token token{Token::kString, ""};
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == quote) {
        ++at_;
        break;
      }
      if (c == '\n' && quote != '`') break;  // not closed: an apostrophe in other text
      if (c != '\\' || at_ + 1 >= text_.size()) {
        if (token.text.size() < kMaxValue) token.text += c;
        continue;
      }
      const char escape = text_[++at_];
      const std::size_t digits = escape == 'x' ? 2 : escape == 'u' ? 4 : 0;
      if (digits != 0 && at_ + digits < text_.size()) {
        const char32_t code = ReadHex(text_.substr(at_ + 1, digits));
        AppendUtf8(token.text, code >= 0xD800 && code < 0xE000 ? U'\xFFFD' : code);
        at_ += digits;
      } else {
        token.text += escape == 'n' || escape == 't' ? ' ' : escape;
      }
    }
    return token;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// Follows assignments of strings from the top down and shows every string that a script joins.
class Joiner {
 public:
  explicit Joiner(std::string_view script) : lexer_(script) { Advance(), Advance(); }

  // Strings that were joined from parts, decoded from codes, or written into the page.
  std::vector<std::string> Run() {
    while (now_.kind != Token::kEnd && shown_.size() < 200) {
      if (now_.kind == Token::kName && next_.kind == Token::kMark &&
          (next_.text == "=" || next_.text == "+")) {
        Assignment();
      } else if (now_.kind == Token::kString) {
        Show(Expression(), is_written_);
      } else if (now_.kind == Token::kName && now_.text == "fromCharCode") {
        Show(Expression(), true);
      } else {
        Step();
      }
    }
    return std::move(shown_);
  }

 private:
  struct Value {
    std::string text;
    int parts = 0;
  };

  void Advance() {
    now_ = std::move(next_);
    next_ = lexer_.Next();
  }
  // One token that is no string: keeps track of whether an argument of document.write follows.
  void Step() {
    if (now_.kind == Token::kName) {
      is_written_ = now_.text == "write" || now_.text == "writeln" || now_.text == "innerHTML" ||
                    now_.text == "href" || now_.text == "unescape" ||
                    now_.text == "decodeURIComponent" || now_.text == "location" ||
                    now_.text == "html" || now_.text == "attr" ||
                    now_.text == "linkTo_UnCryptMailto" || (is_written_ && now_.text == "document");
    } else if (now_.kind == Token::kMark && (now_.text == ";" || now_.text == "}")) {
      is_written_ = false;
    }
    Advance();
  }
  bool IsMark(const Token& token, std::string_view mark) const {
    return token.kind == Token::kMark && token.text == mark;
  }

  void Assignment() {
    const std::string name = now_.text;
    const bool is_written_name = name == "innerHTML" || name == "href" || name == "location";
    Advance();
    bool is_added = false;
    if (IsMark(now_, "+")) {
      if (!IsMark(next_, "=")) {  // name + …: a joined expression that begins with a variable
        auto known = variables_.find(name);
        if (known == variables_.end()) {
          Advance();
          return;
        }
        Advance();
        Value value = Expression();
        Show({known->second + value.text, value.parts + 1}, true);
        return;
      }
      is_added = true;
      Advance();
    }
    Advance();                      // "="
    if (IsMark(now_, "=")) return;  // a comparison
    if (now_.kind != Token::kString && now_.kind != Token::kName) return;
    Value value = Expression();
    if (value.parts == 0) return;
    std::string& variable = variables_[name];
    variable = is_added ? variable + value.text : value.text;
    if (variable.size() > kMaxValue) variable.resize(kMaxValue);
    Show({variable, is_added ? value.parts + 1 : value.parts}, is_written_name);
    if (variables_.size() > 500) variables_.clear();
  }

  // Terms joined by "+": strings, known variables, String.fromCharCode(…). Unknown terms end it.
  Value Expression() {
    Value value;
    while (value.text.size() < kMaxValue) {
      if (now_.kind == Token::kString) {
        value.text += now_.text;
        Advance();
        // "info#firma".replace(…) and the like are beyond a reader of text.
      } else if (now_.kind == Token::kName && now_.text == "String" && IsMark(next_, ".")) {
        Advance();
        Advance();
        continue;
      } else if (now_.kind == Token::kName && now_.text == "fromCharCode") {
        Advance();
        value.text += CharCodes();
        ++value.parts;
      } else if (now_.kind == Token::kName && variables_.count(now_.text) != 0) {
        value.text += variables_[now_.text];
        Advance();
      } else {
        break;
      }
      ++value.parts;
      while (IsMark(now_, ")") && IsMark(next_, "+")) Advance();
      if (!IsMark(now_, "+") || IsMark(next_, "=")) break;
      Advance();
      while (IsMark(now_, "(")) Advance();
    }
    return value;
  }

  std::string CharCodes() {
    std::string text;
    if (IsMark(now_, "(")) Advance();
    while (now_.kind == Token::kNumber || IsMark(now_, ",")) {
      if (now_.kind == Token::kNumber && now_.text.size() < 7) {
        char32_t code = 0;
        for (char c : now_.text)
          code = IsDigit(c) ? code * 10 + static_cast<char32_t>(c - '0') : code;
        if (code < 0xD800) AppendUtf8(text, code);
      }
      Advance();
      if (text.size() > kMaxValue) break;
    }
    if (IsMark(now_, ")")) Advance();
    return text;
  }

  void Show(const Value& value, bool is_shown) {
    if (value.parts == 0) {
      Step();
      return;
    }
    const bool has_mailto = value.text.find("mailto:") != value.text.npos ||
                            value.text.find("znvygb:") != value.text.npos;
    if (value.parts > 1 || is_shown || has_mailto) shown_.push_back(value.text);
  }

  Lexer lexer_;
  Token now_, next_;
  bool is_written_ = false;
  std::map<std::string, std::string> variables_;
  std::vector<std::string> shown_;
};

}  // namespace

std::vector<std::string> JoinedStrings(std::string_view script) { return Joiner(script).Run(); }

}  // namespace klikpad
