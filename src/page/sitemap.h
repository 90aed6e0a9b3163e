// Sitemaps (https://www.sitemaps.org/protocol.html): urlset, index and plain text, gzip or not.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

struct Sitemap {
  struct Entry {
    std::string url;                      // absolute http(s), parsed and serialised
    std::vector<std::string> alternates;  // of xhtml:link rel=alternate
  };
  bool is_index = false;       // entries are further sitemaps
  std::vector<Entry> entries;  // in file order, duplicates left out, at most 50,000
  std::string problem;         // one sentence when it was broken or cut; "" when fine
};

// `url` is where the bytes came from.
Sitemap ParseSitemap(std::string_view bytes, const std::string& url);

}  // namespace klikpad
