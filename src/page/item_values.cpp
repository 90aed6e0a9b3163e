// By element, in the order of the standard's list.

#include "page/item_values.h"

#include "base/text.h"
#include "page/text_run.h"

namespace klikpad {

std::string TextContent(const Tree& tree, int node) {
  TextRun run(2000);
  for (int i = node + 1; i < tree.End(node) && !run.IsCut(); ++i) {
    const Tag tag = tree.TagOf(i);
    if (tag == Tag::kText) {
      run.Append(tree.At(i).text);
    } else if (tag == Tag::kBr || IsBlock(tag)) {
      run.Space();
    }
  }
  return run.Take();
}

std::string ItemValue(const Tree& tree, int node, const Resolver& resolver) {
  if (const auto content = tree.document.Attr(node, "content")) return CollapseSpace(*content);
  const auto address = [&](std::string_view attribute) {
    const auto value = tree.document.Attr(node, attribute);
    return value ? resolver.Resolve(*value) : std::string();
  };
  switch (tree.TagOf(node)) {
    case Tag::kMeta:
      return {};
    case Tag::kAudio:
    case Tag::kEmbed:
    case Tag::kIframe:
    case Tag::kImg:
    case Tag::kSource:
    case Tag::kVideo:
      return address("src");
    case Tag::kA:
    case Tag::kArea:
    case Tag::kLink:
      return tree.HasAttr(node, "href") ? address("href") : TextContent(tree, node);
    case Tag::kObject:
      return address("data");
    case Tag::kTime:
      if (const auto time = tree.document.Attr(node, "datetime")) return std::string(Trim(*time));
      break;
    default: {
      const std::string_view tag = tree.At(node).tag;
      if (tag == "data" || tag == "meter") return std::string(tree.Attr(node, "value"));
    }
  }
  return TextContent(tree, node);
}

}  // namespace klikpad
