// The basic URL parser of the WHATWG URL Standard (§4.4), one method a group of its states. Private
// to base: others call Url::Parse.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/url.h"

namespace klikpad {

// Parses once. Where the standard steps through code points, each method here takes a whole run of
// them: the rest of the input is what the states have not consumed yet.
class UrlParser {
 public:
  // `input`: valid UTF-8, trimmed, without tabs and newlines. `base` may be null.
  UrlParser(std::string_view input, const Url* base) : rest_(input), base_(base) {}

  std::optional<Url> Run();

  // Ports of the special schemes, 0 for "file", -1 when the scheme is not special.
  static int SpecialPort(std::string_view scheme);

 private:
  // Each gives false where the standard says failure.
  bool ParseAny();
  bool ParseScheme();  // scheme start and scheme state; false: no scheme, nothing consumed
  bool ParseAfterScheme();
  bool ParseNoScheme();               // no scheme state
  bool ParseRelative();               // relative and relative slash state
  bool ParseAuthorityAfterSlashes();  // special authority ignore slashes state
  bool ParseAuthority();              // authority, host and port state, then path start
  bool ParseHostAndPort(std::string_view text);
  bool ParsePort(std::string_view digits);
  bool ParseFile();       // file state
  bool ParseFileSlash();  // file slash and file host state

  void ParseCredentials(std::string_view text);
  void ParsePathStart();
  void ParsePath();  // path state, then query and fragment
  void AppendSegment(std::string_view segment, bool is_last);
  void ParseOpaquePath();
  void ParseQueryAndFragment();
  void ShortenPath();

  void TakeHost(const Url& from);  // credentials, host and port
  bool IsSlash(std::size_t at) const;
  std::string_view TakePart();  // up to the next slash, '?' or '#'
  bool StartsWithDriveLetter() const;
  static bool IsDriveLetter(std::string_view segment);  // "C:" or "C|"

  std::string_view rest_;
  const Url* base_;
  Url url_;
  bool is_special_ = false;
  bool is_file_ = false;
};

}  // namespace klikpad
