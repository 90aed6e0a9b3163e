// observations.yaml: what it may say, and what it is told when it says it wrong.

#include "brand/observations.h"

#include <doctest/doctest.h>

#include "brand/derive_metrics.h"

namespace klikpad {
namespace {

const Rules& TheRules() {
  static const Rules rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules").value();
  return rules;
}

ObservationsReading Read(const std::string& text) {
  Brand brand;
  brand.name = "Voorbeeld";
  brand.country = "NL";
  return ParseObservations(text, "map/observations.yaml", brand, TheRules());
}

std::string Errors(const ObservationsReading& reading) {
  std::string all;
  for (const Error& error : reading.errors) all += error.Text() + "\n";
  return all;
}

Observations Good(const std::string& text) {
  ObservationsReading reading = Read(text);
  REQUIRE_MESSAGE(reading.errors.empty(), Errors(reading));
  return std::move(reading.observations);
}

TEST_CASE("both templates parse, and say the same") {
  const Observations nl = Good(ObservationsTemplate("nl"));
  const Observations en = Good(ObservationsTemplate("en"));
  for (const Observations* seen : {&nl, &en}) {
    CHECK(seen->probes.size() == 1);
    CHECK(seen->incidents.size() == 1);
    CHECK(seen->touchpoints.size() == 1);
    CHECK(seen->benchmarks.size() == 4);
    CHECK(seen->metrics.size() == 10);
    CHECK(seen->looked.size() == 5);
  }
  CHECK(nl.probes[0].asked.iso == "2026-01-30T13:10:00+01:00");
  CHECK(DeriveMetrics(nl, TheRules().metrics).size() ==
        DeriveMetrics(en, TheRules().metrics).size());
}

TEST_CASE("every entry says who noted it, when, and on which line") {
  const Observations seen = Good(R"(by: KV
on: 2013-04-30
touchpoints:
- kind: brief
  shows: {phone: [020 555 01 00, 0800 555], email: a@voorbeeld.example}
  legible: yes
- {kind: bon, shows: nothing, by: AB, on: 2013-05, source: een klant, note: oud}
)");
  REQUIRE(seen.touchpoints.size() == 4);
  CHECK(seen.touchpoints[0].noted.Place() == "observations.yaml:4");
  CHECK(seen.touchpoints[0].noted.by == "KV");
  CHECK(seen.touchpoints[0].noted.on == "2013-04-30");
  CHECK(seen.touchpoints[1].value == "0800 555");
  CHECK(seen.touchpoints[2].channel == "email");
  CHECK(seen.touchpoints[3].channel.empty());
  CHECK(seen.touchpoints[3].noted.by == "AB");
  CHECK(seen.touchpoints[3].noted.on == "2013-05");
  CHECK(seen.touchpoints[3].noted.Place() == "observations.yaml:7");
  CHECK(seen.looked == std::vector<LookKind>{LookKind::kTouchpoint});
}

TEST_CASE("what a client reads may stand in both languages") {
  const std::string text =
      "by: KV\non: 2013-04-30\ntouchpoints:\n- kind: {nl: bankpas, en: bank card}\n"
      "  shows: {phone: 0800 555}\n  note:\n    en: seen at home\n    nl: thuis bekeken\n"
      "- {kind: bon, shows: nothing, note: {nl: thuis bekeken, en: seen at home}}\n";
  const Observations english = Good(text);  // the brand names no language
  CHECK(english.touchpoints[0].kind == "bank card");
  CHECK(english.touchpoints[0].noted.note == "seen at home");
  CHECK(english.touchpoints[1].kind == "bon");
  REQUIRE(english.said.size() == 2);
  CHECK(english.said.at("bank card") == Bilingual{"bankpas", "bank card"});
  Brand brand;
  brand.country = "NL";
  brand.languages = {"nl", "en"};
  const auto dutch = ParseObservations(text, "observations.yaml", brand, TheRules());
  CHECK(Errors(dutch) == "");
  CHECK(dutch.observations.touchpoints[0].kind == "bankpas");
  CHECK(dutch.observations.said.at("thuis bekeken") == Bilingual{"thuis bekeken", "seen at home"});

  struct Case {
    std::string kind, says;
  };
  for (const Case& c :
       {Case{"{nl: bankpas}", "kind: 'en' is missing; a text alone is fine, too"},
        Case{"{nl: bankpas, en: }", "kind: 'en' is missing"},
        Case{"{nl: bankpas, en: [a]}", "kind: expected text"},
        Case{"{nl: bankpas, de: Karte}", "kind: 'de' is neither nl nor en"},
        Case{"{}", "kind: 'nl' is missing"}, Case{"[bankpas]", "kind: expected text"}}) {
    CAPTURE(c.kind);
    const auto reading = Read("by: KV\ntouchpoints:\n- kind: " + c.kind + "\n  shows: nothing\n");
    CHECK_MESSAGE(Errors(reading).find(c.says) != std::string::npos, Errors(reading));
    CHECK(Errors(reading).find("observations.yaml:3") != std::string::npos);
  }
  CHECK(Errors(Read("by: KV\ntouchpoints:\n- {kind: {nl: pas, en: card}, shows: nothing}\n"
                    "- {kind: {nl: kaart, en: card}, shows: nothing}\n"))
            .find("'card' has another translation elsewhere") != std::string::npos);
  CHECK(Errors(Read("by: KV\nprobes:\n- {channel: {nl: twitter, en: twitter}, asked: 2013-04-09 "
                    "10:00, question: x}\n"))
            .find("channel: expected text") != std::string::npos);
}

TEST_CASE("a channel by another of its names is told by its own") {
  CHECK(Errors(Read("by: KV\nprobes:\n- {channel: X, asked: 2013-04-09 10:00, question: x}\n"))
            .find("'x' is no channel (did you mean 'twitter'?)") != std::string::npos);
}

TEST_CASE("an empty section says that somebody looked") {
  const Observations seen = Good("incidents: []\nprobes:\n");
  CHECK(seen.looked == std::vector<LookKind>{LookKind::kProbe, LookKind::kIncident});
}

TEST_CASE("the brand's own row of a comparison is known by its name or its mark") {
  const Observations seen = Good(R"(benchmarks:
- measure: response-time
  source: monitor
  on: 2013-03
  unit: minutes
  of: 9
  rows:
  - {who: voorbeeld, rank: 2, value: 64}
  - {who: Voorbeeld, ours: no, rank: 3}
  - {who: Webcare van ons, ours: yes, rank: 4, source: elders, on: 2014}
)");
  REQUIRE(seen.benchmarks.size() == 3);
  CHECK(seen.benchmarks[0].is_ours);
  CHECK_FALSE(seen.benchmarks[1].is_ours);
  CHECK(seen.benchmarks[2].is_ours);
  CHECK(seen.benchmarks[0].noted.source == "monitor");
  CHECK(seen.benchmarks[0].noted.on == "2013-03");
  CHECK(seen.benchmarks[0].noted.line == 8);
  CHECK(seen.benchmarks[2].noted.source == "elders");
  CHECK(seen.benchmarks[2].noted.on == "2014");
}

TEST_CASE("a mistake is told with its line and, where one is near, the word that was meant") {
  struct Case {
    std::string name, text, says;
  };
  const std::string probe = "probes:\n- channel: twitter\n  question: Hoe\n  asked: ";
  const std::vector<Case> cases = {
      {"unknown section", "probs:\n- {}\n", ":1: unknown key 'probs' (did you mean 'probes'?)"},
      {"unknown key", probe + "2013-04-04 10:00\n  awnsered: 2013-04-04 10:10\n",
       ":5: unknown key 'awnsered' (did you mean 'answered'?)"},
      {"unknown channel", "probes:\n- {channel: twiter, asked: 2013-04-04 10:00, question: Hoe}\n",
       ":2: 'twiter' is no channel (did you mean 'twitter'?)"},
      {"no time", probe + "gisteren\n", ":4: asked: 'gisteren' is no time"},
      {"no clock", probe + "2013-04-04\n", ":4: asked: '2013-04-04' needs a time of day"},
      {"end before start", probe + "2013-04-04 10:00\n  answered: 2013-04-04 09:59\n",
       ":5: answered 2013-04-04T09:59:00+02:00 lies before asked"},
      {"answered and waited",
       probe + "2013-04-04 10:00\n  answered: 2013-04-04 10:10\n  waited: 2013-04-04 11:00\n",
       ":6: waited: is for a question without an answer"},
      {"missing question", "probes:\n- {channel: twitter, asked: 2013-04-04 10:00}\n",
       ":2: 'question' is missing"},
      {"missing time", "probes:\n- {channel: twitter, question: Hoe}\n", ":2: 'asked' is missing"},
      {"a word of a set", probe + "2013-04-04 10:00\n  human: ja\n",
       ":5: 'ja' is none of: yes, no, unknown"},
      {"confirmed before it began",
       "incidents:\n- {subject: app, started: 2013-04-03 10:00, confirmed: 2013-04-03 09:00}\n",
       ":2: confirmed 2013-04-03T09:00:00+02:00 lies before started"},
      {"where but not when",
       "incidents:\n- {subject: app, started: 2013-04-03 10:00, confirmed-on: site}\n",
       ":2: confirmed-on: says where, but 'confirmed' is missing"},
      {"no contact said", "touchpoints:\n- {kind: pas, legible: no}\n", ":2: 'shows' is missing"},
      {"print height", "touchpoints:\n- {kind: pas, shows: {phone: 1}, print-mm: klein}\n",
       ":2: print-mm: expected a number"},
      {"rank without number", "benchmarks:\n- {measure: m, source: s, rows: [{who: a, rank: 2}]}\n",
       ":2: rank: among how many?"},
      {"rank past the last",
       "benchmarks:\n- {measure: m, source: s, of: 3, rows: [{who: a, rank: 4}]}\n",
       ":2: rank: 4 of 3 compared"},
      {"compared with nobody",
       "benchmarks:\n- {measure: m, source: s, of: 1, rows: [{who: a, rank: 1}]}\n",
       ":2: of: expected a whole number from 2"},
      {"value of what", "benchmarks:\n- {measure: m, source: s, rows: [{who: a, value: 4}]}\n",
       ":2: value: of what?"},
      {"nobody published it", "benchmarks:\n- {measure: m, rows: [{who: a, value: yes}]}\n",
       ":2: 'source' is missing"},
      {"marks of thousands", "followers:\n- {channel: twitter, counts: {2013-04-02: 18.400}}\n",
       ":2: expected a whole number without marks of thousands, found '18.400'"},
      {"no day", "followers:\n- {channel: twitter, counts: {april: 18400}}\n",
       ":2: 'april' is no day or month"},
      {"a fraction of a person", "metrics:\n- {name: fans, value: 58.441}\n",
       ":2: value: people are counted whole"},
      {"a metric misspelt", "metrics:\n- {name: peple-talking, value: 4720}\n",
       "did you mean 'people-talking'?"},
      {"a metric that is computed", "metrics:\n- {name: nps, value: 12}\n",
       ":2: name: klikpad computes 'nps' itself"},
      {"another unit", "metrics:\n- {name: fans, value: 4, unit: percent}\n",
       ":2: unit: fans counts in people"},
      {"infinite", "metrics:\n- {name: eigen, value: inf}\n", ":2: value: expected a number"},
      {"score eleven", "surveys:\n- {scores: {11: 2}}\n", ":2: '11' is no score from 0 to 10"},
      {"fewer than none", "surveys:\n- {scores: {9: -2}}\n", ":2: -2 answers cannot be"},
      {"empty team", "team:\n- {name: webcare}\n", ":2: says nothing: write 'people' or 'fte'"},
      {"photo elsewhere", "touchpoints:\n- {kind: pas, shows: nothing, photo: ../pas.jpg}\n",
       ":2: photo: name a file below the folder"},
      {"photo of this machine",
       "touchpoints:\n- {kind: pas, shows: nothing, photo: /etc/pas.jpg}\n",
       ":2: photo: name a file below the folder"},
      {"no picture", "touchpoints:\n- {kind: pas, shows: nothing, photo: pas.pdf}\n",
       ":2: photo: 'pas.pdf' is no .jpg, .png or .webp"},
      {"zone", "zone: Amsterdam\n", ":1: 'Amsterdam' is no time zone"},
      {"day", "on: 30-04-2013\n", ":1: on: '30-04-2013' is no day or month"},
      {"a list", "- probes\n", ":1: expected an entry"},
      {"a word for a list", "probes: geen\n", ":1: expected a list of entries"},
      {"empty", "", "is empty: `klikpad audit --template observations`"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const std::string errors = Errors(Read(c.text));
    CHECK_MESSAGE(errors.find(c.says) != std::string::npos, errors);
    CHECK_MESSAGE(errors.find("map/observations.yaml") != std::string::npos, errors);
  }
}

TEST_CASE("all mistakes of a file are told at once, by line") {
  const ObservationsReading reading =
      Read("metrics:\n- {name: fns, value: 3}\nprobes:\n- {channel: twitter}\n- {channel: x1}\n");
  REQUIRE(reading.errors.size() > 4);
  for (std::size_t i = 1; i < reading.errors.size(); ++i) {
    CHECK(reading.errors[i - 1].line <= reading.errors[i].line);
  }
}

}  // namespace
}  // namespace klikpad
