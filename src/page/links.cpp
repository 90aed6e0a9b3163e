// One look at each element; which attribute holds the address depends on its kind.

#include "page/links.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "page/script_address.h"
#include "page/visibility.h"

namespace klikpad {
namespace {

constexpr std::string_view kJavascript = "javascript:";

struct Target {
  LinkKind kind = LinkKind::kLink;
  std::string href;     // as written
  std::string address;  // to resolve; "" for a script without one
};

// HTML §2.4.2: leading and trailing ASCII white space does not count.
std::string Written(std::string_view value) { return std::string(Trim(value)); }

class LinkFinder {
 public:
  LinkFinder(const Tree& tree, const std::vector<std::uint8_t>& hidden,
             const std::vector<Region>& regions, const Blocks& blocks, const Names& names,
             const Resolver& resolver)
      : tree_(tree),
        hidden_(hidden),
        regions_(regions),
        blocks_(blocks),
        names_(names),
        resolver_(resolver) {}

  std::vector<Link> Run() {
    for (int node = 1; node < tree_.Size(); ++node) {
      const Tag tag = tree_.TagOf(node);
      if (tag == Tag::kText || tree_.At(node).attribute_count == 0) continue;
      if ((hidden_[static_cast<std::size_t>(node)] & kInert) != 0) continue;
      if (const auto target = TargetOf(node, tag)) Add(node, tag, *target);
    }
    return std::move(links_);
  }

 private:
  std::optional<Target> TargetOf(int node, Tag tag) const {
    switch (tag) {
      case Tag::kA:
      case Tag::kArea:
        return FromAnchor(node, tag);
      case Tag::kFrame: {
        // A frameset shows its frames at once: leading there costs no click of its own.
        const std::string_view src = tree_.Attr(node, "src");
        if (IsBlank(src)) return std::nullopt;
        return Target{LinkKind::kLink, Written(src), Written(src)};
      }
      case Tag::kForm:
      case Tag::kBody:
      case Tag::kHtml:
      case Tag::kMeta:
      case Tag::kScript:
      case Tag::kSelect:
        return std::nullopt;
      default:
        return FromHandler(node, tag);
    }
  }

  static bool IsBlank(std::string_view value) { return Trim(value).empty(); }

  std::optional<Target> FromAnchor(int node, Tag tag) const {
    auto href = tree_.document.Attr(node, "href");
    if (!href) href = tree_.document.Attr(node, "xlink:href");
    if (!href) return FromHandler(node, tag);
    Target target;
    target.kind = tag == Tag::kArea ? LinkKind::kArea : LinkKind::kLink;
    target.href = Written(*href);
    target.address = target.href;
    const bool is_script = StartsWithIgnoreAsciiCase(target.href, kJavascript);
    if (!is_script && target.href != "#" && !target.href.empty()) return target;
    // The address is a script, or a dummy for one.
    std::string address = is_script ? AddressInScript(PercentDecode(target.href)) : std::string();
    if (address.empty()) address = HandlerAddress(node);
    if (!address.empty()) {
      target.kind = LinkKind::kScript;
      target.address = std::move(address);
    } else if (is_script) {
      target.kind = LinkKind::kScript;
      target.address.clear();
    }
    return target;
  }

  std::string HandlerAddress(int node) const {
    if (const auto onclick = tree_.document.Attr(node, "onclick")) {
      if (std::string address = AddressInScript(*onclick); !address.empty()) return address;
    }
    for (const std::string_view name : {"data-href", "data-url", "data-link"}) {
      const std::string_view value = Trim(tree_.Attr(node, name));
      // Only what looks like an address: such attributes hold ids and templates as well.
      const bool looks_so = value.find('/') != std::string_view::npos ||
                            value.find(':') != std::string_view::npos ||
                            value.find(".htm") != std::string_view::npos;
      if (looks_so && value.find('{') == std::string_view::npos) return std::string(value);
    }
    return {};
  }

  std::optional<Target> FromHandler(int node, Tag tag) const {
    const bool is_button = tag == Tag::kButton || tree_.Attr(node, "role") == "button" ||
                           (tag == Tag::kInput && IsButtonInput(node));
    const bool is_link = tree_.Attr(node, "role") == "link";
    const bool has_handler = tree_.HasAttr(node, "onclick");
    if (!is_button && !is_link && !has_handler) return std::nullopt;
    Target target;
    target.kind = is_button ? LinkKind::kButton : LinkKind::kScript;
    target.address = HandlerAddress(node);
    target.href = target.address;
    if (target.address.empty()) return std::nullopt;
    return target;
  }

  bool IsButtonInput(int node) const {
    const std::string_view type = tree_.Attr(node, "type");
    return EqualsIgnoreAsciiCase(type, "button") || EqualsIgnoreAsciiCase(type, "image");
  }

  AccessibleName NameOf(int node, Tag tag) const {
    if (tag != Tag::kFrame) return names_.Of(node);
    for (const std::string_view attribute : {"title", "name"}) {
      if (std::string text = CollapseSpace(tree_.Attr(node, attribute)); !text.empty()) {
        return {std::move(text), NameSource::kTitle};
      }
    }
    return {};
  }

  void Add(int node, Tag tag, const Target& target) {
    const auto i = static_cast<std::size_t>(node);
    AccessibleName name = NameOf(node, tag);
    const std::uint32_t start = tree_.starts[i];
    if (start != Tree::kNoStart && tag == Tag::kA) {
      const auto [found, is_new] = by_start_.emplace(start, links_.size());
      if (!is_new) return Merge(links_[found->second], node, std::move(name));
    }
    Link link;
    link.node = node;
    link.kind = target.kind;
    link.href = target.href;
    const bool is_dead = target.kind == LinkKind::kScript && target.address.empty();
    link.url = is_dead ? std::string() : resolver_.Resolve(target.address);
    link.label = std::move(name.text);
    link.label_source = name.source;
    link.rel = AsciiLower(CollapseSpace(tree_.Attr(node, "rel")));
    link.hreflang = AsciiLower(Trim(tree_.Attr(node, "hreflang")));
    link.region = regions_[i];
    link.is_visible = (hidden_[i] & (kNotShown | kAriaHidden)) == 0;
    link.position = node;
    link.block = blocks_.Of(tree_, node);
    link.heading = blocks_.heading_at[i];
    link.place = tree_.PlaceOf(node);
    links_.push_back(std::move(link));
  }

  // The tree builder makes several elements of one tag when blocks cross it; the first that has
  // words stands for all.
  void Merge(Link& link, int node, AccessibleName name) {
    if (!link.label.empty() || name.text.empty()) return;
    link.label = std::move(name.text);
    link.label_source = name.source;
    link.node = node;
    link.block = blocks_.Of(tree_, node);
  }

  const Tree& tree_;
  const std::vector<std::uint8_t>& hidden_;
  const std::vector<Region>& regions_;
  const Blocks& blocks_;
  const Names& names_;
  const Resolver& resolver_;
  std::vector<Link> links_;
  std::unordered_map<std::uint32_t, std::size_t> by_start_;  // looked up only
};

}  // namespace

std::vector<Link> FindLinks(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                            const std::vector<Region>& regions, const Blocks& blocks,
                            const Names& names, const Resolver& resolver) {
  return LinkFinder(tree, hidden, regions, blocks, names, resolver).Run();
}

}  // namespace klikpad
