// Scripts, frames and what is parked until consent; pages that need scripts.

#include <doctest/doctest.h>

#include <vector>

#include "read.h"

namespace klikpad {

TEST_CASE("what a page loads is listed with its kind") {
  struct Case {
    std::string html;
    ResourceKind kind;
    std::string url;
    bool needs_consent;
  };
  const std::vector<Case> cases = {
      {"<script src=/s.js></script>", ResourceKind::kScript, "https://shop.example/s.js", false},
      {"<script>var a='</scr'</script>", ResourceKind::kInlineScript, "", false},
      {"<script type=text/plain data-src=/s.js></script>", ResourceKind::kScript,
       "https://shop.example/s.js", true},
      {"<script type='text/plain' src=/s.js></script>", ResourceKind::kScript,
       "https://shop.example/s.js", true},
      {"<script type=text/plain>f()</script>", ResourceKind::kInlineScript, "", true},
      {"<script data-cookieconsent=marketing src=/s.js></script>", ResourceKind::kScript,
       "https://shop.example/s.js", true},
      {"<iframe data-cmp-src=/f src=about:blank></iframe>", ResourceKind::kIframe,
       "https://shop.example/f", true},
      {"<iframe src=/f></iframe>", ResourceKind::kIframe, "https://shop.example/f", false},
      {"<img data-lazy-src=/i src='data:image/gif;base64,R0'>", ResourceKind::kImage,
       "https://shop.example/i", false},
      {"<object data=/o></object>", ResourceKind::kObject, "https://shop.example/o", false},
      {"<link rel=stylesheet href=/c.css>", ResourceKind::kLink, "https://shop.example/c.css",
       false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    const Page page = ReadBody(c.html);
    REQUIRE(page.resources.size() == 1);
    CHECK(page.resources[0].kind == c.kind);
    CHECK(page.resources[0].url == c.url);
    CHECK(page.resources[0].needs_consent == c.needs_consent);
  }
}

// HTML §13.2.5.15-31: the script data states.
TEST_CASE("a script ends where browsers end it") {
  struct Case {
    std::string html, text;
  };
  const std::vector<Case> cases = {
      {"<script>a</SCRIPT >b", "a"},
      {"<script>a</scripts>b</script>", "a</scripts>b"},
      {"<script><!-- <script> x </script> y --> z</script>", "<!-- <script> x </script> y --> z"},
      {"<script><!-- x </script>", "<!-- x "},
      {"<script><!--> <script> </script>", "<!--> <script> "},
      {"<script>never closed <p>", "never closed <p>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    const Page page = ReadBody(c.html);
    REQUIRE(page.resources.size() == 1);
    CHECK(page.resources[0].text == c.text);
  }
}

TEST_CASE("a shell that scripts fill is told from a short page") {
  struct Case {
    std::string name, html;
    bool needs;
  };
  const std::vector<Case> cases = {
      {"empty root", "<div id=root></div><script src=/a.js></script>", true},
      {"noscript asks",
       "<noscript>You need to enable JavaScript.</noscript><script src=/a></script>", true},
      {"nothing but a script", "<script>boot()</script>", true},
      {"short contact page",
       "<h1>Contact</h1><p>Call us on weekdays between nine and five, or write "
       "to us.</p><a href=/>Home</a><script src=/a.js></script>",
       false},
      {"no script", "<div id=root></div>", false},
      {"rendered application",
       "<div id=root><p>" + std::string(400, 'x') + "</p></div><script></script>", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(ReadBody(c.html).needs_javascript == c.needs);
  }
}

}  // namespace klikpad
