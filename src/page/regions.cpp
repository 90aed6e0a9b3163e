// Regions come down from parent to child in document order; each element may change what it got.

#include "page/regions.h"

#include <array>
#include <optional>

#include "base/text.h"
#include "page/region_fallback.h"
#include "page/region_words.h"
#include "page/text_weight.h"
#include "page/visibility.h"

namespace klikpad {
namespace {

// Which sectioning content is around a node.
enum ScopeBits : std::uint8_t { kNoScope = 0, kInSection = 1, kInArticle = 2 };

std::optional<Region> FromRole(std::string_view role) {
  struct Entry {
    std::string_view role;
    Region region;
  };
  static constexpr std::array<Entry, 7> kRoles{{{"banner", Region::kHeader},
                                                {"navigation", Region::kNav},
                                                {"menubar", Region::kNav},
                                                {"main", Region::kMain},
                                                {"contentinfo", Region::kFooter},
                                                {"complementary", Region::kAside},
                                                {"doc-footnote", Region::kMain}}};
  for (const Entry& entry : kRoles) {
    if (EqualsIgnoreAsciiCase(role, entry.role)) return entry.region;
  }
  return std::nullopt;
}

bool MayBeGuessed(Tag tag) {
  switch (tag) {
    case Tag::kCenter:
    case Tag::kDiv:
    case Tag::kOl:
    case Tag::kP:
    case Tag::kSection:
    case Tag::kTable:
    case Tag::kTbody:
    case Tag::kTd:
    case Tag::kTr:
    case Tag::kUl:
    case Tag::kOther:
      return true;
    default:
      return false;
  }
}

class RegionFinder {
 public:
  RegionFinder(const Tree& tree, const std::vector<std::uint8_t>& hidden)
      : tree_(tree), weight_(tree, hidden) {
    const auto size = static_cast<std::size_t>(tree.Size());
    regions_.assign(size, Region::kMain);
    scopes_.assign(size, kNoScope);
    mains_before_.assign(size + 1, 0);
    for (int node = 0; node < tree.Size(); ++node) {
      const Tag tag = tree.TagOf(node);
      const bool is_main = tag == Tag::kMain || tag == Tag::kH1 || tag == Tag::kArticle;
      const auto i = static_cast<std::size_t>(node);
      mains_before_[i + 1] = mains_before_[i] + (is_main ? 1 : 0);
    }
  }

  std::vector<Region> Run() {
    bool has_footer = false;
    bool has_nav = false;
    for (int node = 1; node < tree_.Size(); ++node) {
      const auto i = static_cast<std::size_t>(node);
      const auto parent = static_cast<std::size_t>(tree_.Parent(node));
      regions_[i] = regions_[parent];
      scopes_[i] = scopes_[parent];
      const Tag tag = tree_.TagOf(node);
      if (tag == Tag::kText) continue;
      if (const auto own = Own(node, tag)) regions_[i] = Combine(regions_[parent], *own);
      has_footer = has_footer || regions_[i] == Region::kFooter;
      has_nav = has_nav || regions_[i] == Region::kNav || regions_[i] == Region::kHeader;
      EnterScope(i, tag);
    }
    if (!has_footer) MarkTrailingFooter(tree_, weight_, regions_);
    if (!has_nav) MarkLeadingNav(tree_, weight_, regions_);
    return std::move(regions_);
  }

 private:
  static Region Combine(Region outer, Region own) {
    if (own == Region::kMain || outer == Region::kMain) return own;
    if (outer == Region::kFooter || own == Region::kFooter) return Region::kFooter;
    if (own == Region::kNav) return Region::kNav;
    return outer;
  }

  void EnterScope(std::size_t i, Tag tag) {
    switch (tag) {
      case Tag::kArticle:
      case Tag::kAside:
      case Tag::kNav:
        scopes_[i] |= kInArticle;
        break;
      case Tag::kMain:
      case Tag::kSection:
        scopes_[i] |= kInSection;
        break;
      default:
        break;
    }
  }

  std::optional<Region> Own(int node, Tag tag) const {
    const std::string_view role = tree_.Attr(node, "role");
    if (!role.empty()) {
      if (const auto region = FromRole(Trim(role))) return region;
      if (role == "presentation" || role == "none") return std::nullopt;
    }
    switch (tag) {
      case Tag::kMain:
        return Region::kMain;
      case Tag::kNav:
        return Region::kNav;
      case Tag::kAside:
        return Region::kAside;
      case Tag::kHeader:
        return FromHeader(node);
      case Tag::kFooter:
        return FromFooter(node);
      default:
        return MayBeGuessed(tag) ? Guess(node) : std::nullopt;
    }
  }

  std::uint8_t Scope(int node) const { return scopes_[static_cast<std::size_t>(node)]; }

  // Sites put their own header and footer into <main> or a <section> around all; those are known by
  // what stands before and after them.
  std::optional<Region> FromHeader(int node) const {
    if (Scope(node) == kNoScope) return Region::kHeader;
    if (Scope(node) != kInSection || !IsNearTop(node, 5)) return std::nullopt;
    for (int i = node + 1; i < tree_.End(node); ++i) {
      if (tree_.TagOf(i) == Tag::kNav) return Region::kHeader;
    }
    return std::nullopt;
  }

  std::optional<Region> FromFooter(int node) const {
    if (Scope(node) == kNoScope) return Region::kFooter;
    if (Scope(node) == kInSection && IsNearEnd(node, 5)) return Region::kFooter;
    return std::nullopt;
  }

  bool IsNearTop(int node, int percent) const {
    return std::int64_t{100} * weight_.Before(node) <= std::int64_t{percent} * weight_.Total();
  }
  bool IsNearEnd(int node, int percent) const {
    return std::int64_t{100} * weight_.After(tree_, node) <=
           std::int64_t{percent} * weight_.Total();
  }
  bool HoldsMain(int node) const {
    return mains_before_[static_cast<std::size_t>(tree_.End(node))] >
           mains_before_[static_cast<std::size_t>(node) + 1];
  }
  bool IsMostlyLinks(int node) const {
    const int text = weight_.Of(tree_, node);
    return weight_.Links(tree_, node) >= 2 && 10 * weight_.OfLinks(tree_, node) >= 6 * text;
  }

  std::optional<Region> Guess(int node) const {
    const Node& n = tree_.At(node);
    if (n.attribute_count == 0) return std::nullopt;
    const auto region = RegionFromWords(tree_.Attr(node, "id"), tree_.Attr(node, "class"));
    if (!region || (Scope(node) & kInArticle) != 0) return std::nullopt;
    const std::int64_t text = weight_.Of(tree_, node);
    switch (*region) {
      case Region::kHeader: {
        const bool is_small = 2 * text <= weight_.Total() || !HoldsMain(node);
        return IsNearTop(node, 30) && is_small ? region : std::nullopt;
      }
      case Region::kFooter:
        return IsNearEnd(node, 30) && !HoldsMain(node) ? region : std::nullopt;
      case Region::kNav:
        return IsMostlyLinks(node) && !HoldsMain(node) ? region : std::nullopt;
      case Region::kAside:
        return 2 * text <= weight_.Total() && !HoldsMain(node) ? region : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  const Tree& tree_;
  const TextWeight weight_;
  std::vector<Region> regions_;
  std::vector<std::uint8_t> scopes_;
  std::vector<int> mains_before_;  // main, h1 and article elements before the index
};

}  // namespace

std::vector<Region> FindRegions(const Tree& tree, const std::vector<std::uint8_t>& hidden) {
  return RegionFinder(tree, hidden).Run();
}

}  // namespace klikpad
