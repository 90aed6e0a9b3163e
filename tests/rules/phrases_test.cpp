// Telling cheaply whether a phrase stands in a text, held against looking for them all.

#include "rules/phrases.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace klikpad {

TEST_CASE("whether a phrase stands in a text") {
  PhraseSet phrases;
  phrases.Add("bel ons", 1);
  phrases.Add("Chat", 2);
  phrases.Add("réclamation", 3);
  phrases.Add("24/7 open", 4);
  phrases.Add("x", 5);
  struct Case {
    std::string text;
    bool stands;
  };
  const std::vector<Case> cases = {{"", false},
                                   {"belastingdienst", false},
                                   {"BEL ONS NU", true},
                                   {"wij bellen", false},
                                   {"bel", false},
                                   {"bel bel-ons", true},
                                   {"bel. Ons", false},
                                   {"24/7 dicht, 24/7 OPEN", true},
                                   {"live-chat", true},
                                   {"une reclamation", true},
                                   {"une RÉCLAMATION", true},
                                   {"réclamations", false},
                                   {"chaté", false},
                                   {"24", false},
                                   {"249", false},
                                   {"…x…", true},
                                   {"\xFF\xC3", false}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(phrases.StandsIn(c.text) == c.stands);
    CHECK(phrases.FindAll(SplitWords(c.text)).empty() != c.stands);
  }
}

TEST_CASE("whatever the text, what is found stands in it, and nothing else") {
  PhraseSet phrases;
  for (const std::string word : {"aa", "AB", "é", "b9", "a b", "a a 9", "ñandú", "9", "b/b"})
    phrases.Add(word, 1);
  const std::vector<std::string> parts = {
      "a", "A", "b", "B",    "é",    "É", "e\xCC\x81", "9",        " ",    "-", "\xC2\xA0",
      "’", "/", "ñ", "andú", "\xFF", "😀", "\n",        "\xC2\xAD", "\xC3", "."};
  std::mt19937 random(7);
  int found = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (int length = static_cast<int>(random() % 8); length > 0; --length) {
      text += parts[random() % parts.size()];
    }
    CAPTURE(text);
    const bool has = !phrases.FindAll(SplitWords(text)).empty();
    found += has ? 1 : 0;
    REQUIRE(phrases.StandsIn(text) == has);
  }
  CHECK(found > 1'000);
}

}  // namespace klikpad
