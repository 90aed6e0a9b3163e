// robots.txt of every host that the crawl meets: asked for once, kept, and turned into refusals in
// words.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/url.h"
#include "fetch/fetcher.h"
#include "fetch/robots.h"

namespace klikpad {

class RobotsGate {
 public:
  explicit RobotsGate(Fetcher& fetcher) : fetcher_(fetcher) {}
  // Asks the hosts of `urls` that are new. Gives the number of requests.
  int Load(const std::vector<Url>& urls);
  // Why that address may not be asked for, "" when it may. Its host must have been loaded.
  std::string Refusal(const Url& url) const;
  // Milliseconds that its robots.txt wants between two requests (Crawl-delay), capped; 0 for none.
  std::int64_t IntervalOf(const Url& url) const;
  // Sitemap lines of that host's robots.txt, as written; none when it was not loaded.
  std::vector<std::string> SitemapsOf(const Url& url) const;

 private:
  struct Entry {
    Robots robots;
    std::string problem;  // why it could not be read
  };
  Fetcher& fetcher_;
  std::map<std::string, Entry> entries_;  // by origin
};

}  // namespace klikpad
