// The shipped vocabulary says what its examples promise, and mistakes in it are named.

#include "rules/vocabulary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace klikpad {
namespace {

const Vocabulary& Shipped() {
  static const Vocabulary kShipped = [] {
    auto vocabulary = LoadVocabulary(std::string(KLIKPAD_ROOT) + "/rules/vocabulary");
    REQUIRE_MESSAGE(vocabulary, vocabulary.error().Text());
    return *vocabulary;
  }();
  return kShipped;
}

bool SaysLabel(const std::string& text, const std::string& word) {
  const auto matches = Shipped().FindLabels(text, "");
  return std::any_of(matches.begin(), matches.end(),
                     [&](const LabelMatch& match) { return match.label->text == word; });
}

TEST_CASE("every label and false scent of the vocabulary does what its example says") {
  CHECK(Shipped().Labels().size() >= 443);
  for (const WordExample& example : Shipped().LabelExamples()) {
    CAPTURE(example.place);
    CAPTURE(example.word);
    CAPTURE(example.text);
    if (example.is_match) {
      CHECK(!Shipped().FindLabels(example.text, "").empty());
    } else {
      CHECK_FALSE(SaysLabel(example.text, example.word));
    }
  }
}

TEST_CASE("every word list finds its own words and its examples") {
  for (const std::string& name : Shipped().ListNames()) {
    for (const std::string& word : Shipped().ListWords(name)) {
      CAPTURE(name);
      CAPTURE(word);
      CHECK(Shipped().Term(name, word) != nullptr);
    }
  }
  for (const WordExample& example : Shipped().ListExamples()) {
    CAPTURE(example.place);
    CAPTURE(example.text);
    CHECK((Shipped().Term(example.word, example.text) != nullptr) == example.is_match);
  }
}

TEST_CASE("a list gives the longest of its words at the first place") {
  CHECK(*Shipped().Term("status-down", "De app is niet beschikbaar") == "niet beschikbaar");
  CHECK(*Shipped().Term("any-hour", "Wij zijn er 24 uur per dag, 7 dagen per week") ==
        "24 uur per dag, 7 dagen per week");
  CHECK(Shipped().Term("any-hour", "Antwoord binnen 24 uur") == nullptr);
  CHECK(*Shipped().Term("plain-twitter", "Volg ons op Twitter!") == "twitter");
  CHECK(Shipped().Term("jargon", "Wij zorgen voor het web, care voor u") == nullptr);
  CHECK(Shipped().Term("no such list", "webcare") == nullptr);
  CHECK(Shipped().HasList("praise"));
  CHECK_FALSE(Shipped().HasList("prais"));
}

TEST_CASE("labels are read by the page's language, and by all where it is unknown") {
  struct Case {
    std::string name, text, lang, label;
  };
  const std::vector<Case> cases{
      {"own language", "Klantenservice", "nl-NL", "klantenservice"},
      {"accents do not matter", "Reclamation", "fr", "réclamation"},
      {"English beside the own language", "Customer service", "nl", "customer service"},
      {"unknown language", "Kundenservice", "", "kundenservice"},
      {"a language without words here", "Contact", "pl", "contact"},
      {"a template's wrong language", "Klantenservice", "en", "klantenservice"},
      {"upper case and spaces", "  KONTAKT \n", "de", "kontakt"},
      {"longest label wins", "Neem contact met ons op", "nl", "neem contact met ons op"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto matches = Shipped().FindLabels(c.text, c.lang);
    REQUIRE(matches.size() == 1);
    CHECK(matches[0].label->text == c.label);
    CHECK(matches[0].is_whole);
  }
  CHECK(Shipped().FindLabels("Contactlenzen", "nl").empty());
  CHECK(Shipped().FindLabels("Mobiel bellen", "nl").empty());
  CHECK_FALSE(SaysLabel("Aanvragen bij de belastingdienst", "vragen"));
}

TEST_CASE("channels are known by their names, and X only alone or beside another") {
  const auto channels = [](const std::string& text, const std::string& lang) {
    std::string found;
    for (const ChannelMatch& match : Shipped().FindChannels(text, lang)) {
      found += (found.empty() ? "" : " ") + match.name->channel;
    }
    return found;
  };
  CHECK(channels("Facebook en Twitter", "nl") == "facebook twitter");
  CHECK(channels("X", "nl") == "twitter");
  CHECK(channels("Instagram, X", "nl") == "instagram twitter");
  CHECK(channels("Generation X", "en") == "");
  CHECK(channels("Chat pour chien", "fr") == "chat");
  CHECK(channels("Bel of app ons", "nl") == "phone whatsapp");
}

TEST_CASE("addresses that lead to people are known by their last words") {
  CHECK(Shipped().IsContactPath("/nl/contact"));
  CHECK(Shipped().IsContactPath("/over-ons/contact/"));
  CHECK(Shipped().IsContactPath("/contact_us"));
  CHECK_FALSE(Shipped().IsContactPath("/contactlenzen"));
  CHECK_FALSE(Shipped().IsContactPath("/shop/lens-contact"));
  CHECK_FALSE(Shipped().IsContactPath("/contact/bedankt"));
  CHECK(Shipped().IsContactHost("klantenservice.winkel.example"));
  CHECK_FALSE(Shipped().IsContactHost("www.winkel.example"));
}

TEST_CASE("a mistake in the vocabulary is named with file and line") {
  struct Case {
    std::string name, text, error;
  };
  const std::vector<Case> cases{
      {"unknown key", "labls: {}\n", "v.yaml:1: unknown key 'labls' (did you mean 'labels'?)"},
      {"unknown strength", "labels:\n  nl:\n    - {text: a, strength: strng, intent: page}\n",
       "v.yaml:3: unknown strength 'strng' (did you mean 'strong'?)"},
      {"missing text", "labels:\n  nl:\n    - {strength: weak, intent: page}\n",
       "v.yaml:3: key 'text' is missing"},
      {"unknown role", "roles:\n  contakt: {paths: [a]}\n",
       "v.yaml:2: unknown role 'contakt' (did you mean 'contact'?)"},
      {"a word twice", "lists:\n  a: {words: [x, x]}\n", "v.yaml:2: 'x' stands twice in list 'a'"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto yaml = Yaml::Parse(c.text, "v.yaml");
    REQUIRE(yaml);
    const auto vocabulary = ParseVocabulary({*yaml});
    REQUIRE_FALSE(vocabulary);
    CHECK(vocabulary.error().Text() == c.error);
  }
}

}  // namespace
}  // namespace klikpad
