// Text: cleaning, folding, nearest words, escaping.

#include "base/text.h"

#include <doctest/doctest.h>

#include "base/units.h"

namespace klikpad {

TEST_CASE("white space of every kind collapses and invisible characters go") {
  struct Case {
    std::string name, input, expected;
  };
  const std::vector<Case> cases = {
      {"ascii", "  a \t\r\n b ", "a b"},
      {"no-break space",
       "a\xC2\xA0\xC2\xA0"
       "b",
       "a b"},
      {"soft hyphen", "klanten\xC2\xADservice", "klantenservice"},
      {"zero width space",
       "a\xE2\x80\x8B"
       "b",
       "ab"},
      {"ideographic space",
       "a\xE3\x80\x80"
       "b",
       "a b"},
      {"empty", "", ""},
      {"only space", " \n ", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(CollapseSpace(c.input) == c.expected);
  }
}

TEST_CASE("invalid UTF-8 becomes replacement characters and cutting never splits one") {
  CHECK(IsValidUtf8("caf\xC3\xA9"));
  CHECK_FALSE(IsValidUtf8("caf\xE9"));
  CHECK_FALSE(IsValidUtf8("\xED\xA0\x80"));  // a surrogate
  CHECK(ToValidUtf8("caf\xE9!") == "caf\xEF\xBF\xBD!");
  CHECK(CutUtf8("caf\xC3\xA9", 4) == "caf");
  CHECK(CutUtf8("caf\xC3\xA9", 5) == "caf\xC3\xA9");
}

TEST_CASE("folding knows accents and scripts beyond ASCII") {
  CHECK(FoldCase("\xC3\x89"
                 "EN") ==
        "\xC3\xA9"
        "en");
  CHECK(FoldAccents("Caf\xC3\xA9 Stra\xC3\x9F"
                    "e") == "cafe strasse");
  // Alone and beside a letter of another script, which is read in another way.
  const std::string other = "\xD1\x8F";
  for (char32_t c = 0x21; c < 0x250; ++c) {
    std::string text = "Aa";
    AppendUtf8(text, c);
    text += "e\xC3\x89";
    CAPTURE(text);
    CHECK(FoldAccents(text) + other == FoldAccents(text + other));
  }
  CHECK(FoldAccents("caf\xC3") == FoldAccents("caf\xC3" + other).substr(0, 6));
  CHECK(Slug("ING Bank N.V.") == "ing-bank-n-v");
  CHECK(Slug("\xE2\x82\xAC\xE2\x82\xAC") == "brand");
}

TEST_CASE("the nearest word is near, or there is none") {
  const std::vector<std::string> keys = {"name", "sector", "country", "languages"};
  CHECK(Nearest("naam", keys) == "");  // two changes of four letters
  CHECK(Nearest("nmae", keys) == "name");
  CHECK(Nearest("contry", keys) == "country");
  CHECK(Nearest("language", keys) == "languages");
  CHECK(Nearest("banana", keys) == "");
}

TEST_CASE("what a site says can neither break HTML nor drive a terminal") {
  CHECK(EscapeHtml("<a href=\"x\">'&'</a>") ==
        "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  CHECK(ForTerminal("\x1b[31mred\x07") == "\\x1b[31mred\\x07");
  CHECK(ForTerminal("a\xC2\x9B"
                    "31m") == "a\\x9b31m");
  CHECK(ForTerminal("a\u202Eb\u2066c") == "a\\u202eb\\u2066c");
  CHECK(ForTerminal("caf\xC3\xA9\n") == "caf\xC3\xA9\n");
}

TEST_CASE("durations and sizes want their units") {
  CHECK(ParseDuration("250ms") == std::chrono::milliseconds(250));
  CHECK(ParseDuration("1.5s") == std::chrono::milliseconds(1500));
  CHECK(ParseDuration("2h") == std::chrono::milliseconds(7'200'000));
  CHECK(ParseDuration("0") == std::chrono::milliseconds(0));
  CHECK_FALSE(ParseDuration("30"));
  CHECK_FALSE(ParseDuration("-1s"));
  CHECK_FALSE(ParseDuration("s"));
  CHECK(ParseSize("5M") == 5u << 20);
  CHECK(ParseSize("512") == 512);
  CHECK(ParseSize("1KB") == 1024);
  CHECK_FALSE(ParseSize("5X"));
  CHECK(FormatDuration(std::chrono::milliseconds(63'000)) == "1 min 3 s");
  CHECK(FormatSize(5u << 20) == "5.0 MB");
}

}  // namespace klikpad
