// app.yaml: what a tester may type, and how mistakes are named.

#include "brand/app_file.h"

#include <doctest/doctest.h>

#include "base/files.h"
#include "base/text.h"

namespace klikpad {
namespace {

Channels AllChannels() {
  const auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/channels.yaml");
  REQUIRE(yaml.has_value());
  auto channels = ParseChannels(*yaml);
  REQUIRE(channels.has_value());
  return std::move(*channels);
}

AppReading Read(const std::string& text) { return ReadAppFile(text, "app.yaml", AllChannels()); }

std::string Errors(const AppReading& reading) {
  std::string text;
  for (const Error& error : reading.errors) text += (text.empty() ? "" : " | ") + error.Text();
  return text;
}

TEST_CASE("every way to write a line is understood") {
  const AppReading reading = Read(R"(app: Voorbeeld
at: 2026-11-02
screens:
  Begin:
  - Overboeken
  - Service -> Hulp
  - hulp ->
  - Sparen -> ?
  - Site → https://www.voorbeeld.example/a
  Hulp:
  - Bel ons -> phone: 020 555 01 00
  - email: hulp@voorbeeld.example
  - Chat -> chat
  - chat:
  - {label: Volg ons, twitter: "@voorbeeld", use: follow, human: yes, hidden: yes, purpose: nieuws}
  - text: "Open: ma-vr"
  - note: nog eens kijken
  - Terug -> Begin
)");
  REQUIRE_MESSAGE(reading.errors.empty(), Errors(reading));
  const AppWalk& walk = reading.walk;
  CHECK(walk.name == "Voorbeeld");
  CHECK(walk.start == 0);
  REQUIRE(walk.screens.size() == 2);
  const std::vector<AppItem>& begin = walk.screens[0].items;
  REQUIRE(begin.size() == 5);
  CHECK(begin[0].kind == AppItemKind::kText);
  CHECK(begin[1].screen == 1);
  CHECK(begin[1].label == "Service");
  CHECK(begin[2].screen == 1);  // called like the label, in another case
  CHECK(begin[3].kind == AppItemKind::kUnvisited);
  CHECK(begin[4].url == "https://www.voorbeeld.example/a");
  CHECK(begin[4].line == 9);
  const std::vector<AppItem>& help = walk.screens[1].items;
  REQUIRE(help.size() == 7);
  CHECK(help[0].is_behind_label);
  CHECK(help[0].channel == "phone");
  CHECK(help[0].value == "020 555 01 00");
  CHECK_FALSE(help[1].is_behind_label);
  CHECK(help[2].kind == AppItemKind::kContact);
  CHECK(help[2].channel == "chat");
  CHECK(help[3].value.empty());
  CHECK(help[4].use == Use::kFollow);
  CHECK(help[4].human == Human::kYes);
  CHECK(help[4].is_hidden);
  CHECK(help[4].purpose == "nieuws");
  CHECK(help[5].label == "Open: ma-vr");
  CHECK(help[6].screen == 0);
  REQUIRE(walk.notes.size() == 1);
  CHECK(walk.notes[0].screen == "Hulp");
  CHECK(walk.notes[0].line == 17);
}

TEST_CASE("every mistake is named with its line") {
  struct Case {
    std::string name, text, expected;
  };
  const std::vector<Case> cases = {
      {"empty", "", "app.yaml: is empty: `klikpad audit --template app` prints one to start from"},
      {"no screens", "app: x\n", "app.yaml:1: key 'screens' is missing"},
      {"screens are no map", "screens: x\n",
       "app.yaml:1: expected a map of screen: what stands on it"},
      {"unknown key", "screeens: {A: }\n",
       "app.yaml:1: unknown key 'screeens' (did you mean 'screens'?) | "
       "app.yaml:1: key 'screens' is missing"},
      {"unknown target", "screens:\n  Begin:\n  - Ga -> Contakt\n  Contact:\n  - Ga -> Begin\n",
       "app.yaml:3: no screen is called 'Contakt' (did you mean 'Contact'?)"},
      {"unreachable",
       "screens:\n  Begin:\n  - Ga -> B\n  B:\n  C:\n  - Ga -> D\n  D:\n  - Ga -> C\n",
       "app.yaml:5: nothing leads from 'Begin' to screen 'C' | "
       "app.yaml:7: nothing leads from 'Begin' to screen 'D'"},
      {"two of a name", "screens:\n  Begin:\n  - Ga -> contact\n  Contact:\n  contact:\n",
       "app.yaml:5: screen 'contact' stands on line 4 already"},
      {"unknown start", "start: Bgin\nscreens:\n  Begin:\n",
       "app.yaml:1: no screen is called 'Bgin' (did you mean 'Begin'?)"},
      {"unknown channel", "screens:\n  Begin:\n  - twiter: \"@x\"\n",
       "app.yaml:3: 'twiter' is no channel; words with a colon are written as text: \"…\" (did you "
       "mean 'twitter'?)"},
      {"no number", "screens:\n  Begin:\n  - Bel -> phone:\n",
       "app.yaml:3: 'phone' needs the number, address or account as written on the screen"},
      {"two contacts", "screens:\n  Begin:\n  - {phone: 1, email: a}\n",
       "app.yaml:3: one line holds one contact"},
      {"two things", "screens:\n  Begin:\n  - {phone: 1, to: Begin}\n",
       "app.yaml:3: says not one thing: a channel, 'to' or 'text'"},
      {"unknown word", "screens:\n  Begin:\n  - {phone: 1, use: folow}\n",
       "app.yaml:3: 'folow' is none of: contact, share, follow, content (did you mean 'follow'?)"},
      {"no label", "screens:\n  Begin:\n  - \"-> Begin\"\n",
       "app.yaml:3: the words before the arrow are missing"},
      {"several at once", "screens:\n  Begin:\n  - A -> X1\n  - phone:\n  - B -> X2\n",
       "app.yaml:4: 'phone' needs the number, address or account as written on the screen"},
      {"a list in a list", "screens:\n  Begin:\n  - [a]\n",
       "app.yaml:3: expected words, 'LABEL -> SCREEN' or 'CHANNEL: VALUE'"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Errors(Read(c.text)) == c.expected);
  }
}

TEST_CASE("screens may lead back and round, and stand empty") {
  const AppReading reading =
      Read("screens:\n  A:\n  - x -> B\n  B:\n  - y -> A\n  - z -> B\n  - leeg -> C\n  C:\n");
  CHECK_MESSAGE(reading.errors.empty(), Errors(reading));
}

TEST_CASE("a screen can be left out of the walk") {
  const AppReading reading = Read("screens:\n  A:\n  - x -> B\n  B: not visited\n");
  REQUIRE_MESSAGE(reading.errors.empty(), Errors(reading));
  CHECK_FALSE(reading.walk.screens[1].is_visited);
}

TEST_CASE("the template is a valid file, and so are the walks of the fixtures") {
  CHECK(Errors(Read(AppTemplate())).empty());
  for (const std::string name : {"ing-2013", "luchtbrug"}) {
    CAPTURE(name);
    const auto text = ReadFile(std::string(KLIKPAD_ROOT) + "/fixtures/sites/" + name + "/app.yaml");
    REQUIRE(text.has_value());
    CHECK(Errors(Read(*text)).empty());
  }
}

}  // namespace
}  // namespace klikpad
