// The address may be parked in a data attribute until a visitor consents or scrolls.

#include "page/resources.h"

#include <array>

#include "base/text.h"
#include "page/visibility.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxResources = 5000;

struct Parked {
  std::string_view attribute;
  bool is_consent;  // else lazy loading
};

// Attribute names of consent tools and lazy loaders, most telling first.
constexpr std::array<Parked, 15> kParked{{{"data-cookieconsent-src", true},
                                          {"data-cmp-src", true},
                                          {"data-cmp-ab-src", true},
                                          {"data-cookieblock-src", true},
                                          {"data-cookie-src", true},
                                          {"data-consent-src", true},
                                          {"data-src-cmplz", true},
                                          {"data-borlabs-cookie-src", true},
                                          {"data-suppressedsrc", true},
                                          {"data-uc-src", true},
                                          {"data-usercentrics-src", true},
                                          {"data-lazy-src", false},
                                          {"data-lazyload", false},
                                          {"data-original", false},
                                          {"data-src", false}}};

// Attributes that park an element as a whole.
constexpr std::array<std::string_view, 12> kConsentMarks{"data-cookieconsent",
                                                         "data-cookiecategory",
                                                         "data-cookie-consent",
                                                         "data-cookie-category",
                                                         "data-consent",
                                                         "data-consent-category",
                                                         "data-category-consent",
                                                         "data-usercentrics",
                                                         "data-cmp-vendor",
                                                         "data-cookiefirst-category",
                                                         "data-borlabs-cookie-type",
                                                         "data-service"};

bool HasConsentMark(const Tree& tree, int node) {
  for (const std::string_view mark : kConsentMarks) {
    if (tree.HasAttr(node, mark)) return true;
  }
  return false;
}

// type=text/plain keeps a browser from running a script; a consent tool runs it later. Scripts with
// text/template or text/x-… are templates, not parked.
bool IsParkedType(std::string_view type) {
  return EqualsIgnoreAsciiCase(type, "text/plain") ||
         EqualsIgnoreAsciiCase(type, "text/x-blocked") ||
         EqualsIgnoreAsciiCase(type, "javascript/blocked");
}

class ResourceFinder {
 public:
  ResourceFinder(const Tree& tree, const Resolver& resolver) : tree_(tree), resolver_(resolver) {}

  std::vector<Resource> Run(const std::vector<std::uint8_t>& hidden) {
    for (int node = 1; node < tree_.Size() && found_.size() < kMaxResources; ++node) {
      if ((hidden[static_cast<std::size_t>(node)] & kInert) == 0) Visit(node);
    }
    return std::move(found_);
  }

 private:
  void Visit(int node) {
    switch (tree_.TagOf(node)) {
      case Tag::kScript:
        return VisitScript(node);
      case Tag::kIframe:
      case Tag::kFrame:
        return AddSource(node, ResourceKind::kIframe, "src");
      case Tag::kImg:
        return AddSource(node, ResourceKind::kImage, "src");
      case Tag::kObject:
        return AddSource(node, ResourceKind::kObject, "data");
      case Tag::kEmbed:
        return AddSource(node, ResourceKind::kObject, "src");
      case Tag::kLink:
        return AddSource(node, ResourceKind::kLink, "href");
      case Tag::kNoscript: {
        Resource& resource = Add(node, ResourceKind::kNoscript);
        resource.text = tree_.Body(node);
        return;
      }
      default:
        return;
    }
  }

  Resource& Add(int node, ResourceKind kind) {
    Resource resource;
    resource.kind = kind;
    resource.node = node;
    resource.place = tree_.PlaceOf(node);
    found_.push_back(std::move(resource));
    return found_.back();
  }

  void VisitScript(int node) {
    const bool is_parked = IsParkedType(Trim(tree_.Attr(node, "type")));
    const std::size_t before = found_.size();
    AddSource(node, ResourceKind::kScript, "src");
    if (found_.size() > before) {
      found_.back().needs_consent = found_.back().needs_consent || is_parked;
      return;
    }
    const std::string_view text = tree_.Body(node);
    if (Trim(text).empty()) return;
    Resource& resource = Add(node, ResourceKind::kInlineScript);
    resource.text = text;
    resource.needs_consent = is_parked;
  }

  void AddSource(int node, ResourceKind kind, std::string_view attribute) {
    std::string_view source = Trim(tree_.Attr(node, attribute));
    bool needs_consent = HasConsentMark(tree_, node) && kind != ResourceKind::kLink;
    // A placeholder does not count while the true address is parked beside it.
    for (const Parked& parked : kParked) {
      const std::string_view value = Trim(tree_.Attr(node, parked.attribute));
      if (value.empty()) continue;
      const bool is_scripted = kind == ResourceKind::kScript || kind == ResourceKind::kIframe;
      const bool is_dummy = source.empty() || StartsWithIgnoreAsciiCase(source, "about:") ||
                            StartsWithIgnoreAsciiCase(source, "data:");
      if (!is_dummy && !parked.is_consent) continue;
      source = value;
      // A lazy image is no consent matter; a script or frame without a source waits for something.
      needs_consent = needs_consent || parked.is_consent ||
                      (is_scripted && !EqualsIgnoreAsciiCase(tree_.Attr(node, "loading"), "lazy") &&
                       parked.attribute == "data-src" && kind == ResourceKind::kScript);
      break;
    }
    if (source.empty()) return;
    Resource& resource = Add(node, kind);
    resource.url = resolver_.Resolve(source);
    resource.rel = AsciiLower(CollapseSpace(tree_.Attr(node, "rel")));
    resource.needs_consent = needs_consent;
  }

  const Tree& tree_;
  const Resolver& resolver_;
  std::vector<Resource> found_;
};

}  // namespace

std::vector<Resource> FindResources(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                                    const Resolver& resolver) {
  return ResourceFinder(tree, resolver).Run(hidden);
}

}  // namespace klikpad
