// A tolerant pull scanner for small XML dialects (sitemaps, feeds): gives tags and text one after
// the other, never a tree, so that no nesting and no missing end tag can harm. Time linear in the
// input.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace klikpad {

struct XmlToken {
  enum class Kind { kStart, kEnd, kText };
  Kind kind = Kind::kText;
  std::string_view prefix;  // "image" of <image:loc>, "" without one
  std::string_view name;    // "loc" of <image:loc>
  bool is_empty = false;    // <loc/>: no end follows
  std::string text;         // of kText: entities resolved, CDATA as it stands
  std::vector<std::pair<std::string_view, std::string>> attributes;  // names with their prefix

  // True for an element of that name in any case and with any prefix.
  bool IsNamed(std::string_view wanted) const;
  // "" when absent; the name in any case, without regard to a prefix.
  std::string_view Attribute(std::string_view wanted) const;
};

class XmlScanner {
 public:
  // `text` outlives the scanner and its tokens.
  explicit XmlScanner(std::string_view text) : text_(text) {}
  // False at the end. Comments, processing instructions and the document type are passed over.
  bool Next(XmlToken& token);

 private:
  bool PassOver(std::string_view begin, std::string_view end);
  void PassDoctype();
  bool ReadTag(XmlToken& token);
  void ReadAttributes(XmlToken& token);
  std::string_view ReadQuoted();
  void SkipSpace();
  bool IsTagAt(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
  bool no_more_single_ = false, no_more_double_ = false;  // quotes that could end a value
};

// "&amp;" → "&", "&#233;" → "é"; what is no reference of XML stays as it is.
std::string DecodeXmlText(std::string_view text);

}  // namespace klikpad
