// Figures, lists and names in Dutch and English.

#include "judge/wording.h"

#include <doctest/doctest.h>

#include "judge/knowledge.h"

namespace klikpad {

TEST_CASE("figures are worded with their unit") {
  const Wording& wording = AllPacks().wording;
  struct Case {
    std::string value, unit, nl, en;
  };
  const Case cases[] = {
      {"85", "minutes", "1 uur 25 minuten", "1 hour 25 minutes"},
      {"60", "minutes", "1 uur", "1 hour"},
      {"1", "minutes", "1 minuut", "1 minute"},
      {"0", "minutes", "0 minuten", "0 minutes"},
      {"1", "clicks", "1 klik", "1 click"},
      {"3", "clicks", "3 klikken", "3 clicks"},
      {"3.0", "clicks", "3 klikken", "3 clicks"},
      {"8.1", "percent", "8,1 procent", "8.1 percent"},
      {"2", "rank", "plaats 2", "rank 2"},
      {"12", "count", "12", "12"},
      {"+31201234567", "phone", "+31201234567", "+31201234567"},
      {"twitter", "word", "X (Twitter)", "X (Twitter)"},
      {"", "clicks", " klikken", " clicks"},
      {"2013", "text", "2013", "2013"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.value);
    CAPTURE(c.unit);
    CHECK(wording.Value(c.value, c.unit, Language::kNl) == c.nl);
    CHECK(wording.Value(c.value, c.unit, Language::kEn) == c.en);
  }
}

TEST_CASE("lists and names are worded") {
  const Wording& wording = AllPacks().wording;
  CHECK(wording.List({}, Language::kNl).empty());
  CHECK(wording.List({"a"}, Language::kNl) == "a");
  CHECK(wording.List({"a", "b", "c"}, Language::kNl) == "a, b en c");
  CHECK(wording.List({"a", "b"}, Language::kEn) == "a and b");
  CHECK(wording.Name("phone", Language::kNl) == "telefoon");
  CHECK(wording.Name("linkedin", Language::kNl) == "LinkedIn");
  CHECK(wording.Name("home", Language::kEn) == "the home page");
  CHECK(wording.Name("anything", Language::kEn) == "anything");
  const Bilingual reason = wording.Reason("incomplete", {"site", "search"});
  CHECK(reason.en.find("the website and the site's search") != std::string::npos);
}

TEST_CASE("placeholders are filled once: what a site says is never read as one") {
  CHECK(FillIn("a {b} c", {{"b", "{d}"}, {"d", "x"}}) == "a {d} c");
  CHECK(FillIn("{unknown}!", {}) == "!");
  CHECK(*Placeholders("{b} {a} {b}") == std::vector<std::string>{"a", "b"});
  for (const std::string bad : {"{", "}", "a {b", "{}", "{A}", "{a b}"}) {
    CAPTURE(bad);
    CHECK(!Placeholders(bad));
  }
}

}  // namespace klikpad
