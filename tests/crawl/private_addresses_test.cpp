// A site of the public internet leads into no private network: not by links, redirects, robots.txt
// or sitemaps, and not by a name that changes its address (the socket itself is refused).

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "crawl/crawl.h"
#include "support/curl_fetch.h"
#include "support/fake_fetcher.h"
#include "support/loopback_server.h"
#include "support/shipped_rules.h"

namespace klikpad {
namespace {

Exchange Public(Exchange exchange) {
  exchange.is_public = true;
  return exchange;
}

FakeFetcher Shop() {
  FakeFetcher fetcher;
  fetcher.Add("https://www.winkel.example/",
              Public(PageAnswer("<html lang=nl><p>Welkom in de winkel van hier.</p>"
                                "<a href=/a>a</a> <a href=https://intern.winkel.example/>b</a>")));
  fetcher.Add("https://www.winkel.example/a", Public(PageAnswer("<p>Gewone tekst.</p>")));
  return fetcher;
}

Brand ShopBrand(const std::string& start = "https://www.winkel.example/") {
  Brand brand;
  brand.start = start;
  return brand;
}

}  // namespace

TEST_CASE("after a public answer every request needs a public address, unless that is allowed") {
  for (const bool is_allowed : {false, true}) {
    CAPTURE(is_allowed);
    FakeFetcher fetcher = Shop();
    CrawlOptions options;
    options.allow_private = is_allowed;
    REQUIRE(Crawl(ShopBrand(), options, ShippedRules(), fetcher, {}));
    std::size_t count = 0;
    for (const Request& request : fetcher.Requests()) {
      CAPTURE(request.url);
      const bool is_first = request.url == "https://www.winkel.example/robots.txt" ||
                            request.url == "https://www.winkel.example/";
      CHECK(request.needs_public_address == (!is_first && !is_allowed));
      count += request.needs_public_address ? 1 : 0;
    }
    // The page, the other host's robots.txt and page, the sitemap and three well-known files.
    CHECK(count == (is_allowed ? 0 : 8));
  }
}

TEST_CASE("a start in a private network may lead on in it") {
  FakeFetcher fetcher;
  fetcher.AddPage("http://intranet/", "<p>Welkom op het intranet van hier.</p><a href=/a>a</a>");
  REQUIRE(Crawl(ShopBrand("http://intranet/"), {}, ShippedRules(), fetcher, {}));
  for (const Request& request : fetcher.Requests()) CHECK_FALSE(request.needs_public_address);
}

TEST_CASE("the socket to a private address is refused, unless connect-to names it") {
  LoopbackServer server;
  int asked = 0;
  server.Http().Get(".*", [&](const httplib::Request&, httplib::Response& response) {
    ++asked;
    response.set_content("binnen", "text/plain");
  });
  server.Start();
  Request request;
  request.url = fmt::format("http://127.0.0.1:{}/", server.Port());
  request.needs_public_address = true;
  const Exchange refused = FetchBatch(*MakeFetcher(), {request})[0];
  CHECK(refused.error == FetchError::kRefused);
  CHECK(asked == 0);
  FetchOptions options = QuickOptions();
  options.connect_to = {fmt::format("www.winkel.example:80:127.0.0.1:{}", server.Port())};
  request.url = "http://www.winkel.example/";
  const Exchange named = FetchBatch(*MakeFetcher(options), {request})[0];
  CHECK(named.status == 200);
  CHECK_FALSE(named.is_public);
  CHECK(asked == 1);
}

}  // namespace klikpad
