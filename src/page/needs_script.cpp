// Thresholds are low on purpose: a short contact page is no shell.

#include "page/needs_script.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kLittleText = 300;  // bytes outside the title
constexpr std::size_t kHardlyAnyText = 60;
constexpr std::size_t kFewLinks = 5;

bool IsAppRoot(const Tree& tree, int node) {
  static constexpr std::array<std::string_view, 12> kIds{
      "root",     "app",      "__next",    "__nuxt", "___gatsby", "react-root",
      "app-root", "main-app", "ember-app", "svelte", "q-app",     "single-spa-application"};
  const std::string_view id = tree.Attr(node, "id");
  if (std::find(kIds.begin(), kIds.end(), id) != kIds.end()) return true;
  const std::string_view tag = tree.At(node).tag;
  return tag == "app-root" || tag == "flt-glass-pane" || tree.HasAttr(node, "ng-app") ||
         tree.HasAttr(node, "ng-version") || tree.HasAttr(node, "data-reactroot") ||
         tree.HasAttr(node, "data-server-rendered");
}

bool AsksForJavascript(std::string_view text) {
  return AsciiLower(text.substr(0, 4000)).find("javascript") != std::string::npos;
}

}  // namespace

bool NeedsJavascript(const Tree& tree, const Page& page) {
  const auto is_shown = [](const TextBlock& block) {
    return block.kind != TextKind::kTitle && block.is_visible;
  };
  std::size_t text = 0;
  for (const TextBlock& block : page.blocks) text += is_shown(block) ? block.text.size() : 0;
  const auto links = static_cast<std::size_t>(
      std::count_if(page.links.begin(), page.links.end(),
                    [](const Link& link) { return link.is_visible && !link.url.empty(); }));
  if (text > kLittleText || links > kFewLinks) return false;

  bool has_script = false;
  bool asks = std::any_of(page.blocks.begin(), page.blocks.end(), [&](const TextBlock& block) {
    return is_shown(block) && AsksForJavascript(block.text);
  });
  for (const Resource& resource : page.resources) {
    has_script = has_script || resource.kind == ResourceKind::kScript ||
                 resource.kind == ResourceKind::kInlineScript;
    asks = asks || (resource.kind == ResourceKind::kNoscript && AsksForJavascript(resource.text));
  }
  if (!has_script || !page.refreshes.empty()) return false;
  if (asks) return true;
  for (int node = 1; node < tree.Size(); ++node) {
    if (!tree.IsText(node) && IsAppRoot(tree, node)) return true;
  }
  const bool has_frames = std::any_of(page.links.begin(), page.links.end(), [&](const Link& link) {
    return tree.TagOf(link.node) == Tag::kFrame;
  });
  return text <= kHardlyAnyText && links == 0 && page.forms.empty() && !has_frames;
}

}  // namespace klikpad
