// A host whose certificate is no good: its pages are holes, it is a fact about the site, and the
// rest of the site is read on.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "app/audit.h"
#include "crawl/crawl.h"
#include "fetch/curl_fetcher.h"
#include "support/fake_fetcher.h"
#include "support/loopback_server.h"
#include "support/shipped_rules.h"
#include "support/temp_dir.h"
#include "support/tls_server.h"

namespace klikpad {
namespace {

const std::string kShop = "https://www.winkel.example";
const std::string kHelp = "https://help.winkel.example";

Exchange Faulty(TlsFault fault, const std::string& text) {
  Exchange exchange = ErrorAnswer(FetchError::kTls);
  exchange.tls_fault = fault;
  exchange.error_text = text;
  return exchange;
}

CrawlResult Look(Fetcher& fetcher, bool obeys_robots, const std::string& start = kShop + "/") {
  CrawlOptions options;
  options.search_channels.clear();
  options.obey_robots = obeys_robots;
  Brand brand;
  brand.name = "Winkel";
  brand.start = start;
  auto result = Crawl(brand, options, ShippedRules(), fetcher, {});
  REQUIRE(result);
  return std::move(*result);
}

const SiteHost* HostOf(const CrawlResult& result, const std::string& origin) {
  const auto found = std::find_if(result.look.hosts.begin(), result.look.hosts.end(),
                                  [&](const SiteHost& host) { return host.origin == origin; });
  return found == result.look.hosts.end() ? nullptr : &*found;
}

const Coverage* SiteCoverage(const Audit& audit) {
  for (const Coverage& row : audit.coverage) {
    if (row.Name() == "site") return &row;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a faulty host is a fact with its page, whether robots.txt or the page met it") {
  for (const bool obeys_robots : {true, false}) {
    CAPTURE(obeys_robots);
    const std::string text = "the certificate of help.winkel.example has expired";
    FakeFetcher fetcher;
    fetcher.AddPage(kShop + "/",
                    "<html lang=nl><title>Winkel</title><p>Welkom.</p><a href=" + kHelp +
                        "/vraag>Stel uw vraag</a> <a href=/over>Over ons</a></html>");
    fetcher.AddPage(kShop + "/over", "<html lang=nl><title>Over</title><p>Wij.</p></html>");
    fetcher.Add(kShop + "/robots.txt", StatusAnswer(404));
    for (const std::string path : {"/robots.txt", "/vraag"}) {
      fetcher.Add(kHelp + path, Faulty(TlsFault::kExpired, text));
    }
    const CrawlResult result = Look(fetcher, obeys_robots);
    CHECK(result.start_problem.empty());
    REQUIRE(result.look.hosts.size() == 2);
    const SiteHost* help = HostOf(result, kHelp);
    REQUIRE(help != nullptr);
    CHECK(Word(help->fault) == "expired");
    CHECK(help->fault_text == text);
    CHECK(help->url == kHelp + "/vraag");
    CHECK(help->is_linked);
    CHECK(help->answered == 0);
    const SiteHost* shop = HostOf(result, kShop);
    REQUIRE(shop != nullptr);
    CHECK(shop->fault == TlsFault::kNone);
    CHECK(shop->answered == 2);
    CHECK(result.look.problems == std::vector<std::string>{text});
    // What stands behind it was not seen: the page promises contact, so the look is partial.
    Brand brand;
    brand.start = kShop + "/";
    const Audit audit = AssembleAudit(brand, {}, result, ShippedRules());
    const Coverage* site = SiteCoverage(audit);
    REQUIRE(site != nullptr);
    CHECK(site->complete == Complete::kPartial);
    REQUIRE(site->holes.size() == 1);
    CHECK(site->holes[0].url == kHelp + "/vraag");
    CHECK(site->holes[0].text.find("has expired") != std::string::npos);
  }
}

TEST_CASE("a host that only a sitemap names is told from one to which pages lead") {
  FakeFetcher fetcher;
  fetcher.AddPage(kShop + "/", "<html lang=nl><title>Winkel</title><p>Welkom.</p></html>");
  fetcher.Add(kShop + "/sitemap.xml",
              PageAnswer("<urlset><url><loc>https://oud.winkel.example/a</loc></url></urlset>",
                         "application/xml"));
  fetcher.Add(kShop + "/robots.txt", StatusAnswer(404));
  fetcher.Add("https://oud.winkel.example/robots.txt", Faulty(TlsFault::kOtherHost, "fout"));
  const CrawlResult result = Look(fetcher, true);
  const SiteHost* old = HostOf(result, "https://oud.winkel.example");
  REQUIRE(old != nullptr);
  CHECK(old->fault == TlsFault::kOtherHost);
  CHECK_FALSE(old->is_linked);
}

TEST_CASE("real certificates of each kind become that fault, and one in order none") {
  struct Case {
    std::string name, certified;
    long from_days, to_days;
    bool is_trusted;
    std::string fault;
  };
  const std::string own = "DNS:help.winkel.example";
  const std::vector<Case> cases = {{"in order", own, -10, 10, true, "none"},
                                   {"expired", own, -20, -2, true, "expired"},
                                   {"early", own, 2, 20, true, "not-yet-valid"},
                                   {"another's", "DNS:x.example", -2, 20, true, "other-host"},
                                   {"by itself", own, -10, 10, false, "self-signed"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    TlsCertificate certificate;
    certificate.names = c.certified;
    certificate.from_days = c.from_days;
    certificate.to_days = c.to_days;
    const TlsServer help(certificate);
    LoopbackServer shop;
    shop.Http().Get(".*", [](const httplib::Request& request, httplib::Response& response) {
      if (request.path != "/") return void(response.status = 404);
      response.set_content("<html lang=nl><title>Winkel</title><p>Welkom.</p><a href=" + kHelp +
                               "/vraag>Stel uw vraag</a></html>",
                           "text/html");
    });
    shop.Start();
    const TempDir dir;
    dir.Write("ca.pem", help.Pem());
    FetchOptions options;
    options.host_interval = std::chrono::milliseconds(0);
    options.max_retries = 0;
    if (c.is_trusted) options.ca_file = dir / "ca.pem";
    const std::string help_port = help.Url().substr(18, help.Url().size() - 19);
    options.connect_to = {"www.winkel.example:80:127.0.0.1:" + std::to_string(shop.Port()),
                          "help.winkel.example:443:127.0.0.1:" + help_port};
    auto fetcher = MakeCurlFetcher(options);
    REQUIRE(fetcher);
    const CrawlResult result = Look(**fetcher, true, "http://www.winkel.example/");
    const SiteHost* host = HostOf(result, kHelp);
    REQUIRE(host != nullptr);
    CHECK(std::string(Word(host->fault)) == c.fault);
    CHECK((host->answered > 0) == (c.fault == "none"));
  }
}

}  // namespace klikpad
