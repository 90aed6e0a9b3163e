// Fuzzes sitemaps: any bytes are read, and what comes out is absolute, in one spelling, once each.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "base/url.h"
#include "page/sitemap.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

void CheckAddress(const std::string& text) {
  const auto url = klikpad::Url::Parse(text);
  Require(url && url->IsHttp() && url->Text() == text && !url->HasFragment());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const klikpad::Sitemap sitemap = klikpad::ParseSitemap(bytes, "https://a.example/sitemap.xml");
  std::set<std::string> seen;
  for (const auto& entry : sitemap.entries) {
    CheckAddress(entry.url);
    Require(seen.insert(entry.url).second);
    for (const std::string& alternate : entry.alternates) CheckAddress(alternate);
  }
  return 0;
}
