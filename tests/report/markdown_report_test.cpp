// Markdown for the summary of a CI job: equal to the golden files, and harmless.

#include "report/markdown_report.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "base/files.h"
#include "sample.h"

namespace klikpad {
namespace {

TEST_CASE("the sample's Markdown is the golden one, in both languages") {
  for (const std::string lang : {"nl", "en"}) {
    CAPTURE(lang);
    const std::string path =
        std::string(KLIKPAD_ROOT) + "/tests/report/golden/sample." + lang + ".md";
    const std::string text = MarkdownReport(SampleAudit(), TestWording(), lang);
    // A refresh still fails, so that no run ever blesses itself.
    if (std::getenv("KLIKPAD_REFRESH") != nullptr) {
      REQUIRE(WriteFile(path, text).has_value());
      FAIL_CHECK("golden file written anew: look at it, then run again without KLIKPAD_REFRESH");
    }
    const auto golden = ReadFile(path);
    REQUIRE(golden.has_value());
    CHECK(text == *golden);
  }
}

TEST_CASE("text of the site is nothing but text in Markdown") {
  struct Case {
    std::string name, text, shown;
  };
  const std::vector<Case> cases = {{"emphasis", "*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"},
                                   {"a link", "[x](javascript:y)", "\\[x\\]\\(javascript:y\\)"},
                                   {"HTML", "<img src=x>", "&lt;img src=x&gt;"},
                                   {"an entity", "&lt;", "&amp;lt;"},
                                   {"a table's bar", "a|b", "a\\|b"},
                                   {"a new line", "a\n# b", "a \\# b"},
                                   {"a bare address", "https://a.example www.b.example",
                                    "https&#58;//a.example www&#46;b.example"},
                                   {"a mention", "@iemand", "\\@iemand"},
                                   {"code", "`a`\\", "\\`a\\`\\\\"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(MarkdownText(c.text) == c.shown);
  }
}

TEST_CASE("a hostile site makes no line and no link of its own in Markdown") {
  const auto lines = [](const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
  };
  const ReportWording wording = TestWording();
  const auto plain = lines(MarkdownReport(HostileAudit("plain"), wording, "nl"));
  for (const std::string& attack :
       {std::string("a\n\n# b"), std::string("](javascript:alert(1))"), std::string("</details>"),
        std::string("https://a.example/>) [x](javascript:y)"), std::string("| a | b |\r\n")}) {
    CAPTURE(attack);
    const std::string text = MarkdownReport(HostileAudit(attack), wording, "nl");
    CHECK(lines(text) == plain);
    CHECK(text.find("](javascript") == std::string::npos);
    CHECK(text.find("</details>") == std::string::npos);
  }
}

}  // namespace
}  // namespace klikpad
