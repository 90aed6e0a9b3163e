// Civil time of places, summer time included.

#include "base/time_zone.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/civil_time.h"

namespace klikpad {
namespace {

std::int64_t At(const std::string& text) { return ParseIsoTime(text).value(); }

TEST_CASE("clocks of Amsterdam are an hour ahead in winter, two in summer") {
  const auto zone = TimeZone::Named("Europe/Amsterdam");
  REQUIRE(zone.has_value());
  CHECK(zone->OffsetAt(At("2013-01-15T12:00:00Z")) == 3600);
  CHECK(zone->OffsetAt(At("2013-04-03T12:00:00Z")) == 7200);
  CHECK(FormatIsoTime(At("2013-04-03T09:05:00Z"), 7200) == "2013-04-03T11:05:00+02:00");
  CHECK(FormatIsoTime(At("2013-04-03T09:05:00Z"), -12600) == "2013-04-03T05:35:00-03:30");
}

TEST_CASE("a civil time is one moment, none when the clock skips it, two when it shows it twice") {
  const auto zone = TimeZone::Named("Europe/Amsterdam");
  REQUIRE(zone.has_value());
  struct Case {
    std::string name, local;
    std::vector<std::string> moments;
  };
  const std::vector<Case> cases = {
      {"summer", "2013-04-03T11:05:00", {"2013-04-03T09:05:00Z"}},
      {"winter", "2013-12-03T11:05:00", {"2013-12-03T10:05:00Z"}},
      {"just before spring", "2013-03-31T01:59:00", {"2013-03-31T00:59:00Z"}},
      {"skipped", "2013-03-31T02:30:00", {}},
      {"just after", "2013-03-31T03:00:00", {"2013-03-31T01:00:00Z"}},
      {"twice", "2013-10-27T02:30:00", {"2013-10-27T00:30:00Z", "2013-10-27T01:30:00Z"}},
      {"after autumn", "2013-10-27T03:00:00", {"2013-10-27T02:00:00Z"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::vector<std::int64_t> expected;
    for (const std::string& moment : c.moments) expected.push_back(At(moment));
    CHECK(zone->MomentsOf(At(c.local)) == expected);
  }
}

TEST_CASE("a zone is named by place or offset, and nothing else") {
  for (const std::string name :
       {"Europe/Amsterdam", "America/New_York", "UTC", "Z", "+02:00", "-0330", "+01"}) {
    CAPTURE(name);
    CHECK(TimeZone::Named(name).has_value());
  }
  for (const std::string name : {"", "CET", "Amsterdam", "Europe/Amsterdm", "GMT+2", "+2", "+99:00",
                                 "zomertijd", "../../etc/passwd"}) {
    CAPTURE(name);
    CHECK_FALSE(TimeZone::Named(name).has_value());
  }
  CHECK(TimeZone::Named("+02:00")->OffsetAt(0) == 7200);
  CHECK(TimeZone::Named("-0330")->OffsetAt(0) == -12600);
}

TEST_CASE("a country has its zones") {
  const auto dutch = TimeZone::OfCountry("NL");
  REQUIRE(dutch.size() == 1);
  CHECK(dutch[0].Name() == "Europe/Amsterdam");
  CHECK(TimeZone::OfCountry("US").size() > 3);
  CHECK(TimeZone::OfCountry("QQ").empty());
  CHECK(TimeZone::OfCountry("").empty());
}

TEST_CASE("a civil time tells whether it names a time of day and a zone") {
  struct Case {
    std::string text;
    bool has_clock, has_zone;
  };
  for (const Case& c : std::vector<Case>{{"2013-04-09", false, false},
                                         {"2013-04-09 10:30", true, false},
                                         {"2013-04-09T10:30Z", true, true},
                                         {"2013-04-09T10:30:00+02:00", true, true}}) {
    CAPTURE(c.text);
    const auto time = ParseCivilTime(c.text);
    REQUIRE(time.has_value());
    CHECK(time->has_clock == c.has_clock);
    CHECK(time->has_zone == c.has_zone);
  }
  CHECK_FALSE(ParseCivilTime("2013-04-09T10:30+").has_value());
}

}  // namespace
}  // namespace klikpad
