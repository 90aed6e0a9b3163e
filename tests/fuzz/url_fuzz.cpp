// Fuzzes the URL parser: what was parsed and written down reads back as the same URL, alone and as
// a base. The first byte says where the input divides into base and reference.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/domain.h"
#include "base/url.h"
#include "base/url_clean.h"

namespace {

using klikpad::Url;

void Require(bool holds) {
  if (!holds) std::abort();
}

void CheckUrl(const Url& url) {
  const auto again = Url::Parse(url.Text());
  Require(again && *again == url && again->Text() == url.Text());
  const auto bare = Url::Parse(url.WithoutFragment());
  Require(bare && bare->Text() == url.WithoutFragment());
  const Url clean = klikpad::StripTracking(url, {"utm_*", "a"});
  const auto key = Url::Parse(clean.Text());
  Require(key && *key == clean);
  url.QueryPairs();
  url.PathSegments();
  url.Origin();
  klikpad::DomainLabel(url.Host());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::size_t cut = data[0] < text.size() ? data[0] : 0;
  const auto base = Url::Parse(text.substr(0, cut));
  if (base) CheckUrl(*base);
  const auto url = Url::Parse(text.substr(cut), base ? &*base : nullptr);
  if (url) CheckUrl(*url);
  return 0;
}
