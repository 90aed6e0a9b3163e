// Facts about phones and e-mails: the shipped files, and what a mistake in them says.

#include "rules/phones.h"

#include <doctest/doctest.h>

#include <string>

#include "base/files.h"
#include "base/text.h"
#include "rules/emails.h"

namespace klikpad {
namespace {

const std::string kRules = std::string(KLIKPAD_ROOT) + "/rules/";

PhoneFacts Shipped() {
  auto yaml = Yaml::Load(kRules + "phones.yaml");
  REQUIRE_MESSAGE(yaml, yaml.error().Text());
  auto facts = ParsePhoneFacts(*yaml);
  REQUIRE_MESSAGE(facts, facts.error().Text());
  return *facts;
}

std::string ErrorOf(const std::string& from, const std::string& to) {
  auto text = ReadFile(kRules + "phones.yaml");
  REQUIRE(text);
  auto yaml = Yaml::Parse(ReplaceAll(*text, from, to), "phones.yaml");
  REQUIRE_MESSAGE(yaml, yaml.error().Text());
  auto facts = ParsePhoneFacts(*yaml);
  return facts ? "" : facts.error().Text();
}

}  // namespace

TEST_CASE("countries are known by the names that people write") {
  const PhoneFacts facts = Shipped();
  struct Case {
    std::string name, country;
  };
  for (const Case& c : std::vector<Case>{{"the netherlands", "NL"},
                                         {"nederland", "NL"},
                                         {"pays-bas", "NL"},
                                         {"uk", "GB"},
                                         {"u.s.a.", "US"},
                                         {"osterreich", "AT"},
                                         {"norge", ""},
                                         {"georgia", ""},
                                         {"saudi arabia", "SA"}}) {
    CAPTURE(c.name);
    CHECK(facts.CountryNamed(c.name) == c.country);
  }
}

TEST_CASE("a top-level domain tells its country unless it is sold to anyone") {
  const PhoneFacts facts = Shipped();
  CHECK(facts.CountryOfTopLevelDomain("nl") == "NL");
  CHECK(facts.CountryOfTopLevelDomain("uk") == "GB");
  CHECK(facts.CountryOfTopLevelDomain("io") == "");
  CHECK(facts.CountryOfTopLevelDomain("com") == "");
  CHECK(facts.CountryOfTopLevelDomain("edu") == "US");
  CHECK(facts.CountryOfLanguage("nl") == "NL");
  CHECK(facts.CountryOfLanguage("en") == "");
}

TEST_CASE("short numbers belong to their country") {
  const PhoneFacts facts = Shipped();
  REQUIRE(facts.FindShort("NL", "14020") != nullptr);
  CHECK(facts.FindShort("NL", "14020")->tariff == Tariff::kBasic);
  CHECK(facts.FindShort("DE", "14020") == nullptr);
  REQUIRE(facts.FindShort("", "116117") != nullptr);
  CHECK(facts.FindShort("BE", "112")->purpose == "emergency");
}

TEST_CASE("a mistake in the phone facts is told with its line") {
  CHECK(ErrorOf("- kind: voice", "- kind: voise").find("did you mean 'voice'") !=
        std::string::npos);
  CHECK(ErrorOf("purposes:", "purpose:").find("unknown key 'purpose'") != std::string::npos);
  CHECK(ErrorOf("pattern: \"116xxx\"", "pattern: \"11-xxx\"").find("phones.yaml:") == 0);
  CHECK(ErrorOf("tariff: free, purpose: emergency", "tariff: cheap, purpose: emergency")
            .find("unknown word 'cheap'") != std::string::npos);
}

TEST_CASE("samples are told from addresses") {
  auto yaml = Yaml::Load(kRules + "emails.yaml");
  REQUIRE_MESSAGE(yaml, yaml.error().Text());
  auto facts = ParseEmailFacts(*yaml);
  REQUIRE_MESSAGE(facts, facts.error().Text());
  CHECK(facts->IsSample("info", "example.com"));
  CHECK(facts->IsSample("jouwnaam", "firma.nl"));
  CHECK_FALSE(facts->IsSample("info", "firma.nl"));
}

}  // namespace klikpad
