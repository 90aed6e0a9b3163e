// Figures computed from figures.

#include "brand/derive_metrics.h"

#include <doctest/doctest.h>

#include "brand/observations.h"

namespace klikpad {
namespace {

const Rules& TheRules() {
  static const Rules rules = LoadRules(std::string(KLIKPAD_ROOT) + "/rules").value();
  return rules;
}

// "name channel/account value unit [refs] text", one a line.
std::string Derived(const std::string& text) {
  Brand brand;
  brand.name = "Voorbeeld";
  brand.country = "NL";
  const auto reading = ParseObservations(text, "observations.yaml", brand, TheRules());
  for (const Error& error : reading.errors) FAIL_CHECK(error.Text());
  std::string all;
  for (const Metric& m : DeriveMetrics(reading.observations, TheRules().metrics)) {
    all += m.name + " " + m.channel + "/" + m.account + " " + PlainNumber(m.value, m.decimals) +
           " " + m.unit;
    if (m.is_about) all += " about";
    if (m.is_met) all += *m.is_met ? " met" : " not met";
    all += " [";
    for (const std::string& ref : m.inputs) all += (all.back() == '[' ? "" : " ") + ref;
    all += "] " + m.text + "\n";
  }
  return all;
}

TEST_CASE("the interaction rate is people talking by fans, of one channel") {
  CHECK(Derived(R"(metrics:
- {name: fans, channel: facebook, value: 58441}
- {name: people-talking, channel: facebook, value: 4720}
)") == "interaction-rate facebook/ 8.1 percent [metrics/2 metrics/1] 100 × 4720 / 58441 = 8.1\n");
  // Another channel's fans are no measure.
  CHECK(Derived(R"(metrics:
- {name: fans, channel: instagram, value: 58441}
- {name: people-talking, channel: facebook, value: 4720}
)") == "");
  CHECK(Derived("metrics: [{name: people-talking, channel: facebook, value: 4720}]").empty());
  CHECK(Derived(R"(metrics:
- {name: fans, value: 0}
- {name: people-talking, value: 0}
)") == "");
}

TEST_CASE("the latest figure counts") {
  CHECK(Derived(R"(metrics:
- {name: fans, channel: facebook, value: 2000, on: 2013-02}
- {name: fans, channel: facebook, value: 1000, on: 2013-01}
- {name: people-talking, channel: facebook, value: 100}
)") == "interaction-rate facebook/ 5.0 percent [metrics/3 metrics/1] 100 × 100 / 2000 = 5.0\n");
}

TEST_CASE("the reach is the audience by the customers, whole percents") {
  CHECK(Derived(R"(metrics:
- {name: audience, value: 100000, about: yes}
- {name: customers, value: 8900000}
)") == "reach / 1 percent about [metrics/1 metrics/2] 100 × 100000 / 8900000 = 1\n");
  // Without an audience followers, fans and members are added up, the latest of each.
  CHECK(Derived(R"(followers:
- {channel: twitter, account: a, counts: {2013-04-01: 10, 2013-04-02: 30}}
- {channel: twitter, account: b, counts: {2013-04-01: 20}}
metrics:
- {name: fans, channel: facebook, value: 50}
- {name: customers, value: 1000}
)") == "reach / 10 percent [metrics/2 metrics/3 metrics/4 metrics/5] 100 × (30 + 20 + 50) / 1000 = "
       "10\n"
       "follower-growth twitter/a 200.0 percent [metrics/1 metrics/2] 100 × (30 − 10) / 10 = "
       "200.0\n");
}

TEST_CASE("followers grow from the first day to the last") {
  CHECK(Derived("followers: {channel: twitter, account: a, about: yes, counts: {2013-04-29: 19950, "
                "2013-04-15: 1, 2013-04-01: 18400}}") ==
        "follower-growth twitter/a 8.4 percent about [metrics/3 metrics/1] 100 × (19950 − 18400) / "
        "18400 = 8.4\n");
  CHECK(Derived("followers: {channel: twitter, counts: {2013-04-29: 19950}}").empty());
  CHECK(Derived("followers: {channel: twitter, counts: {2013-04-01: 200, 2013-05-01: 150}}") ==
        "follower-growth twitter/ -25.0 percent [metrics/1 metrics/2] 100 × (150 − 200) / 200 = "
        "-25.0\n");
}

TEST_CASE("the net promoter score takes 9 and 10 against 0 to 6, a channel") {
  CHECK(Derived(R"(surveys:
- {channel: phone, scores: {10: 3, 9: 2, 8: 4, 7: 0, 6: 1}}
- {channel: twitter, scores: [6, 6, 0, 8, 10]}
- {channel: chat, scores: {8: 3}}
- {channel: email, scores: {}}
)") == "nps phone/ 40 points [metrics/1 metrics/2 metrics/3] 100 × (5 − 1) / 10 = 40\n"
       "nps twitter/ -40 points [metrics/4 metrics/5 metrics/6] 100 × (1 − 3) / 5 = -40\n"
       "nps chat/ 0 points [metrics/7 metrics/8 metrics/9] 100 × (0 − 0) / 3 = 0\n");
}

TEST_CASE("questions are counted against an hour and a day, open ones when their time is over") {
  const std::string head = "probes:\n";
  const std::string ask = "- {channel: twitter, question: Hoe, asked: 2013-04-04 10:00";
  struct Case {
    std::string name, rest, hour, day;
  };
  const std::vector<Case> cases = {
      {"59 minutes", ", answered: 2013-04-04 10:59}", "100 × 1 / 1 = 100", "100 × 1 / 1 = 100"},
      {"an hour", ", answered: 2013-04-04 11:00}", "100 × 1 / 1 = 100", "100 × 1 / 1 = 100"},
      {"61 minutes", ", answered: 2013-04-04 11:01}", "100 × 0 / 1 = 0", "100 × 1 / 1 = 100"},
      {"two days", ", answered: 2013-04-06 10:00}", "100 × 0 / 1 = 0", "100 × 0 / 1 = 0"},
      {"open", "}", "", ""},
      {"waited half an hour", ", waited: 2013-04-04 10:30}", "", ""},
      {"waited two hours", ", waited: 2013-04-04 12:00}", "100 × 0 / 1 = 0", ""},
      {"waited a day", ", waited: 2013-04-05 10:00}", "100 × 0 / 1 = 0", "100 × 0 / 1 = 0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::string expected;
    const auto line = [&](const std::string& name, const std::string& text) {
      if (text.empty()) return;
      expected += name + " twitter/ " + text.substr(text.rfind(' ') + 1) + " percent [probes/1] " +
                  text + "\n";
    };
    line("probes-within-hour", c.hour);
    line("probes-within-day", c.day);
    CHECK(Derived(head + ask + c.rest) == expected);
  }
}

TEST_CASE("a measured response time is held against an hour and a day") {
  CHECK(Derived(R"(benchmarks:
- {measure: response-time, source: oud, on: 2012-01, unit: minutes, rows: [{who: Voorbeeld, value: 20}]}
- {measure: response-time, source: nieuw, on: 2013-03, unit: minutes, rows: [{who: Voorbeeld, value: 64, about: yes}, {who: Ander, value: 5}]}
)") == "response-against-hour / 64 minutes about not met [benchmarks/2] 64 > 60\n"
       "response-against-day / 64 minutes about met [benchmarks/2] 64 ≤ 1440\n");
}

TEST_CASE("figures are rounded half away from zero") {
  CHECK(PlainNumber(0.25, 1) == "0.3");
  CHECK(PlainNumber(-0.25, 1) == "-0.3");
  CHECK(PlainNumber(-0.04, 1) == "0.0");
  CHECK(PlainNumber(2.5, 0) == "3");
}

}  // namespace
}  // namespace klikpad
