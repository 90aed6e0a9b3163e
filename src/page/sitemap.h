// Sitemaps (https://www.sitemaps.org/protocol.html): urlset, index, plain text, and the feeds (RSS,
// Atom) that the protocol allows; gzip or not, broken or not.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

struct Sitemap {
  struct Entry {
    std::string url;                      // absolute http(s), parsed and serialised, no fragment
    std::vector<std::string> alternates;  // of xhtml:link rel=alternate, as `url`, at most 200
  };
  bool is_index = false;       // entries are further sitemaps
  std::vector<Entry> entries;  // in file order, duplicates left out, at most 50,000
  std::string problem;         // one sentence when it was broken or cut; "" when fine
};

// `url` is where the bytes came from; an entry for that very address is left out.
Sitemap ParseSitemap(std::string_view bytes, const std::string& url);

}  // namespace klikpad
