// JUnit XML: one suite a brand, one case a rule, nothing that breaks XML.

#include "report/junit_report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "sample.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

bool FitsSchema(const std::string& xml) {
  const TempDir dir;
  dir.Write("junit.xml", xml);
  const std::string command = "xmllint --nonet --noout --schema " KLIKPAD_ROOT
                              "/tests/report/junit.xsd " +
                              dir / "junit.xml" + " 2>/dev/null";
  return std::system(command.c_str()) == 0;
}

TEST_CASE("a rule is a case: minus fails, what is open is skipped with its reason") {
  const std::string xml = JunitReport(SampleAudit());
  const std::vector<std::string> parts = {
      "<testsuite name=\"Veerhuis\" tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"2\" "
      "time=\"72.045\" timestamp=\"2013-04-09T08:30:00\">",
      "<testcase classname=\"proef\" name=\"01-dichtbij: X (Twitter) is close\">",
      "<failure type=\"minus\" message=\"From the home page X (Twitter) is more than 2 clicks "
      "away.\">",
      "https://www.veerhuis.example/contact 12:7: @veerhuis\n",
      "name=\"02-langer-open: X (Twitter) is open longer than the phone\"/>",
      "<skipped message=\"Cannot be assessed, because not looked at completely: the website.\"/>",
      "<skipped message=\"Not applicable: no app.\"/>"};
  for (const std::string& part : parts) {
    CAPTURE(part);
    CHECK(Has(xml, part));
  }
}

TEST_CASE("a minus that a baseline accepts fails no build") {
  const std::string xml =
      JunitReport(SampleAudit(), {{"proef/01-dichtbij", "waits for <the new> footer"},
                                  {"proef/02-langer-open", "was so once"}});
  CHECK(Has(xml, "tests=\"4\" failures=\"0\" errors=\"0\" skipped=\"3\""));
  CHECK(Has(xml,
            "<skipped message=\"minus, accepted by the baseline (waits for &lt;the new&gt; "
            "footer): From the home page X (Twitter) is more than 2 clicks away.\"/>"));
  CHECK(Has(xml, "name=\"02-langer-open: X (Twitter) is open longer than the phone\"/>"));
  CHECK(FitsSchema(xml));
  CHECK(Has(JunitReport(SampleAudit(), {{"proef/01-dichtbij", ""}}),
            "\"minus, accepted by the baseline: From"));
}

// XML 1.0, 2.2: Char is tab, line feed, carriage return, #x20-#xD7FF, #xE000-#xFFFD and above.
TEST_CASE("what XML forbids does not reach the file") {
  const std::string plain = JunitReport(HostileAudit("plain"));
  for (const std::string& attack :
       {std::string("a\0b\x01\x1b\x0b", 6), std::string("\xEF\xBF\xBF\xEF\xBF\xBE"),
        std::string("\xff\xC3"), std::string("]]></failure><testcase name='x'/>"),
        std::string("\"/><failure/>")}) {
    const std::string xml = JunitReport(HostileAudit(attack));
    CAPTURE(attack);
    CHECK(std::count(xml.begin(), xml.end(), '<') == std::count(plain.begin(), plain.end(), '<'));
    for (const char c : xml) CHECK_FALSE((static_cast<unsigned char>(c) < 0x20 && c != '\n'));
    CHECK_FALSE(Has(xml, "\xEF\xBF\xBF"));
    CHECK_FALSE(Has(xml, "\xEF\xBF\xBE"));
  }
}

TEST_CASE("the file has the shape that CI servers read") {
  CHECK(FitsSchema(JunitReport(SampleAudit())));
  CHECK(FitsSchema(JunitReport(Audit{})));
  for (const std::string& attack :
       {std::string("a\0b\x01\x1b", 5), std::string("]]></failure>\n<testcase name='x'/>"),
        std::string("\xEF\xBF\xBF\xff"), std::string("&lt;&#0;&amp"), std::string("a\u202Eb")}) {
    CAPTURE(attack);
    CHECK(FitsSchema(JunitReport(HostileAudit(attack))));
  }
  CHECK_FALSE(FitsSchema("<testsuites/>"));
}

TEST_CASE("an audit without rules is an empty suite") {
  CHECK(Has(JunitReport(Audit{}), "tests=\"0\""));
}

}  // namespace
}  // namespace klikpad
