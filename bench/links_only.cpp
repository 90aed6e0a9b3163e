// The crawl as `klikpad audit` does it, with tree and links but no rules, detection, evidence,
// recording or report: what link checkers do. usage: bench_links URL [CONNECTIONS [THREADS]]

#include <cstdio>
#include <cstdlib>

#include "crawl/crawl.h"
#include "fetch/curl_fetcher.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_links URL [CONNECTIONS [THREADS]]\n");
    return 3;
  }
  klikpad::FetchOptions fetch;
  fetch.concurrency = argc > 2 ? std::atoi(argv[2]) : 16;
  fetch.host_concurrency = fetch.concurrency;
  fetch.host_interval = std::chrono::milliseconds(0);
  auto fetcher = klikpad::MakeCurlFetcher(fetch);
  if (!fetcher) {
    std::fprintf(stderr, "%s\n", fetcher.error().Text().c_str());
    return 3;
  }
  klikpad::Brand brand;
  brand.start = argv[1];
  klikpad::CrawlOptions options;
  options.links_only = true;
  options.max_pages = 1'000'000;
  options.search_channels.clear();
  options.threads = argc > 3 ? std::atoi(argv[3]) : 0;
  const auto crawl = klikpad::Crawl(brand, options, klikpad::Rules(), **fetcher, {});
  if (!crawl) {
    std::fprintf(stderr, "%s\n", crawl.error().Text().c_str());
    return 3;
  }
  std::size_t read = 0, redirects = 0, dead = 0, links = 0;
  for (const klikpad::SitePage& page : crawl->look.pages) {
    read += page.is_read ? 1 : 0;
    redirects += page.redirect_url.empty() ? 0 : 1;
    dead += page.status == 404 ? 1 : 0;
    links += page.links.size();
  }
  std::printf("%zu pages, %zu redirects, %zu dead, %zu links\n", read, redirects, dead, links);
  return 0;
}
