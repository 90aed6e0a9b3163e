// Metas and links count wherever they stand: broken heads push them into the body.

#include "page/head.h"

#include "base/text.h"
#include "page/visibility.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxMetas = 500;
constexpr std::size_t kMaxMetaBytes = 8192;

bool IsInert(const std::vector<std::uint8_t>& hidden, int node) {
  return (hidden[static_cast<std::size_t>(node)] & kInert) != 0;
}

bool IsInNoscript(const Tree& tree, int node) {
  int steps = 8;
  for (int up = tree.Parent(node); up > 0 && steps-- > 0; up = tree.Parent(up)) {
    if (tree.TagOf(up) == Tag::kNoscript) return true;
  }
  return false;
}

void ReadMeta(const Tree& tree, int node, const Resolver& resolver, Page& page) {
  const std::string_view content = tree.Attr(node, "content");
  const std::string equiv = AsciiLower(Trim(tree.Attr(node, "http-equiv")));
  if (equiv == "refresh" && page.refreshes.empty() && !IsInNoscript(tree, node)) {
    if (const auto refresh = ParseRefresh(content)) {
      const std::string target = refresh->url.empty() ? page.url : resolver.Resolve(refresh->url);
      if (!target.empty()) page.refreshes.push_back({refresh->seconds, target});
    }
    return;
  }
  if (equiv == "content-language" && page.lang.empty() &&
      content.find(',') == std::string_view::npos) {
    page.lang = AsciiLower(Trim(content.substr(0, Trim(content).find(' '))));
  }
  for (const std::string_view attribute : {"name", "property", "itemprop"}) {
    const std::string name = AsciiLower(Trim(tree.Attr(node, attribute)));
    if (name.empty() || page.metas.size() >= kMaxMetas) continue;
    page.metas.emplace_back(name, CutUtf8(CollapseSpace(content), kMaxMetaBytes));
  }
}

void ReadLink(const Tree& tree, int node, const Resolver& resolver, Page& page) {
  const std::string rel = AsciiLower(CollapseSpace(tree.Attr(node, "rel")));
  const std::string_view href = Trim(tree.Attr(node, "href"));
  if (rel.empty() || href.empty() || page.rel_links.size() >= kMaxMetas) return;
  const std::string url = resolver.Resolve(href);
  if (url.empty()) return;
  page.rel_links.emplace_back(rel, url);
  for (const std::string_view word : Split(rel, ' ')) {
    if (word == "canonical" && page.canonical.empty()) page.canonical = url;
    if (word != "alternate") continue;
    const std::string lang = AsciiLower(Trim(tree.Attr(node, "hreflang")));
    if (!lang.empty()) page.alternates.push_back({lang, url});
  }
}

void ReadTitle(const Tree& tree, int node, Page& page) {
  if (!page.title.empty()) return;
  for (int i = node + 1; i < tree.End(node); ++i) {
    if (tree.IsText(i)) page.title += tree.At(i).text;
  }
  page.title_place = {tree.At(node).line, tree.At(node).column};
  page.title = CutUtf8(CollapseSpace(page.title), kMaxMetaBytes);
}

}  // namespace

std::string FindBase(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                     const std::string& url) {
  for (int node = 1; node < tree.Size(); ++node) {
    if (tree.TagOf(node) != Tag::kBase || IsInert(hidden, node)) continue;
    const auto href = tree.document.Attr(node, "href");
    if (!href) continue;
    // HTML §4.2.3 "frozen base URL": data: and javascript: are not allowed.
    const auto document_url = Url::Parse(url);
    const auto base = Url::Parse(*href, document_url ? &*document_url : nullptr);
    if (!base || base->Scheme() == "data" || base->Scheme() == "javascript") return url;
    return base->Text();
  }
  return url;
}

void ReadHead(const Tree& tree, const std::vector<std::uint8_t>& hidden, const Resolver& resolver,
              Page& page) {
  std::string html_lang;
  for (int node = 1; node < tree.Size(); ++node) {
    switch (tree.TagOf(node)) {
      case Tag::kHtml:
        html_lang = AsciiLower(Trim(tree.Attr(node, "lang")));
        if (html_lang.empty()) html_lang = AsciiLower(Trim(tree.Attr(node, "xml:lang")));
        break;
      case Tag::kTitle:
        if (!IsInert(hidden, node)) ReadTitle(tree, node, page);
        break;
      case Tag::kMeta:
        if (!IsInert(hidden, node)) ReadMeta(tree, node, resolver, page);
        break;
      case Tag::kLink:
        if (!IsInert(hidden, node)) ReadLink(tree, node, resolver, page);
        break;
      default:
        break;
    }
  }
  if (!html_lang.empty()) page.lang = html_lang;
}

}  // namespace klikpad
