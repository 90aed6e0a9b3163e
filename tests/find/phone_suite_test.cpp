// libphonenumber's own cases: what its matcher accepts and refuses, and its example numbers.
// tests/suites/README.md says where they come from.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "find/phone/phone.h"
#include "page/reader.h"
#include "rules_for_tests.h"

namespace klikpad {
namespace {

Json Suite(const std::string& name) {
  auto text = ReadFile(std::string(KLIKPAD_ROOT) + "/tests/suites/" + name);
  REQUIRE_MESSAGE(text, text.error().Text());
  auto json = Json::Parse(*text, name);
  REQUIRE_MESSAGE(json, json.error().Text());
  return std::move(*json);
}

std::vector<ContactPoint> PhonesIn(const std::string& body, const std::string& country) {
  PageContext context;
  context.country = country;
  Findings findings;
  FindPhones(ReadPage("<!doctype html><body>" + body, "", "text/html; charset=utf-8"),
             PhoneRulesForTests(), context, findings);
  return findings.contacts;
}

// A number of a plan, as opposed to digits as printed.
bool HasPlanned(const std::vector<ContactPoint>& points) {
  for (const ContactPoint& point : points) {
    if (point.value.starts_with("+")) return true;
  }
  return false;
}

// Where klikpad differs from the matcher at VALID, and why.
const std::map<std::string, std::string> kArgued = {
    {"(20) 3346 1234", "people leave the zero out; beside a word that says phone it is a number"},
    {"9002309. 158", "written as no phone number is: seven digits, a point, three"},
    {"12 7/8 - 14 12/34 - 5", "measures in inches"},
    {"1979-2011 100", "years"},
    {"2012-01-02 08", "a date and an hour"},
    {"+33 3 34 2312", "a number of the suite's own plan: France has nine digits"},
    {"+33 3 34 23 12", "a number of the suite's own plan: France has nine digits"},
    {"+49-49-34", "a number of the suite's own plan: no German number has four digits"},
};

TEST_CASE("libphonenumber's matcher cases read as it reads them, but for what is argued here") {
  const Json suite = Suite("libphonenumber-matcher-cases.json");
  std::vector<std::string> differences;
  std::set<std::string> argued;
  for (const auto& [group, is_valid] :
       std::vector<std::pair<std::string, bool>>{{"IMPOSSIBLE_CASES", false},
                                                 {"POSSIBLE_ONLY_CASES", false},
                                                 {"VALID_CASES", true},
                                                 {"STRICT_GROUPING_CASES", true},
                                                 {"EXACT_GROUPING_CASES", true}}) {
    CHECK(suite[group].Items().size() >= 5);
    for (const Json& item : suite[group].Items()) {
      const std::string& raw = item["raw"].AsString();
      const std::string& region = item["region"].AsString();
      // Beside a word that says phone: without one klikpad leaves most of these alone.
      const bool is_found = HasPlanned(PhonesIn("<p>Phone: " + raw + "</p>", region));
      if (is_found == is_valid) continue;
      if (kArgued.contains(raw)) {
        argued.insert(raw);
      } else {
        differences.push_back(region + " " + raw + (is_found ? " is found" : " is not found"));
      }
    }
  }
  CHECK(Join(differences, "\n") == "");
  for (const auto& [raw, reason] : kArgued) {
    CAPTURE(raw);
    CHECK(argued.contains(raw));  // a reason without a difference is stale
  }
}

TEST_CASE("libphonenumber's example numbers are read and priced by their kind") {
  const std::map<std::string, Tariff> tariffs{
      {"fixedLine", Tariff::kBasic},   {"mobile", Tariff::kMobile},
      {"tollFree", Tariff::kFree},     {"premiumRate", Tariff::kPremium},
      {"sharedCost", Tariff::kShared}, {"voip", Tariff::kBasic},
      {"uan", Tariff::kBasic},
  };
  const Json suite = Suite("libphonenumber-examples.json");
  std::vector<std::string> differences;
  int numbers = 0;
  for (const auto& [country, plan] : suite.Members()) {
    for (const auto& [kind, examples] : plan["examples"].Members()) {
      for (const Json& example : examples.Items()) {
        const std::string& national = example.AsString();
        const std::string e164 = "+" + plan["cc"].AsString() + national;
        const bool is_short = kind == "uan" && national.size() <= 6;  // 14020
        ++numbers;
        const std::string home =
            is_short || country == "US" ? national : plan["natPrefix"].AsString() + national;
        for (const auto& [how, body] : std::vector<std::pair<std::string, std::string>>{
                 {"international", "<p>Tel: " + e164 + "</p>"},
                 {"national", "<p>Tel: " + home + "</p>"},
                 {"link", "<p><a href='tel:" + e164 + "'>Call us</a></p>"}}) {
          if (is_short && how != "national") continue;
          const auto points = PhonesIn(body, country);
          const std::string wanted = is_short ? national : e164;
          const std::string where = fmt::format("{} {} {} {}", country, kind, wanted, how);
          if (points.size() != 1 || points[0].value != wanted) {
            differences.push_back(where + " is read as " +
                                  (points.empty() ? "nothing" : points[0].value));
          } else if (country == "US" && kind == "mobile") {
            continue;  // in the North American plan a number does not tell whether it is mobile
          } else if (tariffs.contains(kind) && points[0].tariff != tariffs.at(kind)) {
            differences.push_back(where + " costs " + std::string(Word(points[0].tariff)));
          }
        }
      }
    }
  }
  CHECK(numbers >= 50);
  CHECK(Join(differences, "\n") == "");
}

}  // namespace
}  // namespace klikpad
