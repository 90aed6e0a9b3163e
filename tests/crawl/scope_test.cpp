// Which addresses belong to a look, by --scope, --extra-host, --include and --exclude.

#include "crawl/scope.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/options.h"

namespace klikpad {
namespace {

Scope Made(const std::string& start, const ScopeOptions& options) {
  auto scope = Scope::Make(*Url::Parse(start), options);
  REQUIRE(scope);
  return std::move(*scope);
}

bool Holds(const Scope& scope, const std::string& url) { return scope.Holds(*Url::Parse(url)); }

}  // namespace

TEST_CASE("each scope holds its own: a page, a folder, a host, a domain") {
  const std::string start = "https://www.winkel.co.uk/nl/begin?taal=nl";
  struct Case {
    std::string url;
    bool page, prefix, host, domain;
  };
  for (const Case& c : std::vector<Case>{
           {"https://www.winkel.co.uk/nl/begin?taal=nl", true, true, true, true},
           {"https://www.winkel.co.uk/nl/begin?taal=nl#boven", true, true, true, true},
           {"http://www.winkel.co.uk/nl/begin?taal=nl", true, true, true, true},
           {"https://www.winkel.co.uk/nl/begin", false, true, true, true},
           {"https://www.winkel.co.uk/nl/", false, true, true, true},
           {"https://www.winkel.co.uk/nl/hulp/contact", false, true, true, true},
           {"https://www.winkel.co.uk/nlx/contact", false, false, true, true},
           {"https://www.winkel.co.uk/", false, false, true, true},
           {"https://help.winkel.co.uk/nl/begin", false, false, false, true},
           {"https://winkel.co.uk/", false, false, false, true},
           {"https://www.winkel.co.uk:8443/nl/", false, false, false, false},
           {"https://andere.co.uk/nl/", false, false, false, false},
           {"https://www.winkel.co.uk.kwaad.example/nl/", false, false, false, false},
           {"mailto:post@winkel.co.uk", false, false, false, false}}) {
    CAPTURE(c.url);
    const auto holds = [&](ScopeKind kind) {
      ScopeOptions options;
      options.kind = kind;
      return Holds(Made(start, options), c.url);
    };
    CHECK(holds(ScopeKind::kPage) == c.page);
    CHECK(holds(ScopeKind::kPrefix) == c.prefix);
    CHECK(holds(ScopeKind::kHost) == c.host);
    CHECK(holds(ScopeKind::kDomain) == c.domain);
  }
}

TEST_CASE("on machines without a domain of their own the port tells sites apart") {
  for (const std::string host : {"127.0.0.1", "localhost", "[::1]"}) {
    CAPTURE(host);
    const Scope scope = Made("http://" + host + ":8080/", {});
    CHECK(Holds(scope, "http://" + host + ":8080/a"));
    CHECK_FALSE(Holds(scope, "http://" + host + ":8081/a"));
    CHECK_FALSE(Holds(scope, "http://" + host + "/a"));
  }
}

TEST_CASE("further hosts belong to it with what lies below them, and where the start leads") {
  ScopeOptions options;
  options.kind = ScopeKind::kHost;
  options.hosts = {"winkel-hulp.example", "127.0.0.1:9000"};
  Scope scope = Made("https://winkel.example/", options);
  CHECK(Holds(scope, "https://winkel-hulp.example/vraag"));
  CHECK(Holds(scope, "https://nl.winkel-hulp.example/vraag"));
  CHECK(Holds(scope, "http://127.0.0.1:9000/x"));
  CHECK_FALSE(Holds(scope, "http://127.0.0.1:9001/x"));
  CHECK_FALSE(Holds(scope, "https://geen-winkel-hulp.example/vraag"));
  CHECK_FALSE(Holds(scope, "https://www.winkel.example/a"));
  scope.AddStart(*Url::Parse("https://www.winkel.example/"));
  CHECK(Holds(scope, "https://www.winkel.example/a"));
}

TEST_CASE("patterns let in and keep out; the start needs none to let it in") {
  ScopeOptions options;
  options.include = {"/hulp/", "/contact$"};
  options.exclude = {"/hulp/oud", "[?&]print="};
  const Scope scope = Made("https://winkel.example/", options);
  CHECK(Holds(scope, "https://winkel.example/"));
  CHECK(Holds(scope, "https://winkel.example/hulp/een"));
  CHECK(Holds(scope, "https://winkel.example/contact"));
  CHECK_FALSE(Holds(scope, "https://winkel.example/contact/kaart"));
  CHECK_FALSE(Holds(scope, "https://winkel.example/producten"));
  CHECK_FALSE(Holds(scope, "https://winkel.example/hulp/oud/een"));
  CHECK_FALSE(Holds(scope, "https://winkel.example/hulp/een?print=1"));
  options.include = {"(((("};
  const auto wrong = Scope::Make(*Url::Parse("https://winkel.example/"), options);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().Text().find("--include") != std::string::npos);
}

TEST_CASE("--extra-host is a host's name, as addresses spell it; anything else is a mistake") {
  const auto hosts = [](const std::string& host, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"audit", "https://winkel.example/", "--extra-host", host};
    words.insert(words.end(), more.begin(), more.end());
    return ParseCommandLine(words);
  };
  CHECK(hosts("Hulp.Winkel.example")->audit.crawl.scope.hosts[0] == "hulp.winkel.example");
  CHECK(hosts("bücher.example")->audit.crawl.scope.hosts[0] == "xn--bcher-kva.example");
  CHECK(hosts("127.0.0.1:9000")->audit.crawl.scope.hosts[0] == "127.0.0.1:9000");
  const auto address = hosts("https://hulp.winkel.example/nl");
  REQUIRE_FALSE(address);
  CHECK(address.error().Text() ==
        "--extra-host 'https://hulp.winkel.example/nl' is no name of a host (did you mean "
        "'hulp.winkel.example'?)");
  for (const std::string wrong : {"hulp/nl", "", "een twee", "https://"}) {
    CAPTURE(wrong);
    CHECK_FALSE(hosts(wrong));
  }
  CHECK_FALSE(hosts("hulp.winkel.example", {"--scope", "page"}));
  CHECK(hosts("hulp.winkel.example", {"--scope", "host"}));
}

}  // namespace klikpad
