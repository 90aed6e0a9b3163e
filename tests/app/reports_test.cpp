// Reports asked for with -f: which files a run writes, and in which language.

#include "app/reports.h"

#include <doctest/doctest.h>

#include "base/files.h"
#include "fixture_audit.h"

namespace klikpad {
namespace {

std::string Read(const std::string& path) {
  const auto text = ReadFile(path);
  REQUIRE_MESSAGE(text, text.error().Text());
  return *text;
}

TEST_CASE("an audit writes every report that was asked for") {
  const TempDir dir;
  const std::string one = dir.Path() + "/apart/one.html";
  const FixtureAudit audit =
      AuditSite(FixtureFolder("klein"), dir.Path() + "/audit",
                {"-f", "html", "-f", "junit", "-f", "markdown", "-f", "html=" + one});
  REQUIRE(audit.code == 0);
  const std::string nl = Read(dir.Path() + "/audit/report.nl.html");
  CHECK(nl.find("<html lang=\"nl\">") != std::string::npos);
  CHECK(Read(dir.Path() + "/audit/report.en.html").find("<html lang=\"en\">") != std::string::npos);
  CHECK(Read(dir.Path() + "/audit/junit.xml").find("<testsuite ") != std::string::npos);
  CHECK(Read(dir.Path() + "/audit/report.md").find("## Klikken per kanaal") != std::string::npos);
  CHECK(Read(one) == nl);  // the brand's language is Dutch
}

TEST_CASE("one file speaks Dutch when the brand does, else English") {
  Brand brand;
  CHECK(ReportLanguage(brand) == "en");
  brand.languages = {"de"};
  CHECK(ReportLanguage(brand) == "en");
  brand.languages = {"fr", "nl"};
  CHECK(ReportLanguage(brand) == "nl");
}

TEST_CASE("missing templates are an error before anything is fetched") {
  const TempDir dir;
  const auto reports = LoadReports(dir.Path());
  REQUIRE_FALSE(reports.has_value());
  CHECK(reports.error().file == dir.Path() + "/reports/wording.yaml");
}

}  // namespace
}  // namespace klikpad
