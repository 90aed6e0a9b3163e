// Folders of sites: what each address answers, as fixtures/README.md promises.

#include "fetch/site_folder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "fetch/replay.h"
#include "support/curl_fetch.h"
#include "support/temp_dir.h"

namespace klikpad {
namespace {

constexpr const char* kYaml = R"(host: www.bank.example
hosts:
  service.bank.example: www-service
  bank.example: {redirect: "https://www.bank.example"}
extensionless: true
not_found: gone.html
headers: {X-All: "yes"}
search:
  path: /zoeken
  parameter: q
  answers: {twitter: found.html, Chat met ons: chat.html}
  otherwise: none.html
pages:
  /oud: {redirect: /nieuw}
  /tijdelijk: {redirect: "https://elders.example/", status: 302}
  /bel: {redirect: "tel:+31201234567"}
  /traag: {delay: 90s}
  /stuk: {status: 500, body_file: gone.html}
  /geheim: {status: 403, body: "<h1>Nee</h1>", headers: {Cf-Mitigated: challenge, Set-Cookie: [a=1, b=2]}}
  /latin.html: {type: "text/html; charset=iso-8859-1"}
  /half.html: {truncate: 4}
  /weg: {close: true}
  /lijst.html?pagina=2: {status: 404}
  //service.bank.example/login: {status: 401}
)";

void WriteBank(const TempDir& dir) {
  dir.Write("site.yaml", kYaml);
  for (const std::string name :
       {"index.html", "gone.html", "found.html", "chat.html", "none.html", "contact.html",
        "traag.html", "latin.html", "half.html", "lijst.html", "map/index.html", "a b.html",
        "item.php?id=3", "brief.pdf", "noextension"}) {
    dir.Write("www/" + name, "<p>" + name);
  }
  dir.Write("www-service/index.html", "<p>service");
  dir.Write("www-service/404.html", "<p>service gone");
  dir.Write("secret.html", "<p>secret");
}

SiteFolder LoadBank(const TempDir& dir) {
  WriteBank(dir);
  Result<SiteFolder> site = SiteFolder::Load(dir.Path());
  if (!site) FAIL(site.error().Text());
  return std::move(*site);
}

TEST_CASE("every address answers as documented") {
  const TempDir dir;
  const SiteFolder site = LoadBank(dir);
  struct Case {
    std::string name, host, path;
    int status = 200;
    std::string body = {}, type = {}, location = {};
  };
  const std::string html = "text/html";
  const std::string www = "www.bank.example";
  for (const Case& c : std::vector<Case>{
           {"home", www, "/", 200, "<p>index.html", html},
           {"home with a query", www, "/?x=1", 200, "<p>index.html", html},
           {"a file", www, "/contact.html", 200, "<p>contact.html", html},
           {"without extension", www, "/contact", 200, "<p>contact.html", html},
           {"a folder", www, "/map/", 200, "<p>map/index.html", html},
           {"a folder without its slash", www, "/map", 301, "", "", "/map/"},
           {"a folder without its slash but a query", www, "/map?a=b", 301, "", "", "/map/?a=b"},
           {"an escape", www, "/a%20b.html", 200, "<p>a b.html", html},
           {"a query in the file's name", www, "/item.php?id=3", 200, "<p>item.php?id=3", html},
           {"another query", www, "/item.php?id=4", 404, "<p>gone.html", html},
           {"a type", www, "/brief.pdf", 200, "<p>brief.pdf", "application/pdf"},
           {"a guessed type", www, "/noextension", 200, "<p>noextension", html},
           {"not there", www, "/nope", 404, "<p>gone.html", html},
           {"a redirect", www, "/oud", 301, "", "", "/nieuw"},
           {"a redirect with a query", www, "/oud?a=1", 301, "", "", "/nieuw"},
           {"a redirect with a status", www, "/tijdelijk", 302, "", "", "https://elders.example/"},
           {"a redirect to a number", www, "/bel", 301, "", "", "tel:+31201234567"},
           {"a status with a file", www, "/stuk", 500, "<p>gone.html", html},
           {"a status with a body", www, "/geheim", 403, "<h1>Nee</h1>",
            "text/html; charset=utf-8"},
           {"a charset", www, "/latin.html", 200, "<p>latin.html", "text/html; charset=iso-8859-1"},
           {"a rule for one query", www, "/lijst.html?pagina=2", 404, "<p>lijst.html", html},
           {"not for another", www, "/lijst.html?pagina=3", 200, "<p>lijst.html", html},
           {"a search", www, "/zoeken?q=Twitter", 200, "<p>found.html", html},
           {"a search of more words", www, "/zoeken?x=&q=chat++MET+ons", 200, "<p>chat.html", html},
           {"a search for nothing known", www, "/zoeken?q=fax", 200, "<p>none.html", html},
           {"a search without words", www, "/zoeken", 404, "<p>gone.html", html},
           {"another host", "service.bank.example", "/", 200, "<p>service", html},
           {"another host's rule", "service.bank.example", "/login", 401, "<p>gone.html", html},
           {"a host that leads on", "bank.example", "/a?b=c", 301, "", "",
            "https://www.bank.example/a?b=c"},
           {"an unknown host is the first", "127.0.0.1", "/", 200, "<p>index.html", html},
           {"no path", www, "nope", 400}}) {
    CAPTURE(c.name);
    const SiteAnswer answer = site.Answer(c.host, c.path);
    CHECK(answer.status == c.status);
    CHECK(answer.body == c.body);
    CHECK(FindHeader(answer.headers, "content-type") == c.type);
    CHECK(FindHeader(answer.headers, "location") == c.location);
  }
  CHECK(FindHeader(site.Answer(www, "/").headers, "x-all") == "yes");
  CHECK(FindHeader(site.Answer(www, "/geheim").headers, "cf-mitigated") == "challenge");
  CHECK(site.Answer(www, "/geheim").headers.back().first == "x-all");
  CHECK(site.Answer(www, "/traag").delay == std::chrono::seconds(90));
  CHECK(site.Answer(www, "/traag").body == "<p>traag.html");
  CHECK(site.Answer(www, "/half.html").truncate.value_or(0) == 4);
  CHECK(site.Answer(www, "/weg").closes);
}

TEST_CASE("no address leads out of the folder") {
  const TempDir dir;
  WriteBank(dir);
  std::filesystem::create_symlink(dir / "secret.html", dir / "www/link.html");
  std::filesystem::create_symlink(dir.Path(), dir / "www/up");
  std::filesystem::create_symlink("/etc/hosts", dir / "www/hosts.txt");
  const Result<SiteFolder> site = SiteFolder::Load(dir.Path());
  REQUIRE(site.has_value());
  for (const std::string path :
       {"/../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html", "/%2e%2e%2fsecret.html",
        "/map/../../secret.html", "/map/%2e%2e%2f..%2fsecret.html", "//secret.html",
        "/..\\secret.html", "/..%5csecret.html", "/link.html", "/up/secret.html", "/hosts.txt",
        "/../site.yaml", "/index.html%00.png", "/%2Fetc%2Fhosts", "//etc/hosts",
        "/%c0%ae%c0%ae/x"}) {
    CAPTURE(path);
    const SiteAnswer answer = site->Answer("www.bank.example", path);
    CHECK(answer.status == 404);
    CHECK(answer.body == "<p>gone.html");
  }
}

TEST_CASE("mistakes in site.yaml name their line") {
  struct Case {
    std::string name, yaml;
    int line = 0;
  };
  for (const Case& c : std::vector<Case>{
           {"no host", "pages: {}\n", 1},
           {"unknown key", "host: a.example\nhots: {}\n", 2},
           {"a host with a scheme", "host: https://a.example\n", 1},
           {"unknown key of a page", "host: a.example\npages:\n  /a:\n    staus: 404\n", 4},
           {"a status that is none", "host: a.example\npages:\n  /a: {status: 42}\n", 3},
           {"a delay without a unit", "host: a.example\npages:\n  /a: {delay: 5}\n", 3},
           {"a path without its slash", "host: a.example\npages:\n  a: {status: 404}\n", 3},
           {"a body twice", "host: a.example\npages:\n  /a: {body: x, body_file: index.html}\n", 3},
           {"a file that is not there", "host: a.example\npages:\n  /a: {body_file: indx.html}\n",
            3},
           {"a search without otherwise", "host: a.example\nsearch: {path: /z, parameter: q}\n", 2},
           {"a folder outside", "host: a.example\nhosts:\n  b.example: ../x\n", 3},
           {"a folder that is not there", "host: a.example\nhosts:\n  b.example: x\n", 3}}) {
    CAPTURE(c.name);
    const TempDir dir;
    dir.Write("www/index.html", "x");
    dir.Write("site.yaml", c.yaml);
    const Result<SiteFolder> site = SiteFolder::Load(dir.Path());
    REQUIRE_FALSE(site.has_value());
    CAPTURE(site.error().Text());
    CHECK(site.error().line == c.line);
    CHECK(site.error().file.ends_with("site.yaml"));
  }
  CHECK_FALSE(SiteFolder::Load("/nowhere/at/all").has_value());
}

TEST_CASE("a folder without site.yaml serves every host") {
  const TempDir dir;
  dir.Write("index.html", "<p>home");
  dir.Write("a/index.html", "<p>a");
  const Result<SiteFolder> site = SiteFolder::Load(dir.Path());
  REQUIRE(site.has_value());
  CHECK(site->Serves("any.example"));
  CHECK(site->Answer("any.example", "/").body == "<p>home");
  CHECK(site->Answer("any.example", "/x").status == 404);
  CHECK(site->Paths("any.example") == std::vector<std::string>{"/a/index.html", "/"});
}

TEST_CASE("the site is chosen by host") {
  const TempDir one, two, three;
  one.Write("www/index.html", "one");
  one.Write("site.yaml", "host: one.example\n");
  two.Write("www/index.html", "two");
  two.Write("site.yaml", "host: two.example\n");
  three.Write("index.html", "three");
  std::vector<SiteFolder> sites{*SiteFolder::Load(one.Path()), *SiteFolder::Load(two.Path())};
  CHECK(ChooseSite(sites, "two.example") == &sites[1]);
  CHECK(ChooseSite(sites, "127.0.0.1") == nullptr);
  sites.push_back(*SiteFolder::Load(three.Path()));
  CHECK(ChooseSite(sites, "one.example") == &sites[0]);
  CHECK(ChooseSite(sites, "127.0.0.1") == &sites[2]);
}

TEST_CASE("the replay follows redirects, keeps limits and fails as site.yaml says") {
  const TempDir dir;
  FetchOptions options;
  options.max_body_bytes = 10;
  ReplayFetcher fetcher({LoadBank(dir)}, options);
  const auto ask = [&](const std::string& url) {
    Request request;
    request.url = url;
    return FetchBatch(fetcher, {request})[0];
  };
  const Exchange home = ask("http://bank.example/map");
  CHECK(home.hops.size() == 2);
  CHECK(home.hops[0].location == "https://www.bank.example/map");
  CHECK(home.final_url == "https://www.bank.example/map/");
  CHECK(home.body == "<p>map/ind");
  CHECK(home.is_truncated);
  CHECK(ask("https://www.bank.example/nope").status == 404);
  CHECK(ask("https://www.bank.example/bel").error == FetchError::kBadRedirect);
  CHECK(ask("https://www.bank.example/bel").hops[0].location == "tel:+31201234567");
  CHECK(ask("https://www.bank.example/traag").error == FetchError::kTimeout);
  CHECK(ask("https://www.bank.example/weg").error == FetchError::kBroken);
  CHECK(ask("https://www.bank.example/half.html").body == "<p>h");
  CHECK(ask("https://www.bank.example/half.html").is_truncated);
  CHECK(ask("https://www.bank.example/brief.pdf").is_skipped);
  CHECK(ask("https://other.example/").error == FetchError::kDns);
  CHECK(ask("mailto:x@bank.example").error == FetchError::kBadUrl);
}

}  // namespace
}  // namespace klikpad
