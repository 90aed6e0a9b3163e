// A pattern of a piece of a URL as the YAML files write it: literal text with places in braces.
//
//   /{handle}/status/{id}      {handle} and {id} are captured
//   /p/{any}-{handle:[0-9]+}   a place with a regular expression of its own (RE2)
//   /{~login|signup}           an expression that captures nothing
//   /company/{handle}/*        "/*" at the end: that path and all below it
//
// Letters match without regard to case; the whole text must match.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace klikpad {

// Place → the text that stood there, as written.
using Captures = std::map<std::string, std::string, std::less<>>;

class UrlTemplate {
 public:
  // `handle` is the expression behind {handle}. Nothing for a malformed template; then `problem` of
  // the pair says why.
  static std::pair<std::optional<UrlTemplate>, std::string> Parse(std::string_view text,
                                                                  std::string_view handle);

  std::optional<Captures> Match(std::string_view text) const;
  const std::string& Text() const { return text_; }

 private:
  std::string text_;
  std::shared_ptr<const re2::RE2> regex_;
};

// "company/{handle}" with its places filled in; a place without a capture becomes "".
std::string FillTemplate(std::string_view text, const Captures& captures);

}  // namespace klikpad
