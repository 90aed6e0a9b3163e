// Words of forms: how names are split, how entries fit, and that rules/forms.yaml reads.

#include "rules/form_words.h"

#include <doctest/doctest.h>

namespace klikpad {
namespace {

using List = std::vector<std::string>;

WordList ListOf(const std::string& yaml) {
  Result<Yaml> parsed = Yaml::Parse(yaml, "list.yaml");
  REQUIRE(parsed);
  WordList list;
  REQUIRE(list.Add(*parsed));
  return list;
}

TEST_CASE("names are split at capitals, digits and signs") {
  CHECK(WordsOfName("contactForm_2-email[addr]") == List{"contact", "form", "email", "addr"});
  CHECK(WordsOfName("HTMLForm") == List{"html", "form"});
  CHECK(WordsOfName("ctl00$txtEMail") == List{"ctl", "txt", "e", "mail"});
  CHECK(WordsOfName("").empty());
  CHECK(WordsOfText("Ihre Nachricht — Größe!") == List{"ihre", "nachricht", "grosse"});
}

TEST_CASE("an entry fits the beginning of a word, the whole, any place, or words in a row") {
  WordList list = ListOf("[contact, '=q', '*search', log in, ВОЙТИ]");
  CHECK(list.Which({"contactformulier"}) == "contact");
  CHECK(list.Which({"q"}) == "=q");
  CHECK(list.Which({"query"}).empty());
  CHECK(list.Which({"websearchbox"}) == "*search");
  CHECK(list.Which({"please", "log", "in"}) == "log in");
  CHECK(list.Which({"log", "out"}).empty());
  CHECK(list.Which({"recontact"}).empty());
  CHECK(list.Fits(WordsOfText("Войти")));
}

TEST_CASE("the catalogue of form words reads, and knows every kind but none twice") {
  Result<Yaml> yaml = Yaml::Load(KLIKPAD_ROOT "/rules/forms.yaml");
  REQUIRE_MESSAGE(yaml, (yaml ? std::string() : yaml.error().Text()));
  Result<FormWords> words = ParseFormWords(*yaml);
  REQUIRE_MESSAGE(words, (words ? std::string() : words.error().Text()));
  CHECK(words->kinds.size() == Words<FormKind>::kList.size());
  CHECK(words->fields.size() == Words<FieldSense>::kList.size());
  CHECK(words->embeds.size() > 20);
}

TEST_CASE("a mistake in the file is told with its line") {
  struct Case {
    std::string name, text, says;
  };
  for (const Case& c : std::vector<Case>{
           {"kind", "fields: {}\nkinds:\n  contat: {}\ncallback: []\nembeds: []\nnot_embeds: []\n",
            "contact"},
           {"sense", "fields:\n  emial: []\nkinds: {}\ncallback: []\nembeds: []\nnot_embeds: []\n",
            "email"},
           {"key",
            "fields: {}\nkinds:\n  contact: {submits: []}\ncallback: []\nembeds: []\nnot_embeds: "
            "[]\n",
            "submit"},
           {"word",
            "fields:\n  email: ['=!']\nkinds: {}\ncallback: []\nembeds: []\nnot_embeds: []\n",
            "no word"},
           {"missing", "fields: {}\nkinds: {}\nembeds: []\nnot_embeds: []\n", "callback"},
       }) {
    CAPTURE(c.name);
    Result<Yaml> yaml = Yaml::Parse(c.text, "f.yaml");
    REQUIRE(yaml);
    Result<FormWords> words = ParseFormWords(*yaml);
    REQUIRE_FALSE(words);
    CHECK(words.error().Text().starts_with("f.yaml:"));
    CHECK(words.error().Text().find(c.says) != std::string::npos);
  }
}

}  // namespace
}  // namespace klikpad
