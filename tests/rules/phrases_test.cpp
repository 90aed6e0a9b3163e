// Telling cheaply that no phrase stands in a text, held against looking for them all.

#include "rules/phrases.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace klikpad {

TEST_CASE("a text in which no phrase may stand holds none") {
  PhraseSet phrases;
  phrases.Add("bel ons", 1);
  phrases.Add("Chat", 2);
  phrases.Add("réclamation", 3);
  phrases.Add("24/7 open", 4);
  phrases.Add("x", 5);
  struct Case {
    std::string text;
    bool may;
  };
  const std::vector<Case> cases = {{"", false},
                                   {"belastingdienst", false},
                                   {"BEL ONS NU", true},
                                   {"wij bellen", false},
                                   {"bel", true},  // it may go on, which is not looked at
                                   {"live-chat", true},
                                   {"une reclamation", true},
                                   {"une RÉCLAMATION", true},
                                   {"réclamations", false},
                                   {"chaté", false},
                                   {"24", true},
                                   {"249", false},
                                   {"…x…", true},
                                   {"\xFF\xC3", false}};
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(phrases.MayStandIn(c.text) == c.may);
    const bool found = !phrases.FindAll(SplitWords(c.text)).empty();
    CHECK((c.may || !found));
  }
}

TEST_CASE("whatever the text, what is found may stand in it") {
  PhraseSet phrases;
  for (const std::string word : {"aa", "AB", "é", "b9", "a b", "ñandú", "9"}) phrases.Add(word, 1);
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
    REQUIRE((phrases.MayStandIn(text) || !has));
  }
  CHECK(found > 1'000);
}

}  // namespace klikpad
