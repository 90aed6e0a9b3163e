// The order in which the parts of a page are read: each needs only those before it.

#include "page/reader.h"

#include <utility>

#include "base/text.h"
#include "page/blocks.h"
#include "page/charset.h"
#include "page/forms.h"
#include "page/head.h"
#include "page/links.h"
#include "page/names.h"
#include "page/needs_script.h"
#include "page/regions.h"
#include "page/resolve.h"
#include "page/resources.h"
#include "page/structured_data.h"
#include "page/tree.h"
#include "page/visibility.h"

namespace klikpad {

namespace {

// A page's tree and what all parts of it are read with.
struct Source {
  Tree tree;
  std::vector<std::uint8_t> hidden;
  Resolver resolver;
};

Source ReadSource(std::string_view bytes, std::string_view content_type, const ReadLimits& limits,
                  Page& page) {
  if (bytes.size() > limits.max_bytes) {
    bytes = bytes.substr(0, limits.max_bytes);
    page.limits.emplace_back("the page is larger than the limit, its end was cut");
  }
  DecodedText decoded = DecodeHtml(bytes, content_type);
  page.charset = std::move(decoded.charset);
  page.charset_source = std::move(decoded.source);

  Tree tree = BuildTree(std::move(decoded.text), limits);
  page.limits.insert(page.limits.end(), tree.limits.begin(), tree.limits.end());
  std::vector<std::uint8_t> hidden = FindHidden(tree);
  page.base = FindBase(tree, hidden, page.url);
  Resolver resolver(page.base);
  ReadHead(tree, hidden, resolver, page);
  return {std::move(tree), std::move(hidden), std::move(resolver)};
}

}  // namespace

Page ReadPage(std::string_view bytes, const std::string& url, std::string_view content_type,
              const ReadLimits& limits) {
  Page page;
  page.url = url;
  auto [tree, hidden, resolver] = ReadSource(bytes, content_type, limits, page);
  const std::vector<Region> regions = FindRegions(tree, hidden);
  Blocks blocks = FindBlocks(tree, hidden, regions, limits);
  if (blocks.is_cut)
    page.limits.emplace_back("the page has more text than the limit, some was cut");
  const Names names(tree, hidden);
  page.links = FindLinks(tree, hidden, regions, blocks, names, resolver);
  page.forms = FindForms(tree, hidden, regions, blocks, names, resolver, url);
  page.blocks = std::move(blocks.list);
  page.resources = FindResources(tree, hidden, resolver);
  page.data = FindStructuredData(tree, hidden, resolver);
  page.needs_javascript = NeedsJavascript(tree, page);
  page.is_truncated = !page.limits.empty();
  page.document = std::move(tree.document);
  return page;
}

Page ReadLinks(std::string_view bytes, const std::string& url, std::string_view content_type,
               const ReadLimits& limits) {
  Page page;
  page.url = url;
  auto [tree, hidden, resolver] = ReadSource(bytes, content_type, limits, page);
  const auto nodes = static_cast<std::size_t>(tree.Size());
  Blocks none;
  none.block_of.assign(nodes, -1);
  none.run_at.assign(nodes, -1);
  none.heading_at.assign(nodes, -1);
  page.links = FindLinks(tree, hidden, std::vector<Region>(nodes, Region::kMain), none,
                         Names(tree, hidden), resolver);
  page.is_truncated = !page.limits.empty();
  page.document = std::move(tree.document);
  return page;
}

}  // namespace klikpad
