// A lexer and a joiner of strings: enough of ECMAScript to read what a script writes.

#include "find/email_script.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "base/url.h"
#include "find/email_address.h"
#include "find/email_uri.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxScript = 64 * 1024;
constexpr std::size_t kMaxValue = 2'000;  // bytes of a joined string

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsNameChar(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

char32_t ReadHex(std::string_view text) {
  char32_t value = 0;
  for (char c : text) {
    const char lower = static_cast<char>(c | 0x20);
    value = value * 16 + static_cast<char32_t>(IsDigit(c)                     ? c - '0'
                                               : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10
                                                                              : 0);
  }
  return value;
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

void AddFrom(const std::string& raw, std::vector<std::string>& found) {
  std::string text = DecodeEntities(raw);
  if (text.find('%') != text.npos) text = DecodeEntities(PercentDecode(text));
  text = ToValidUtf8(text);
  if (text.find("znvygb:") != text.npos) text = Rot13(text);
  if (std::string decoded = DecodeTypo3(text); !decoded.empty()) text = std::move(decoded);
  std::replace(text.begin(), text.end(), '<', ' ');
  for (const SeenEmail& email : FindPlainEmails(text)) {
    if (std::find(found.begin(), found.end(), email.address) == found.end())
      found.push_back(email.address);
  }
}

bool MayHoldEmail(std::string_view script) {
  for (std::string_view mark : {"mailto", "document.write", "fromCharCode", "linkTo_UnCrypt",
                                "znvygb", "innerHTML", "email", "unescape", "addy"}) {
    if (script.find(mark) != script.npos) return true;
  }
  return false;
}
bool MayHoldAt(std::string_view script) {
  for (std::string_view mark :
       {"@", "&#64", "&#x40", "\\x40", "\\u0040", "%40", "64", "linkTo_UnCrypt"}) {
    if (script.find(mark) != script.npos) return true;
  }
  return false;
}

}  // namespace

std::string Rot13(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    const char base = c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : '\0';
    if (base != '\0') c = static_cast<char>(base + (c - base + 13) % 26);
  }
  return out;
}

std::string DecodeTypo3(std::string_view text) {
  if (text.size() < 12 || text.size() > 400) return "";
  struct Range {
    int first, last;
  };
  constexpr Range kRanges[] = {{0x2B, 0x3A}, {0x40, 0x5A}, {0x61, 0x7A}};
  for (int offset = -26; offset <= 26; ++offset) {
    if (offset == 0) continue;
    std::string out;
    for (char c : text) {
      int code = static_cast<unsigned char>(c);
      for (const Range& range : kRanges) {
        if (code < range.first || code > range.last) continue;
        const int size = range.last - range.first + 1;
        code = range.first + ((code - range.first + offset) % size + size) % size;
        break;
      }
      out += static_cast<char>(code);
      if (out.size() == 7 && out != "mailto:") break;
    }
    if (out.compare(0, 7, "mailto:") == 0) return out;
  }
  return "";
}

std::string DecodeEntities(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '&' ? text.substr(i, 12).find(';') : text.npos;
    if (end == text.npos || end < 2) {
      out += text[i];
      continue;
    }
    const std::string_view name = text.substr(i + 1, end - 1);
    char32_t code = 0;
    if (name[0] == '#' && name.size() > 1) {
      const bool is_hex = name[1] == 'x' || name[1] == 'X';
      if (is_hex) {
        code = ReadHex(name.substr(2));
      } else {
        for (char c : name.substr(1))
          code = IsDigit(c) ? code * 10 + static_cast<char32_t>(c - '0') : code;
      }
    } else if (name == "commat") {
      code = '@';
    } else if (name == "period") {
      code = '.';
    } else if (name == "amp") {
      code = '&';
    } else if (name == "lowbar") {
      code = '_';
    }
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
      out += text[i];
      continue;
    }
    AppendUtf8(out, code);
    i += end;
  }
  return out;
}

std::vector<std::string> ScriptEmails(std::string_view script) {
  std::vector<std::string> found;
  script = script.substr(0, kMaxScript);
  if (!MayHoldAt(script) || !MayHoldEmail(script)) return found;
  for (const std::string& text : Joiner(script).Run()) AddFrom(text, found);
  return found;
}

}  // namespace klikpad
