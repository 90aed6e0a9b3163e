// A glance may say too often that something can stand in a text, never too rarely.

#include "find/text/page_glance.h"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <vector>

#include "base/text.h"
#include "find/hours/hours.h"
#include "find/hours/stretches.h"
#include "page/reader.h"
#include "rules/rules.h"

namespace klikpad {
namespace {

const Rules& Shipped() {
  static const Rules kShipped = [] {
    auto rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules");
    REQUIRE_MESSAGE(rules, rules.error().Text());
    return *std::move(rules);
  }();
  return kShipped;
}

Page PageOf(const std::string& body, const std::string& lang) {
  return ReadPage("<!doctype html><html lang=\"" + lang + "\"><body>" + body + "</body></html>",
                  "https://voorbeeld.example/contact", "text/html; charset=utf-8");
}

// Rows of hours without their places.
std::vector<std::tuple<int, int, int>> RowsOf(const std::string& body, const std::string& lang) {
  Findings found;
  FindHours(PageOf(body, lang), Shipped(), {}, found);
  std::vector<std::tuple<int, int, int>> rows;
  for (const OpeningHours& row : found.hours) rows.push_back({row.weekday, row.opens, row.closes});
  return rows;
}

// Texts without hours, longer than any opening hours reach.
std::string Filler() {
  std::string html;
  for (int i = 0; i < 30; ++i)
    html += "<p>Wij verkopen jassen, mutsen en sjaals van wol, die warm zijn en lang meegaan.</p>";
  return html;
}

TEST_CASE("a glance sees what stands in a text") {
  struct Case {
    std::string text;
    std::uint32_t words;
  };
  const std::vector<Case> cases{
      {"Op maandag gesloten", trigger::kDay}, {"MAANDAGS", trigger::kDay},
      {"Samstags geöffnet", trigger::kDay},   {"miércoles", trigger::kDay},
      {"MIÉRCOLES", trigger::kDay},           {"ma-vr", trigger::kWeakDay},
      {"Openingstijden", trigger::kHours},    {"Chat met ons", trigger::kChat},
      {"live-chat", trigger::kChat},          {"info apenstaartje firma punt nl", trigger::kAtSign},
      {"Bel mij terug", trigger::kCallback},  {"telefonisch", trigger::kChannel},
      {"9 tot 5", trigger::kRange},           {"twaalf", trigger::kClock},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(GlanceAt(c.text, Shipped().triggers).Has(c.words));
  }
  CHECK_FALSE(GlanceAt("Woonkamer en slaapkamer", Shipped().triggers).Has(trigger::kDay));
  CHECK_FALSE(GlanceAt("Snapchat", Shipped().triggers).Has(trigger::kChat));
}

TEST_CASE("numbers that a second time may follow are told from all others") {
  struct Case {
    std::string text;
    int times;
  };
  const std::vector<Case> cases{
      {"9-17 uur per dag", 1},
      {"09:00 – 17:00", 2},  // the second ends the text, as in a cell
      {"van 9.00 uur tot 17.30 uur", 2},
      {"8am to 5pm", 2},
      {"8:30 a.m. - 6 p.m.", 2},
      {"9h à 18h", 2},
      {"between 9 and 5", 1},
      {"van negen tot vijf", 2},
      {"1 jaar", 0},
      {"€ 1.250,00", 0},
      {"12,5 %", 0},
      {"2e kwartaal 2024", 0},
      {"Keizersgracht 101", 0},
      {"088 123 45 67", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(static_cast<int>(GlanceAt(c.text, Shipped().triggers).times) == c.times);
  }
}

TEST_CASE("hours on a long page are those that the same text has alone") {
  for (const HoursExample& example : Shipped().vocabulary.HoursExamples()) {
    CAPTURE(example.text);
    const std::string alone = "<p>" + EscapeHtml(example.text) + "</p>";
    CHECK(RowsOf(Filler() + alone + Filler(), example.lang) == RowsOf(alone, example.lang));
  }
}

TEST_CASE("columns of days and times, and times far below their heading, are read on long pages") {
  struct Case {
    std::string name, body;
    std::size_t rows;
  };
  const std::string days =
      "<td>Maandag<br>Dinsdag<br>Woensdag<br>Donderdag<br>Vrijdag<br>Zaterdag<br>Zondag</td>";
  const std::vector<Case> cases{
      {"a row a day",
       "<table><tr><td>Maandag</td><td>9.00</td><td>-</td><td>17.00</td></tr><tr><td>Dinsdag</td>"
       "<td>9.00</td><td>-</td><td>17.00</td></tr></table>",
       2},
      {"two spans a day", "<p>Ma 9.00-12.00 13.00-17.00</p><p>Di 9.00-12.00 13.00-17.00</p>", 4},
      {"a week, closed days in it",
       "<ul><li>Monday: 8am-5pm</li><li>Tuesday: Closed</li><li>Wednesday: "
       "Closed</li><li>Thursday: "
       "Closed</li><li>Friday: Closed</li><li>Saturday: Closed</li><li>Sunday: 10am-4pm</li></ul>",
       2},
      {"without days, by a heading", "<h2>Openingstijden</h2><p>9.00 - 17.00 uur</p>", 0},
      {"any hour", "<p>Onze meldkamer is 24 uur per dag, 365 dagen per jaar bereikbaar.</p>", 7},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto alone = RowsOf(c.body, "nl");
    CHECK(RowsOf(Filler() + c.body + Filler(), "nl") == alone);
    if (c.rows > 0) CHECK(alone.size() == c.rows);
  }
}

TEST_CASE("pages without hours have no stretch that is read") {
  const Page page = PageOf(Filler() + "<p>Jas van wol, maat 38, € 59,95</p>" + Filler(), "nl");
  CHECK(HoursStretches(page, PageGlance(page, Shipped())).empty());
}

}  // namespace
}  // namespace klikpad
