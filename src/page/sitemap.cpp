// Reading sitemaps token by token: containers (url, sitemap, item, entry) and the address in each.

#include "page/sitemap.h"

#include <optional>
#include <utility>

#include "base/gzip.h"
#include "base/text.h"
#include "page/sitemap_collector.h"
#include "page/xml_scanner.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxBytes = 52'428'800;  // unpacked, the protocol's own limit
constexpr std::size_t kMaxAlternates = 200;

class XmlReader {
 public:
  explicit XmlReader(SitemapCollector& collector) : collector_(collector) {}

  void Read(std::string_view text) {
    XmlScanner scanner(text);
    for (XmlToken token; scanner.Next(token) && !collector_.IsFull();) {
      if (token.kind == XmlToken::Kind::kText) {
        if (in_address_) address_ += token.text;
      } else if (token.kind == XmlToken::Kind::kStart) {
        Start(token);
      } else {
        End(token);
      }
      if (root_ == Root::kPage) break;
    }
    Flush();
    Judge();
  }

 private:
  enum class Root { kUnknown, kUrlset, kIndex, kFeed, kPage };

  void Start(const XmlToken& token) {
    if (root_ == Root::kUnknown) {
      root_ = RootOf(token);
      root_name_ = token.name;
      is_closed_ = token.is_empty;
    }
    if (IsContainer(token)) {
      Flush();  // of one that was never closed
      is_open_ = true;
      prefix_ = token.prefix;
      collector_.SetIsIndex(root_ == Root::kIndex);
      return;
    }
    // The end tag of an address may be missing: any other tag ends it too.
    in_address_ = false;
    if (!is_open_) return;
    if (token.IsNamed("link")) {
      TakeLink(token);
    } else if (root_ != Root::kFeed && token.IsNamed("loc") && token.prefix == prefix_) {
      // <image:loc> has another prefix than its <url>: it is no page.
      BeginAddress(token);
    }
  }

  void End(const XmlToken& token) {
    in_address_ = false;
    if (IsContainer(token)) Flush();
    is_closed_ = is_closed_ || (root_ != Root::kUnknown && token.IsNamed(root_name_));
  }

  static Root RootOf(const XmlToken& token) {
    if (token.IsNamed("urlset") || token.IsNamed("url")) return Root::kUrlset;
    if (token.IsNamed("sitemapindex") || token.IsNamed("sitemap")) return Root::kIndex;
    if (token.IsNamed("rss") || token.IsNamed("feed") || token.IsNamed("rdf")) return Root::kFeed;
    if (token.IsNamed("html")) return Root::kPage;
    return Root::kUnknown;
  }

  bool IsContainer(const XmlToken& token) const {
    switch (root_) {
      case Root::kUrlset:
        return token.IsNamed("url") && (!is_open_ || token.prefix == prefix_);
      case Root::kIndex:
        return token.IsNamed("sitemap") && (!is_open_ || token.prefix == prefix_);
      case Root::kFeed:
        return token.IsNamed("item") || token.IsNamed("entry");
      default:
        return false;
    }
  }

  // In a feed <link>…</link> or <link href="…"/> is the address; elsewhere <xhtml:link> names the
  // same page in another language.
  void TakeLink(const XmlToken& token) {
    const std::string_view rel = token.Attribute("rel");
    const std::string_view href = token.Attribute("href");
    if (root_ == Root::kFeed) {
      if (!address_.empty() || !(rel.empty() || EqualsIgnoreAsciiCase(rel, "alternate"))) return;
      if (href.empty()) {
        BeginAddress(token);
      } else {
        address_ = href;
      }
      return;
    }
    if (!EqualsIgnoreAsciiCase(Trim(rel), "alternate") || alternates_.size() >= kMaxAlternates) {
      return;
    }
    if (auto url = SitemapAddress(href)) alternates_.push_back(std::move(*url));
  }

  void BeginAddress(const XmlToken& token) {
    address_.clear();
    in_address_ = !token.is_empty;
  }

  void Flush() {
    if (is_open_) collector_.Add(address_, std::move(alternates_));
    is_open_ = false;
    in_address_ = false;
    address_.clear();
    alternates_.clear();
  }

  void Judge() {
    if (root_ == Root::kPage) {
      collector_.Complain("this is a web page, no sitemap");
    } else if (root_ == Root::kUnknown) {
      collector_.Complain("this XML is no sitemap");
    } else if (!is_closed_ && !collector_.IsFull()) {
      collector_.Complain("the file ends in the middle");
    }
  }

  SitemapCollector& collector_;
  Root root_ = Root::kUnknown;
  bool is_open_ = false, in_address_ = false, is_closed_ = false;
  std::string_view root_name_;
  std::string_view prefix_;
  std::string address_;
  std::vector<std::string> alternates_;
};

// Protocol, "Other Sitemap formats": one address a line, nothing else.
void ReadText(std::string_view text, SitemapCollector& collector) {
  while (!text.empty() && !collector.IsFull()) {
    const std::size_t end = text.find_first_of("\r\n");
    collector.Add(text.substr(0, end), {});
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  if (collector.IsEmpty()) collector.Complain("no sitemap: no address in it");
}

std::string FromUtf16(std::string_view bytes, bool is_big_endian) {
  std::string out;
  char32_t high = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    const char32_t unit = is_big_endian ? static_cast<char32_t>(first << 8 | second)
                                        : static_cast<char32_t>(second << 8 | first);
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
    } else if (unit >= 0xDC00 && unit < 0xE000) {
      AppendUtf8(out, high == 0 ? 0xFFFD : 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
      high = 0;
    } else {
      AppendUtf8(out, unit);
      high = 0;
    }
  }
  return out;
}

Sitemap ParseUnpacked(std::string_view text, const std::string& url) {
  SitemapCollector collector(url);
  std::string converted;
  if (text.starts_with("\xFE\xFF") || text.starts_with("\xFF\xFE")) {
    converted = FromUtf16(text.substr(2), text[0] == '\xFE');
    text = converted;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.size() > kMaxBytes) {
    collector.Complain("larger than 50 MB, the rest was left out");
    text = text.substr(0, kMaxBytes);
  }
  text = Trim(text);
  if (text.starts_with('<')) {
    XmlReader(collector).Read(text);
  } else {
    ReadText(text, collector);
  }
  return collector.Finish();
}

}  // namespace

Sitemap ParseSitemap(std::string_view bytes, const std::string& url) {
  if (!LooksLikeGzip(bytes)) return ParseUnpacked(bytes, url);
  const std::optional<std::string> unpacked = Gunzip(bytes, kMaxBytes);
  if (unpacked) return ParseUnpacked(*unpacked, url);
  Sitemap sitemap;
  sitemap.problem = "the gzip file is broken or unpacks to more than 50 MB";
  return sitemap;
}

}  // namespace klikpad
