// Ways from the app and the stores stand beside those of the site, and change none of them.

#include "report/start_matrix.h"

#include <doctest/doctest.h>

#include "report/clicks_matrix.h"
#include "report/html_report.h"
#include "sample.h"

namespace klikpad {
namespace {

TEST_CASE("a start has its own clicks, and none where no way leads") {
  const std::vector<StartRow> rows = StartMatrix(SampleWithApp(), {"chat"});
  bool has_phone = false, has_chat = false;
  for (const StartRow& row : rows) {
    REQUIRE(row.cells.size() == 2);
    if (row.channel == "phone") {
      has_phone = true;
      CHECK(row.site.clicks == 0);
      CHECK(row.cells[0].clicks == 1);
      CHECK(row.cells[0].is_at_most);
      CHECK_FALSE(row.cells[1].clicks.has_value());
    }
    if (row.channel == "chat") {
      has_chat = true;
      CHECK(row.cells[0].route == -1);
    }
  }
  CHECK(has_phone);
  CHECK(has_chat);
}

TEST_CASE("without other starts there is nothing to show") {
  CHECK(StartMatrix(SampleAudit(), {"chat"}).empty());
}

TEST_CASE("the matrix of the site is the same with and without an app") {
  const auto with = ClicksMatrix(SampleWithApp(), {"chat"});
  const auto without = ClicksMatrix(SampleAudit(), {"chat"});
  REQUIRE(with.size() == without.size());
  for (std::size_t i = 0; i < with.size(); ++i) {
    CHECK(with[i].counts == without[i].counts);
    CHECK(with[i].clicks == without[i].clicks);
    CHECK(with[i].route == without[i].route);
  }
}

TEST_CASE("the report names the starts in both languages") {
  struct Case {
    std::string lang, title, no_way;
  };
  for (const Case& c : {Case{"nl", "Vanuit de app en de appwinkels", "niet gezien"},
                        Case{"en", "From the app and the app stores", "not seen"}}) {
    CAPTURE(c.lang);
    const std::string html =
        HtmlReport(SampleWithApp(), TestWording(), TestTemplate(), c.lang).value_or("");
    CHECK(html.find(c.title) != std::string::npos);
    CHECK(html.find("App: Begin") != std::string::npos);
    CHECK(html.find("Google Play: Veerhuis") != std::string::npos);
    CHECK(html.find(c.no_way) != std::string::npos);
    CHECK(html.find("Naar hulp") != std::string::npos);
    CHECK(html.find("href=\"app.yaml") == std::string::npos);
    const std::string plain =
        HtmlReport(SampleAudit(), TestWording(), TestTemplate(), c.lang).value_or("");
    CHECK(plain.find(c.title) == std::string::npos);
  }
}

}  // namespace
}  // namespace klikpad
