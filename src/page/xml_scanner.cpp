// Scanning XML as it is found rather than as it should be.

#include "page/xml_scanner.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <tuple>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxAttributes = 64;
constexpr std::size_t kMaxReference = 12;  // bytes between "&" and ";"

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool IsNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::pair<std::string_view, std::string_view> SplitPrefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

// Appends what the reference stands for; false when it is none.
bool AppendReference(std::string& out, std::string_view name) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kNamed{
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  for (const auto& [known, character] : kNamed) {
    if (name != known) continue;
    out += character;
    return true;
  }
  if (!name.starts_with('#')) return false;
  name.remove_prefix(1);
  const bool is_hex = name.starts_with('x') || name.starts_with('X');
  if (is_hex) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto result =
      std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
  if (result.ec != std::errc() || result.ptr != name.data() + name.size()) return false;
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return false;
  AppendUtf8(out, static_cast<char32_t>(code));
  return true;
}

}  // namespace

std::string DecodeXmlText(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t reference = text.find('&');
    out.append(text.substr(0, reference));
    if (reference == std::string_view::npos) break;
    text.remove_prefix(reference + 1);
    const std::size_t end = text.substr(0, kMaxReference).find(';');
    if (end != std::string_view::npos && AppendReference(out, text.substr(0, end))) {
      text.remove_prefix(end + 1);
    } else {
      out += '&';
    }
  }
  return out;
}

bool XmlToken::IsNamed(std::string_view wanted) const {
  return EqualsIgnoreAsciiCase(name, wanted);
}

std::string_view XmlToken::Attribute(std::string_view wanted) const {
  for (const auto& [attribute, value] : attributes) {
    if (EqualsIgnoreAsciiCase(SplitPrefix(attribute).second, wanted)) return value;
  }
  return {};
}

bool XmlScanner::Next(XmlToken& token) {
  token = XmlToken{};
  while (at_ < text_.size()) {
    if (text_[at_] == '<') {
      const std::string_view here = text_.substr(at_);
      if (here.starts_with("<![CDATA[")) {
        const std::size_t begin = at_ + 9;
        const std::size_t end = std::min(text_.find("]]>", begin), text_.size());
        token.text = text_.substr(begin, end - begin);
        at_ = std::min(end + 3, text_.size());
        return true;
      }
      if (PassOver("<!--", "-->") || PassOver("<?", "?>")) continue;
      if (here.starts_with("<!")) {
        PassDoctype();
        continue;
      }
      if (IsTagAt(at_)) return ReadTag(token);
    }
    // A "<" that begins nothing is text.
    std::size_t end = text_.find('<', at_ + 1);
    if (end == std::string_view::npos) end = text_.size();
    token.text = DecodeXmlText(text_.substr(at_, end - at_));
    at_ = end;
    return true;
  }
  return false;
}

bool XmlScanner::PassOver(std::string_view begin, std::string_view end) {
  if (!text_.substr(at_).starts_with(begin)) return false;
  const std::size_t found = text_.find(end, at_ + begin.size());
  at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  return true;
}

// <!DOCTYPE x [ <!ENTITY …> ]>: entities of one's own are not supported, which keeps bombs out.
void XmlScanner::PassDoctype() {
  const std::size_t stop = text_.find_first_of("[>", at_);
  if (stop != std::string_view::npos && text_[stop] == '[') {
    const std::size_t close = text_.find("]", stop);
    at_ = close == std::string_view::npos ? text_.size() : close;
  }
  const std::size_t end = text_.find('>', at_);
  at_ = end == std::string_view::npos ? text_.size() : end + 1;
}

bool XmlScanner::IsTagAt(std::size_t at) const {
  ++at;
  if (at < text_.size() && text_[at] == '/') ++at;
  return at < text_.size() && IsNameStart(text_[at]);
}

bool XmlScanner::ReadTag(XmlToken& token) {
  ++at_;
  token.kind = XmlToken::Kind::kStart;
  if (text_[at_] == '/') {
    token.kind = XmlToken::Kind::kEnd;
    ++at_;
  }
  const std::size_t begin = at_;
  while (at_ < text_.size() && !IsSpace(text_[at_]) && text_[at_] != '/' && text_[at_] != '>' &&
         text_[at_] != '<') {
    ++at_;
  }
  std::tie(token.prefix, token.name) = SplitPrefix(text_.substr(begin, at_ - begin));
  ReadAttributes(token);
  return true;
}

// Ends behind ">", or before a "<" where the ">" was forgotten.
void XmlScanner::ReadAttributes(XmlToken& token) {
  while (true) {
    SkipSpace();
    if (at_ >= text_.size() || text_[at_] == '<') return;
    if (text_[at_] == '>') {
      ++at_;
      return;
    }
    if (text_[at_] == '/') {
      token.is_empty = text_.substr(at_, 2) == "/>";
      ++at_;
      continue;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && !IsSpace(text_[at_]) &&
           std::string_view("=/><").find(text_[at_]) == std::string_view::npos) {
      ++at_;
    }
    const std::string_view name = text_.substr(begin, at_ - begin);
    SkipSpace();
    if (at_ >= text_.size() || text_[at_] != '=') continue;
    ++at_;
    SkipSpace();
    const std::string_view value = ReadQuoted();
    if (token.attributes.size() < kMaxAttributes) {
      token.attributes.emplace_back(name, DecodeXmlText(value));
    }
  }
}

std::string_view XmlScanner::ReadQuoted() {
  if (at_ >= text_.size()) return {};
  const char quote = text_[at_];
  if (quote == '"' || quote == '\'') {
    bool& no_more = quote == '"' ? no_more_double_ : no_more_single_;
    const std::size_t end = no_more ? std::string_view::npos : text_.find(quote, at_ + 1);
    if (end != std::string_view::npos) {
      const std::string_view value = text_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      return value;
    }
    no_more = true;
    ++at_;
  }
  const std::size_t begin = at_;
  while (at_ < text_.size() && !IsSpace(text_[at_]) && text_[at_] != '>' && text_[at_] != '<') {
    ++at_;
  }
  return text_.substr(begin, at_ - begin);
}

void XmlScanner::SkipSpace() {
  while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
}

}  // namespace klikpad
