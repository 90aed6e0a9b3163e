// The web platform's own cases for the URL parser (tests/suites/urltestdata.json).

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "base/files.h"
#include "base/json.h"
#include "base/url.h"

namespace klikpad {
namespace {

// Cases that fail on purpose, input → reason.
const std::map<std::string, std::string> kKnownFailures = {};

Json LoadSuite() {
  const auto text = ReadFile(std::string(KLIKPAD_ROOT) + "/tests/suites/urltestdata.json");
  REQUIRE(text.has_value());
  const auto suite = Json::Parse(*text, "urltestdata.json");
  REQUIRE(suite.has_value());
  return *suite;
}

std::string WithPrefix(char prefix, const std::string& text) {
  return text.empty() ? text : prefix + text;
}

void CheckParts(const Json& expected, const Url& url) {
  CHECK(url.Text() == expected["href"].AsString());
  CHECK(url.Scheme() + ":" == expected["protocol"].AsString());
  CHECK(url.Username() == expected["username"].AsString());
  CHECK(url.Password() == expected["password"].AsString());
  CHECK(url.HostPort() == expected["host"].AsString());
  CHECK(url.Host() == expected["hostname"].AsString());
  CHECK((url.Port() < 0 ? "" : std::to_string(url.Port())) == expected["port"].AsString());
  CHECK(url.Path() == expected["pathname"].AsString());
  CHECK(WithPrefix('?', url.Query()) == expected["search"].AsString());
  CHECK(WithPrefix('#', url.Fragment()) == expected["hash"].AsString());
  if (expected.Has("origin")) CHECK(url.Origin() == expected["origin"].AsString());
}

// WHATWG URL Standard §4.4 (URL parsing) and §4.5 (URL serializing).
TEST_CASE("the parser agrees with the web platform on every http and https case") {
  const Json suite = LoadSuite();
  int cases = 0;
  int refused = 0;
  for (const Json& expected : suite.Items()) {
    ++cases;
    const std::string input = expected["input"].AsString();
    if (kKnownFailures.contains(input)) continue;
    CAPTURE(input);
    std::optional<Url> base;
    if (expected["base"].IsString()) {
      base = Url::Parse(expected["base"].AsString());
      REQUIRE(base.has_value());
    }
    const auto url = Url::Parse(input, base ? &*base : nullptr);
    if (expected["failure"].AsBool()) {
      ++refused;
      CHECK_FALSE(url.has_value());
      continue;
    }
    CHECK(url.has_value());
    if (url) CheckParts(expected, *url);
  }
  CHECK(cases == 480);
  CHECK(refused == 199);
}

// WHATWG URL Standard §4.5: parsing what was serialised gives the same URL.
TEST_CASE("every URL of the suite survives being written and read again") {
  const Json suite = LoadSuite();
  for (const Json& expected : suite.Items()) {
    if (expected["failure"].AsBool()) continue;
    const std::string href = expected["href"].AsString();
    CAPTURE(href);
    const auto url = Url::Parse(href);
    REQUIRE(url.has_value());
    CHECK(url->Text() == href);
  }
}

}  // namespace
}  // namespace klikpad
