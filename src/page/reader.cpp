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

Page ReadPage(std::string_view bytes, const std::string& url, std::string_view content_type,
              const ReadLimits& limits) {
  Page page;
  page.url = url;
  if (bytes.size() > limits.max_bytes) {
    bytes = bytes.substr(0, limits.max_bytes);
    page.limits.emplace_back("the page is larger than the limit, its end was cut");
  }
  DecodedText decoded = DecodeHtml(bytes, content_type);
  page.charset = std::move(decoded.charset);
  page.charset_source = std::move(decoded.source);

  Tree tree = BuildTree(std::move(decoded.text), limits);
  page.limits.insert(page.limits.end(), tree.limits.begin(), tree.limits.end());

  const std::vector<std::uint8_t> hidden = FindHidden(tree);
  const std::vector<Region> regions = FindRegions(tree, hidden);
  page.base = FindBase(tree, hidden, url);
  const Resolver resolver(page.base);
  ReadHead(tree, hidden, resolver, page);

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

}  // namespace klikpad
