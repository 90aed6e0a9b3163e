// A whole crawl of a site of which every page but two misbehaves in its own way: the crawl ends,
// each page is read, a fact, or a hole that says why, and the good pages are as good as ever.

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>

#include "crawl/crawl.h"
#include "support/fault_server.h"
#include "support/shipped_rules.h"

namespace klikpad {
namespace {

std::ptrdiff_t OpenFiles() {
  namespace fs = std::filesystem;
  return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
}

const SitePage& PageAt(const SiteLook& look, const std::string& url) {
  for (const SitePage& page : look.pages) {
    if (page.url == url) return page;
  }
  FAIL("no page " << url);
  return look.pages[0];
}

}  // namespace

TEST_CASE("a crawl over all faults ends, loses no page and takes none for more than it is") {
  const std::ptrdiff_t before = OpenFiles();
  {
    FaultServer server(AllFaults());
    FetchOptions fetch = FaultOptions();
    fetch.timeout = std::chrono::milliseconds(2000);  // all of them share two cores
    Brand brand;
    brand.start = server.Url();
    CrawlOptions options;
    options.use_sitemap = false;
    options.search_channels.clear();
    const auto fetcher = MakeFetcher(fetch);
    const auto begin = std::chrono::steady_clock::now();
    const auto crawl = Crawl(brand, options, ShippedRules(), *fetcher, {});
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
    REQUIRE(crawl);
    CHECK(crawl->start_problem.empty());
    CHECK(PageAt(crawl->look, server.Url("/contact")).found.contacts.size() == 1);
    for (std::size_t i = 0; i < server.Faults().size(); ++i) {
      const Fault& fault = server.Faults()[i];
      const SitePage& page = PageAt(crawl->look, server.FaultUrl(i));
      CAPTURE(fault.name);
      CAPTURE(page.hole_text);
      CAPTURE(page.status);
      CHECK(Word(page.hole) == Word(fault.hole));
      CHECK(page.hole_text.empty() == (page.hole == HoleReason::kNone));
      CHECK(page.is_read == fault.is_read);
      CHECK(page.clicks == 1);
    }
  }
  CHECK(OpenFiles() == before);
}

}  // namespace klikpad
