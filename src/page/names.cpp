// The steps 2B to 2I in their order, without recursion: a name from content is one walk over the
// descendants, in which an element with a name of its own (aria-label, alt) is taken whole.

#include "page/names.h"

#include <optional>

#include "base/text.h"
#include "page/seam.h"
#include "page/text_run.h"
#include "page/visibility.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxNameBytes = 1000;
constexpr int kMaxNameNodes = 4000;

bool IsControl(Tag tag) {
  return tag == Tag::kInput || tag == Tag::kSelect || tag == Tag::kTextarea;
}

// An element that adds no white space around itself (accname 2F: by CSS display).
bool IsInline(Tag tag) { return !IsBlock(tag) && tag != Tag::kBr && tag != Tag::kButton; }

}  // namespace

Names::Names(const Tree& tree, const std::vector<std::uint8_t>& hidden)
    : tree_(tree), hidden_(hidden) {
  for (int node = 1; node < tree.Size(); ++node) {
    const Node& n = tree.At(node);
    for (std::uint32_t i = 0; i < n.attribute_count; ++i) {
      const Attribute& attribute = tree.document.attributes[n.first_attribute + i];
      if (attribute.name == "id" && !attribute.value.empty()) ids_.emplace(attribute.value, node);
      if (attribute.name == "for" && tree.TagOf(node) == Tag::kLabel) {
        labels_.emplace(attribute.value, node);
      }
    }
  }
}

int Names::ById(std::string_view id) const {
  const auto found = ids_.find(id);
  return found == ids_.end() ? -1 : found->second;
}

AccessibleName Names::FromContent(int node) const {
  TextRun run(kMaxNameBytes);
  int last_text = -1;
  std::optional<NameSource> first;
  const auto add = [&](std::string_view text, NameSource source) {
    if (IsBlank(text)) return false;
    run.Space();
    run.Append(text);
    run.Space();
    if (!first) first = source;
    return true;
  };
  const std::uint8_t own = hidden_[static_cast<std::size_t>(node)];
  const int end = std::min(tree_.End(node), node + kMaxNameNodes);
  std::vector<int> block_ends;  // of the open blocks, inner last
  for (int i = node + 1; i < end;) {
    while (!block_ends.empty() && block_ends.back() <= i) {
      block_ends.pop_back();
      run.Space();
    }
    const Tag tag = tree_.TagOf(i);
    if (tag == Tag::kText) {
      if (IsSeam(tree_, run, last_text, i)) run.Space();
      if (!IsBlank(tree_.At(i).text)) last_text = i;
      run.Append(tree_.At(i).text);
      ++i;
      continue;
    }
    const int skip = tree_.End(i);
    // What is hidden within a shown element does not count (2A); within a hidden one nothing is
    // more hidden than the whole.
    const auto bits = static_cast<std::uint8_t>(hidden_[static_cast<std::size_t>(i)] & ~own);
    if (tag == Tag::kSvgTitle) {
      const int text = i + 1 < skip && tree_.IsText(i + 1) ? i + 1 : -1;
      if (text > 0 && (bits & (kAriaHidden | kNotShown)) == 0) {
        add(tree_.At(text).text, NameSource::kSvgTitle);
      }
      i = skip;
      continue;
    }
    if (bits != kShown && tag != Tag::kSelect && tag != Tag::kTextarea) {
      i = skip;
      continue;
    }
    const std::string_view label = tree_.Attr(i, "aria-label");
    if (add(label, NameSource::kAriaLabel)) {
      i = skip;
      continue;
    }
    if (tag == Tag::kImg || tag == Tag::kArea) {
      if (!add(tree_.Attr(i, "alt"), NameSource::kImageAlt)) {
        add(tree_.Attr(i, "title"), NameSource::kTitle);
      }
    } else if (tag == Tag::kInput) {
      const std::string type = AsciiLower(tree_.Attr(i, "type"));
      if (type == "submit" || type == "button" || type == "reset") {
        add(tree_.Attr(i, "value"), NameSource::kValue);
      } else if (type == "image") {
        add(tree_.Attr(i, "alt"), NameSource::kImageAlt);
      }
    } else if (skip == i + 1 ||
               (skip == i + 2 && IsBlank(tree_.At(i + 1).text) && tree_.IsText(i + 1))) {
      add(tree_.Attr(i, "title"), NameSource::kTitle);
    }
    if (!IsInline(tag)) {
      run.Space();
      block_ends.push_back(skip);
    }
    i = IsControl(tag) || HidesContent(tag) ? skip : i + 1;
  }
  AccessibleName name;
  name.text = run.Take();
  if (name.text.empty()) return name;
  name.source = last_text < 0 && first ? *first : NameSource::kText;
  return name;
}

std::string Names::FromIds(std::string_view ids) const {
  TextRun run(kMaxNameBytes);
  int left = 20;
  const std::string list = CollapseSpace(ids);
  for (const std::string_view id : Split(list, ' ')) {
    const int node = ById(id);
    if (node < 0 || --left < 0) continue;
    run.Space();
    const std::string_view label = tree_.Attr(node, "aria-label");
    if (!IsBlank(label)) {
      run.Append(label);
    } else if (tree_.TagOf(node) == Tag::kImg) {
      run.Append(tree_.Attr(node, "alt"));
    } else {
      run.Append(FromContent(node).text);
    }
  }
  return run.Take();
}

AccessibleName Names::Of(int node) const {
  const auto one_line = [](std::string_view text) {
    return std::string(CutUtf8(CollapseSpace(text), kMaxNameBytes));
  };
  if (const auto ids = tree_.Attr(node, "aria-labelledby"); !ids.empty()) {
    if (std::string text = FromIds(ids); !text.empty()) {
      return {std::move(text), NameSource::kAriaLabelledby};
    }
  }
  if (std::string text = one_line(tree_.Attr(node, "aria-label")); !text.empty()) {
    return {std::move(text), NameSource::kAriaLabel};
  }
  switch (tree_.TagOf(node)) {
    case Tag::kArea:
    case Tag::kImg:
      if (std::string text = one_line(tree_.Attr(node, "alt")); !text.empty()) {
        return {std::move(text), NameSource::kImageAlt};
      }
      break;
    case Tag::kInput: {
      const bool is_image = EqualsIgnoreAsciiCase(tree_.Attr(node, "type"), "image");
      if (std::string text = one_line(tree_.Attr(node, is_image ? "alt" : "value"));
          !text.empty()) {
        return {std::move(text), is_image ? NameSource::kImageAlt : NameSource::kValue};
      }
      break;
    }
    default:
      if (AccessibleName name = FromContent(node); !name.text.empty()) return name;
  }
  for (const std::string_view attribute : {"title", "xlink:title"}) {
    if (std::string text = one_line(tree_.Attr(node, attribute)); !text.empty()) {
      return {std::move(text), NameSource::kTitle};
    }
  }
  return {};
}

std::string Names::FromLabels(int node) const {
  if (const auto id = tree_.Attr(node, "id"); !id.empty()) {
    if (const auto found = labels_.find(id); found != labels_.end()) {
      if (std::string text = FromContent(found->second).text; !text.empty()) return text;
    }
  }
  int steps = 16;
  for (int up = tree_.Parent(node); up > 0 && steps-- > 0; up = tree_.Parent(up)) {
    if (tree_.TagOf(up) == Tag::kLabel) return FromContent(up).text;
    if (tree_.TagOf(up) == Tag::kForm) break;
  }
  return {};
}

std::string Names::OfField(int node) const {
  if (const auto ids = tree_.Attr(node, "aria-labelledby"); !ids.empty()) {
    if (std::string text = FromIds(ids); !text.empty()) return text;
  }
  if (std::string text = CollapseSpace(tree_.Attr(node, "aria-label")); !text.empty()) return text;
  if (std::string text = FromLabels(node); !text.empty()) return text;
  for (const std::string_view attribute : {"title", "placeholder"}) {
    if (std::string text = CollapseSpace(tree_.Attr(node, attribute)); !text.empty()) {
      return std::string(CutUtf8(text, kMaxNameBytes));
    }
  }
  return {};
}

}  // namespace klikpad
