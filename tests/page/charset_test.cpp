// WHATWG HTML §13.2.3 and the Encoding Standard.

#include "page/charset.h"

#include <doctest/doctest.h>

#include <vector>

#include "base/text.h"

namespace klikpad {

TEST_CASE(
    "the encoding is chosen by byte order mark, header, meta, detection and default in turn") {
  struct Case {
    std::string name, bytes, content_type, charset, source, text;
  };
  const std::string e = "\xC3\xA9";
  const std::vector<Case> cases = {
      {"bom beats header", "\xEF\xBB\xBF" + e, "text/html; charset=latin1", "utf-8", "bom", e},
      {"utf-16 little endian", std::string("\xFF\xFE\xE9\0", 4), "", "utf-16le", "bom", e},
      {"utf-16 big endian", std::string("\xFE\xFF\0\xE9", 4), "", "utf-16be", "bom", e},
      {"header beats meta", "<meta charset=utf-8>\xE9", "text/html; charset=\"ISO-8859-1\"",
       "windows-1252", "header", "<meta charset=utf-8>" + e},
      {"latin1 is windows-1252", "\x80", "text/html;charset=latin1", "windows-1252", "header",
       "\xE2\x82\xAC"},
      {"meta charset", "<meta charset='koi8-r'>\xC1", "text/html", "koi8-r", "meta",
       "<meta charset='koi8-r'>\xD0\xB0"},
      {"meta http-equiv",
       "<META content='text/html; charset=iso-8859-15' http-equiv=Content-Type>\xA4", "",
       "iso-8859-15", "meta",
       "<META content='text/html; charset=iso-8859-15' http-equiv=Content-Type>\xE2\x82\xAC"},
      {"meta content without pragma does not count", "<meta content='x; charset=koi8-r'>a", "",
       "utf-8", "default", "<meta content='x; charset=koi8-r'>a"},
      {"meta in a comment does not count", "<!-- <meta charset=koi8-r> -->a", "", "utf-8",
       "default", "<!-- <meta charset=koi8-r> -->a"},
      {"meta utf-16 is utf-8", "<meta charset=utf-16>a", "", "utf-8", "meta",
       "<meta charset=utf-16>a"},
      {"unknown header label falls through", "a" + e, "text/html; charset=nonsense", "utf-8",
       "detection", "a" + e},
      {"valid utf-8 is detected", "caf" + e, "", "utf-8", "detection", "caf" + e},
      {"ascii", "abc", "", "utf-8", "default", "abc"},
      {"empty", "", "", "utf-8", "default", ""},
      {"shift_jis", "\x82\xA0", "text/html; charset=x-sjis", "shift_jis", "header", "\xE3\x81\x82"},
      {"gb2312 is gbk", "\xC4\xE3", "text/html; charset=gb2312", "gbk", "header", "\xE4\xBD\xA0"},
      {"broken utf-8 becomes U+FFFD",
       "a\xFF"
       "b",
       "text/html; charset=utf-8", "utf-8", "header",
       "a\xEF\xBF\xBD"
       "b"},
      {"replacement", "abc", "text/html; charset=hz-gb-2312", "replacement", "header",
       "\xEF\xBF\xBD"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const DecodedText decoded = DecodeHtml(c.bytes, c.content_type);
    CHECK(decoded.charset == c.charset);
    CHECK(decoded.source == c.source);
    CHECK(decoded.text == c.text);
  }
}

TEST_CASE("text that nobody declared is decoded without losing a letter") {
  const DecodedText decoded = DecodeHtml(
      "<p>Caf\xE9 M\xFCller, ge\xF6"
      "ffnet f\xFCr Sie, \xE0 bient\xF4t</p>",
      "");
  CHECK(decoded.text.find("Caf\xC3\xA9 M\xC3\xBCller") != std::string::npos);
  CHECK(IsValidUtf8(decoded.text));
}

// HTML §2.5.6 "algorithm for extracting a character encoding from a meta element".
TEST_CASE("the charset parameter is found as browsers find it") {
  struct Case {
    std::string name, value, charset;
  };
  const std::vector<Case> cases = {{"plain", "text/html; charset=UTF-8", "utf-8"},
                                   {"spaces", "text/html; charset = utf-8 ; x", "utf-8"},
                                   {"quoted", "text/html; charset='latin1'", "latin1"},
                                   {"open quote", "text/html; charset='latin1", ""},
                                   {"second word", "charset charset=x", "x"},
                                   {"none", "text/html", ""}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(CharsetParameter(c.value) == c.charset);
  }
}

TEST_CASE("every encoding of the standard can be decoded") {
  const std::vector<std::string> labels = {"utf-8",
                                           "866",
                                           "latin2",
                                           "latin3",
                                           "latin4",
                                           "cyrillic",
                                           "arabic",
                                           "greek",
                                           "hebrew",
                                           "logical",
                                           "l6",
                                           "iso-8859-13",
                                           "iso-8859-14",
                                           "l9",
                                           "iso-8859-16",
                                           "koi8-r",
                                           "koi8-u",
                                           "macintosh",
                                           "tis-620",
                                           "cp1250",
                                           "cp1251",
                                           "cp1252",
                                           "cp1253",
                                           "latin5",
                                           "cp1255",
                                           "cp1256",
                                           "cp1257",
                                           "cp1258",
                                           "x-mac-cyrillic",
                                           "gbk",
                                           "gb18030",
                                           "big5",
                                           "euc-jp",
                                           "iso-2022-jp",
                                           "sjis",
                                           "euc-kr",
                                           "utf-16be",
                                           "utf-16le",
                                           "x-user-defined"};
  for (const std::string& label : labels) {
    CAPTURE(label);
    const std::string_view encoding = EncodingForLabel(label);
    REQUIRE(!encoding.empty());
    if (encoding.substr(0, 6) == "utf-16") continue;
    CHECK(DecodeBytes("abc <a>", encoding) == "abc <a>");
    CHECK(IsValidUtf8(DecodeBytes("\x80\x81\xFE\xFF\x00z", encoding)));
  }
}

}  // namespace klikpad
