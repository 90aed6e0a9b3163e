// The summary on the terminal: what it tells, and that no text of a site reaches the terminal as
// anything but text.

#include "report/summary.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.h"
#include "sample.h"

namespace klikpad {
namespace {

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("the summary tells channels, clicks, coverage and verdicts") {
  const std::string text = Summary(SampleAudit());
  for (const std::string part :
       {"Veerhuis", "site: 3 of 4 pages read, not complete",
        "not read: https://www.veerhuis.example/veelgestelde-vragen", "Phone          0 clicks",
        "X (Twitter)    3 clicks", "E-mail         no way found", "proef: ", "score 50 of 100",
        "- 01-dichtbij"}) {
    CAPTURE(std::string(part));
    CHECK(Has(text, part));
  }
}

TEST_CASE("a way through the search stands beside the way by links") {
  Audit audit = SampleAudit();
  Route search = audit.routes[0];
  search.uses_search = true;
  search.clicks = 2;
  audit.routes.push_back(search);
  CHECK(Has(Summary(audit), "(2 clicks with the site's search)"));
}

TEST_CASE("what a terminal would obey is shown instead") {
  for (const std::string& attack :
       {std::string("a\x1b[2Jb"), std::string("a\x1b]0;title\x07"),
        std::string("a\xC2\x9B"
                    "31mb"),
        std::string("a\rb"), std::string("a\bb"), std::string("a\u202Eb"), std::string("a\u2066b"),
        std::string("a\nfake line\n"), std::string("\xff\xfe")}) {
    CAPTURE(attack);
    const std::string text = Summary(HostileAudit(attack));
    CHECK(IsValidUtf8(text));
    for (const std::string part : {"\x1b", "\x07", "\xC2\x9B", "\r", "\b", "\u202E", "\u2066"}) {
      CHECK_FALSE(Has(text, part));
    }
    const std::string plain = Summary(HostileAudit("plain"));
    CHECK(std::count(text.begin(), text.end(), '\n') ==
          std::count(plain.begin(), plain.end(), '\n'));
  }
}

}  // namespace
TEST_CASE("colours are put around what came out, and change no word") {
  Audit audit = SampleAudit();
  audit.look.problems.push_back("limit: --max-pages 5 was reached");
  const std::string plain = Summary(audit);
  std::string colored = ColoredSummary(audit);
  CHECK(Has(colored, "\x1b[32m  + "));
  CHECK(Has(colored, "\x1b[31m  - "));
  CHECK(Has(colored, "\x1b[33m! limit: "));
  for (const std::string code : {"\x1b[32m", "\x1b[31m", "\x1b[33m", "\x1b[0m"}) {
    colored = ReplaceAll(std::move(colored), code, "");
  }
  CHECK(colored == plain);
  CHECK_FALSE(Has(plain, "\x1b"));
}

}  // namespace klikpad
