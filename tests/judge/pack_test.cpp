// The grammar of packs: every mistake named with file, line and the word that was meant.

#include "judge/pack.h"

#include <doctest/doctest.h>

#include "judge/knowledge.h"
#include "support/temp_dir.h"

namespace klikpad {

namespace {

const std::string kTexts =
    "  title: {nl: a, en: b}\n"
    "  says: {plus: {nl: 'ja {count}', en: 'yes {count}'}, minus: {nl: nee, en: no}}\n"
    "  fix: {nl: doe, en: do}\n"
    "  source: {cite: ergens, from: 2013-04-01}\n";
const std::string kLogic =
    "- id: mine\n"
    "  look_at: {check: pages-with-role, with: {role: home}}\n"
    "  decide:\n"
    "  - plus: {check: channel-on-page, with: {channels: $channel, role: home}}\n"
    "  otherwise: minus\n"
    "  absence_needs: [site/home]\n";
const std::string kHead =
    "pack: p\n"
    "about: {nl: over, en: about}\n"
    "parameters: {channel: twitter}\n"
    "rules:\n";

// Loads the text as the file p.yaml of a user.
Result<Library> Load(const std::string& text) {
  const TempDir folder;
  return LoadLibrary(RulesFolder(), KnownRules(), {folder.Write("p.yaml", text)});
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a small pack loads") {
  const auto library = Load(kHead + kLogic + kTexts);
  REQUIRE_MESSAGE(library.has_value(), (library ? "" : library.error().Text()));
  REQUIRE(library->packs.size() == 1);
  const Rule& rule = library->packs[0].rules.at(0);
  CHECK(rule.id == "mine");
  CHECK(rule.decide[0].calls[0].arguments[0].words == std::vector<std::string>{"twitter"});
  // A default that the rule does not name stays the check's own.
  CHECK(rule.decide[0].calls[0].arguments[2].words ==
        std::vector<std::string>{"contact", "follow"});
  CHECK(rule.weight == 1);
}

TEST_CASE("mistakes in a pack name their line") {
  const std::string whole = kHead + kLogic + kTexts;
  struct Case {
    std::string name, from, to, error;
  };
  const Case cases[] = {
      {"key of a pack",
       "about:", "abuot:", "p.yaml:2: unknown key 'abuot' (did you mean 'about'?)"},
      {"name", "pack: p", "pack: q", "p.yaml:1: the pack is named 'q', its file 'p'"},
      {"key of a rule", "  otherwise:", "  otherwize:",
       "p.yaml:9: unknown key 'otherwize' (did you mean 'otherwise'?)"},
      {"key of a call", "{check: pages-with-role, with:", "{check: pages-with-role, wth:",
       "p.yaml:6: unknown key 'wth' (did you mean 'with'?)"},
      {"check", "check: pages-with-role", "check: page-with-role",
       "p.yaml:6: unknown check 'page-with-role' (did you mean 'pages-with-role'?)"},
      {"parameter of a check", "{role: home}}\n  decide", "{rol: home}}\n  decide",
       "p.yaml:6: unknown key 'rol' (did you mean 'role'?)"},
      {"parameter left out", "with: {role: home}}\n  decide", "with: {}}\n  decide",
       "p.yaml:6: check 'pages-with-role' needs 'role'"},
      {"role", "{role: home}}\n  decide", "{role: hoem}}\n  decide",
       "p.yaml:6: unknown role 'hoem' for 'role' (did you mean 'home'?)"},
      {"channel in a parameter", "channel: twitter", "channel: twiter",
       "p.yaml:3: unknown channel 'twiter' for 'channels' (did you mean 'twitter'?)"},
      {"parameter of the pack", "$channel", "$chanel",
       "p.yaml:8: the pack has no parameter 'chanel' (did you mean 'channel'?)"},
      {"unused parameter", "$channel", "twitter",
       "p.yaml:3: no rule uses the parameter 'channel' (as $channel)"},
      {"outcome", "otherwise: minus", "otherwise: mnius",
       "p.yaml:9: unknown outcome 'mnius' (did you mean 'minus'?)"},
      {"outcome of a case", "- plus: {check", "- pluss: {check",
       "p.yaml:8: unknown outcome 'pluss' (did you mean 'plus'?)"},
      {"look", "[site/home]", "[site/hoem]",
       "p.yaml:10: unknown look 'site/hoem' (did you mean 'site/home'?)"},
      {"absence without looks", "  absence_needs: [site/home]\n", "",
       "can speak of what was not seen"},
      {"language", "title: {nl: a, en: b}", "title: {nl: a}", "p.yaml:11: "},
      {"empty text", "title: {nl: a, en: b}", "title: {nl: a, en: ' '}",
       "p.yaml:11: an empty text"},
      {"third language", "title: {nl: a, en: b}", "title: {nl: a, en: b, de: c}",
       "p.yaml:11: unknown key 'de'"},
      {"placeholder", "'yes {count}'", "'yes {cuont}'", "p.yaml:12: nl has the placeholders"},
      {"unknown placeholder", "minus: {nl: nee, en: no}", "minus: {nl: '{valeu}', en: '{valeu}'}",
       "p.yaml:12: unknown placeholder {valeu} (did you mean 'value'?)"},
      {"words of a case", "role: home}}\n  otherwise",
       "role: home}}\n    says: {nl: '{vlaue}', en: '{vlaue}'}\n  otherwise",
       "p.yaml:9: unknown placeholder {vlaue} (did you mean 'value'?)"},
      {"a case that says half", "role: home}}\n  otherwise",
       "role: home}}\n    says: {nl: alleen}\n  otherwise", "p.yaml:9: "},
      {"rows in a title", "title: {nl: a, en: b}", "title: {nl: '{quote}', en: '{quote}'}",
       "p.yaml:11: unknown placeholder {quote}"},
      {"stray brace", "title: {nl: a, en: b}", "title: {nl: 'a }', en: b}", "a stray brace"},
      {"outcome unsaid", ", minus: {nl: nee, en: no}", "", "nothing is said for 'minus'"},
      {"said in vain", "minus: {nl: nee, en: no}}",
       "minus: {nl: nee, en: no}, not applicable: {nl: x, en: y}}",
       "this rule never says 'not applicable'"},
      {"no source", "  source: {cite: ergens, from: 2013-04-01}\n", "", "source"},
      {"source without date", ", from: 2013-04-01", ", from: ooit",
       "from is the date from which the rule holds"},
      {"id", "- id: mine", "- id: My rule", "p.yaml:5: a rule's id is made of"},
      {"no decide",
       "  decide:\n  - plus: {check: channel-on-page, with: {channels: $channel, role: home}}\n",
       "", "decide"},
      {"at_least", "role: home}}\n  otherwise", "role: home}, at_least: 0}\n  otherwise",
       "at_least is 1 or more"},
      {"share", "role: home}}\n  otherwise", "role: home}, share: 80}\n  otherwise",
       "share is above 0, at most 1"},
      {"number", "otherwise: minus", "otherwise: minus\n  weight: heavy", "p.yaml:10: "},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto library = Load(Replaced(whole, c.from, c.to));
    REQUIRE(!library);
    CAPTURE(library.error().Text());
    CHECK(library.error().Text().find(c.error) != std::string::npos);
  }
  CHECK(Load(whole + kLogic + kTexts).error().Text().find("rule 'mine' twice") !=
        std::string::npos);
}

TEST_CASE("a case may have words of its own; then the rule owes none for its outcome") {
  const std::string own = Replaced(kHead + kLogic + kTexts, "role: home}}\n  otherwise",
                                   "role: home}}\n    says: {nl: hier, en: here}\n  otherwise");
  const auto library =
      Load(Replaced(own, "plus: {nl: 'ja {count}', en: 'yes {count}'}, minus", "minus"));
  REQUIRE_MESSAGE(library.has_value(), (library ? "" : library.error().Text()));
  CHECK(library->packs[0].rules[0].decide[0].says->en == "here");
}

TEST_CASE("a pack file brings its own checks, but none of klikpad's names") {
  const TempDir folder;
  const std::string text =
      Replaced(kHead + kLogic + kTexts, "pages-with-role, with: {role: home}", "mine");
  const std::string path = folder.Write("p.yaml", text);
  const std::string sql = "-- row: a page\nSELECT ref, page_id, quote FROM pages";
  folder.Write("checks/mine.sql", sql);
  const auto library = LoadLibrary(RulesFolder(), KnownRules(), {path});
  CHECK_MESSAGE(library.has_value(), (library ? "" : library.error().Text()));
  // What the check says is part of the digest.
  folder.Write("checks/mine.sql", sql + " WHERE clicks = 0");
  CHECK(LoadLibrary(RulesFolder(), KnownRules(), {path})->digest != library->digest);
  folder.Write("checks/entry-link.sql", sql);
  const auto clash = LoadLibrary(RulesFolder(), KnownRules(), {path});
  REQUIRE(!clash);
  CHECK(clash.error().Text().find("a check of this name is there already") != std::string::npos);
}

}  // namespace klikpad
