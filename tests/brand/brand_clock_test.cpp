// Times of a brand's files.

#include "brand/brand_clock.h"

#include <doctest/doctest.h>

namespace klikpad {
namespace {

Brand Of(const std::string& country, const std::string& zone = "") {
  Brand brand;
  brand.country = country;
  brand.zone = zone;
  return brand;
}

std::string Said(const BrandClock& clock, const std::string& text) {
  const auto moment = clock.Read(text);
  return moment ? moment->iso : "error: " + moment.error();
}

TEST_CASE("a time without a zone is read by the clocks of the brand") {
  struct Case {
    std::string name, country, zone, text, iso;
  };
  const std::vector<Case> cases = {
      {"country", "NL", "", "2013-04-09 10:30", "2013-04-09T10:30:00+02:00"},
      {"winter", "NL", "", "2013-01-09 10:30", "2013-01-09T10:30:00+01:00"},
      {"zone before country", "NL", "America/Curacao", "2013-04-09 10:30",
       "2013-04-09T10:30:00-04:00"},
      {"offset", "", "+05:30", "2013-04-09T10:30", "2013-04-09T10:30:00+05:30"},
      {"said", "NL", "", "2013-04-09T08:30:00Z", "2013-04-09T10:30:00+02:00"},
      {"zones that agree", "DE", "", "2013-04-09 10:30", "2013-04-09T10:30:00+02:00"},
      {"date", "", "", "2013-04-09", "2013-04-09"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Said(BrandClock(Of(c.country, c.zone)), c.text) == c.iso);
  }
  CHECK(Said(BrandClock(Of("NL"), "Asia/Tokyo"), "2013-04-09 10:30") ==
        "2013-04-09T10:30:00+09:00");
}

TEST_CASE("a time that could be several moments, or none, is an error that says what to write") {
  struct Case {
    std::string name, country, text, says;
  };
  const std::vector<Case> cases = {
      {"no zone known", "", "2013-04-09 10:30", "has no zone"},
      {"zones differ", "US", "2013-04-09 10:30", "another moment in each zone of US"},
      {"skipped", "NL", "2013-03-31 02:30", "skip in spring"},
      {"twice", "NL", "2013-10-27 02:30", "comes twice"},
      {"no time", "NL", "gisteren", "is no time"},
      {"no such day", "NL", "2013-02-29 10:00", "is no time"},
      {"no such hour", "NL", "2013-02-28 25:00", "is no time"},
      {"Dutch order", "NL", "09-04-2013 10:30", "is no time"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const std::string said = Said(BrandClock(Of(c.country)), c.text);
    CHECK_MESSAGE(said.find("error: ") == 0, said);
    CHECK_MESSAGE(said.find(c.says) != std::string::npos, said);
  }
}

}  // namespace
}  // namespace klikpad
