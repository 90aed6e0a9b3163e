// brand.yaml: what is read, and how mistakes are named.

#include "brand/brand_file.h"

#include <doctest/doctest.h>

namespace klikpad {
namespace {

Channels SomeChannels() {
  Channels channels;
  channels.list = {{"twitter", "social", "", "", false, ""}, {"phone", "voice", "", "", false, ""}};
  return channels;
}

}  // namespace

TEST_CASE("a full brand file is read") {
  const auto file = ParseBrandFile(R"(
name: Luchtbrug
start: www.luchtbrug.example
country: nl
languages: [nl, en-GB]
hosts: [help.luchtbrug.example]
handles: {twitter: "@Luchtbrug"}
limits: {max-pages: 50, max-duration: 10m}
packs: contact-essentials
)",
                                   "brand.yaml", SomeChannels());
  REQUIRE_MESSAGE(file, file.error().Text());
  CHECK(file->brand.start == "https://www.luchtbrug.example/");
  CHECK(file->brand.country == "NL");
  CHECK(file->brand.languages == std::vector<std::string>{"nl", "en"});
  CHECK(file->brand.handles[0].second == "luchtbrug");
  CHECK(file->limits.max_pages == 50);
  CHECK(file->limits.max_duration == std::chrono::minutes(10));
  CHECK(file->brand.packs == std::vector<std::string>{"contact-essentials"});
  CHECK(file->brand.slug == "luchtbrug");
}

TEST_CASE("every mistake names file and line, and the word that was meant") {
  struct Case {
    std::string name, text, expected;
  };
  const std::vector<Case> cases = {
      {"unknown key", "name: x\nsectr: bank\nstart: x.example\n",
       "brand.yaml:2: unknown key 'sectr' (did you mean 'sector'?)"},
      {"bad port", "name: x\nstart: https://x.example:99999/\n",
       "brand.yaml:2: 'https://x.example:99999/' is no http or https address"},
      {"other scheme", "name: x\nstart: ftp://x.example/\n",
       "brand.yaml:2: 'ftp://x.example/' is no http or https address"},
      {"no start", "name: x\n", "brand.yaml:1: key 'start' is missing"},
      {"no name", "start: x.example\n", "brand.yaml:1: key 'name' is missing"},
      {"country", "name: x\nstart: x.example\ncountry: Nederland\n",
       "brand.yaml:3: country 'Nederland' is no ISO 3166-1 code of two letters, such as NL"},
      {"channel", "name: x\nstart: x.example\nhandles:\n  twiter: y\n",
       "brand.yaml:4: 'twiter' is no channel (did you mean 'twitter'?)"},
      {"type", "name: x\nstart: x.example\nlimits:\n  max-pages: many\n",
       "brand.yaml:4: expected a whole number, found 'many'"},
      {"range", "name: x\nstart: x.example\nlimits:\n  max-pages: 0\n",
       "brand.yaml:4: 0 is out of range (1 to 10000000)"},
      {"duration", "name: x\nstart: x.example\nlimits:\n  max-duration: 30\n",
       "brand.yaml:4: '30' is no duration such as 30s or 10m"},
      {"file", "name: x\nstart: x.example\napp: nowhere.yaml\n",
       "brand.yaml:3: file 'nowhere.yaml' is not there"},
      {"list", "name: [x]\nstart: x.example\n", "brand.yaml:1: expected a text, found a list"},
      {"empty", "", "brand.yaml: is empty: `klikpad init` writes one to start from"},
      {"no map", "just words\n", "brand.yaml:1: expected a map, found a single value"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto file = ParseBrandFile(c.text, "brand.yaml", SomeChannels());
    REQUIRE_FALSE(file);
    CHECK(file.error().Text() == c.expected);
  }
}

TEST_CASE("the template that init writes is itself a valid brand file") {
  const auto file = ParseBrandFile(BrandTemplate({}), "brand.yaml", SomeChannels());
  REQUIRE_MESSAGE(file, file.error().Text());
  CHECK(file->brand.name == "Example");
}

TEST_CASE("an address alone makes a brand") {
  CHECK(BrandFromAddress("www.shop.example.co.uk")->name == "example");
  CHECK(BrandFromAddress("http://127.0.0.1:8080/")->slug == "127-0-0-1-8080");
  CHECK(BrandFromAddress("https://www.ing.example/x#y")->start == "https://www.ing.example/x");
  CHECK_FALSE(BrandFromAddress("brand.yml is missing"));
  CHECK_FALSE(BrandFromAddress("mailto:x@y.example"));
}

}  // namespace klikpad
