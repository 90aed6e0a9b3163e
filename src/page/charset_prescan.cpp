// The declared encoding in the first bytes of a page, before there is a tree.

#include <algorithm>

#include "base/text.h"
#include "page/charset.h"

namespace klikpad {
namespace {

// The standard looks at 1024 bytes; pages with long comments first declare it a little later, and
// browsers find it there too when they meet the element.
constexpr std::size_t kPrescanBytes = 4096;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : in_(bytes) {}

  std::string_view Run() {
    while (at_ < in_.size()) {
      if (in_[at_] != '<') {
        ++at_;
      } else if (StartsWith("<!--")) {
        const std::size_t end = in_.find("-->", at_ + 2);
        if (end == std::string_view::npos) return {};
        at_ = end + 3;
      } else if (IsMeta()) {
        at_ += 5;
        if (std::string_view found = ReadMeta(); !found.empty()) return found;
      } else if (IsTag()) {
        ++at_;
        while (at_ < in_.size() && !IsSpace(in_[at_]) && in_[at_] != '>') ++at_;
        Attr attr;
        while (NextAttribute(attr)) {
        }
      } else if (at_ + 1 < in_.size() &&
                 (in_[at_ + 1] == '!' || in_[at_ + 1] == '/' || in_[at_ + 1] == '?')) {
        at_ = std::min(in_.find('>', at_), in_.size());
      } else {
        ++at_;
      }
    }
    return {};
  }

 private:
  struct Attr {
    std::string name, value;
  };

  bool StartsWith(std::string_view word) const {
    return StartsWithIgnoreAsciiCase(in_.substr(at_), word);
  }
  bool IsMeta() const {
    return StartsWith("<meta") && at_ + 5 < in_.size() &&
           (IsSpace(in_[at_ + 5]) || in_[at_ + 5] == '/');
  }
  bool IsTag() const {
    std::size_t i = at_ + 1;
    if (i < in_.size() && in_[i] == '/') ++i;
    if (i >= in_.size()) return false;
    const char c = static_cast<char>(in_[i] | 0x20);
    return c >= 'a' && c <= 'z';
  }

  std::string_view ReadMeta() {
    bool got_pragma = false;
    bool seen_equiv = false, seen_content = false, seen_charset = false;
    bool from_content = false;
    std::string_view charset;
    Attr attr;
    while (NextAttribute(attr)) {
      if (attr.name == "http-equiv" && !seen_equiv) {
        seen_equiv = true;
        got_pragma = attr.value == "content-type";
      } else if (attr.name == "content" && !seen_content) {
        seen_content = true;
        const std::string_view found = EncodingForLabel(CharsetParameter(attr.value));
        if (!found.empty() && charset.empty()) {
          charset = found;
          from_content = true;
        }
      } else if (attr.name == "charset" && !seen_charset) {
        seen_charset = true;
        charset = EncodingForLabel(attr.value);
        from_content = false;
      }
    }
    if (charset.empty() || (from_content && !got_pragma)) return {};
    if (charset == "utf-16be" || charset == "utf-16le") return "utf-8";
    if (charset == "x-user-defined") return "windows-1252";
    return charset;
  }

  // HTML §13.2.3.3 "get an attribute"; names and values in lower case.
  bool NextAttribute(Attr& attr) {
    attr = {};
    while (at_ < in_.size() && (IsSpace(in_[at_]) || in_[at_] == '/')) ++at_;
    if (at_ >= in_.size() || in_[at_] == '>') return false;
    while (at_ < in_.size() && !(in_[at_] == '=' && !attr.name.empty())) {
      if (IsSpace(in_[at_])) break;
      if (in_[at_] == '/' || in_[at_] == '>') return Lowered(attr);
      attr.name += in_[at_++];
    }
    while (at_ < in_.size() && IsSpace(in_[at_])) ++at_;
    if (at_ >= in_.size() || in_[at_] != '=') return Lowered(attr);
    ++at_;
    while (at_ < in_.size() && IsSpace(in_[at_])) ++at_;
    if (at_ >= in_.size()) return Lowered(attr);
    if (in_[at_] == '"' || in_[at_] == '\'') {
      const char quote = in_[at_++];
      while (at_ < in_.size() && in_[at_] != quote) attr.value += in_[at_++];
      if (at_ < in_.size()) ++at_;
      return Lowered(attr);
    }
    while (at_ < in_.size() && !IsSpace(in_[at_]) && in_[at_] != '>') attr.value += in_[at_++];
    return Lowered(attr);
  }

  static bool Lowered(Attr& attr) {
    attr.name = AsciiLower(attr.name);
    attr.value = AsciiLower(attr.value);
    return true;
  }

  std::string_view in_;
  std::size_t at_ = 0;
};

}  // namespace

std::string_view PrescanMeta(std::string_view bytes) {
  return Prescan(bytes.substr(0, kPrescanBytes)).Run();
}

std::string CharsetParameter(std::string_view content_type) {
  const std::string text = AsciiLower(content_type);
  std::size_t at = 0;
  while ((at = text.find("charset", at)) != std::string::npos) {
    at += 7;
    std::size_t i = at;
    while (i < text.size() && IsSpace(text[i])) ++i;
    if (i >= text.size() || text[i] != '=') continue;
    ++i;
    while (i < text.size() && IsSpace(text[i])) ++i;
    if (i >= text.size()) return {};
    if (text[i] == '"' || text[i] == '\'') {
      const std::size_t end = text.find(text[i], i + 1);
      return end == std::string::npos ? std::string() : text.substr(i + 1, end - i - 1);
    }
    std::size_t end = i;
    while (end < text.size() && !IsSpace(text[end]) && text[end] != ';') ++end;
    return text.substr(i, end - i);
  }
  return {};
}

}  // namespace klikpad
