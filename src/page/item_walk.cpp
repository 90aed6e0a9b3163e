// A stack of open items; each walks its own descendants, then what its itemref names (HTML §5.2.5).

#include "page/item_walk.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "page/item_values.h"
#include "page/structured_data.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxNames = 20;

std::vector<std::string> Tokens(std::string_view text) {
  std::vector<std::string> tokens;
  const bool is_one = !text.empty() && std::all_of(text.begin(), text.end(),
                                                   [](char c) { return c > ' ' && c < '\x7F'; });
  if (is_one) {
    tokens.emplace_back(text);
    return tokens;
  }
  const std::string clean = CollapseSpace(text);
  for (const std::string_view token : Split(clean, ' ')) {
    if (!token.empty() && tokens.size() < kMaxNames) tokens.emplace_back(token);
  }
  return tokens;
}

Json TypeOf(std::string_view types) {
  Json list(Json::Array{});
  for (const std::string& type : Tokens(types)) list.Add(ShortType(type));
  if (list.Items().empty()) return {};
  if (list.Items().size() == 1) return list.Items()[0];
  return list;
}

// Open Graph and its kin are no properties of the item around them.
bool IsSocialPrefix(std::string_view name) {
  const std::string_view prefix = name.substr(0, name.find(':'));
  return prefix.size() < name.size() && (prefix == "og" || prefix == "fb" || prefix == "twitter" ||
                                         prefix == "article" || prefix == "al");
}

}  // namespace

ItemWalk::ItemWalk(DataSyntax syntax, const Tree& tree, const Resolver& resolver)
    : syntax_(syntax), tree_(tree), resolver_(resolver) {
  ReadBits();
  if (syntax != DataSyntax::kMicrodata || !HasItems()) return;
  bool has_reference = false;
  for (const Attribute& attribute : tree.document.attributes) {
    has_reference = has_reference || attribute.name == "itemref";
  }
  if (!has_reference) return;
  for (int node = 1; node < tree.Size(); ++node) {
    if (const auto id = tree.document.Attr(node, "id")) ids_.emplace(*id, node);
  }
}

void ItemWalk::ReadBits() {
  const bool is_micro = syntax_ == DataSyntax::kMicrodata;
  const std::string_view item = is_micro ? "itemscope" : "typeof";
  const std::string_view property = is_micro ? "itemprop" : "property";
  const std::vector<Attribute>& attributes = tree_.document.attributes;
  const bool has_items =
      std::any_of(attributes.begin(), attributes.end(),
                  [&](const Attribute& attribute) { return attribute.name == item; });
  if (!has_items) return;
  bits_.assign(static_cast<std::size_t>(tree_.Size()), 0);
  for (int node = 1; node < tree_.Size(); ++node) {
    if (tree_.At(node).attribute_count == 0) continue;
    const bool is_item =
        is_micro ? tree_.HasAttr(node, item) : !Trim(tree_.Attr(node, item)).empty();
    bits_[static_cast<std::size_t>(node)] = static_cast<std::uint8_t>(
        (is_item ? kItem : 0) | (tree_.HasAttr(node, property) ? kProperty : 0));
  }
}

std::vector<std::string> ItemWalk::PropertyNames(int node) const {
  const bool is_micro = syntax_ == DataSyntax::kMicrodata;
  std::vector<std::string> names;
  for (std::string& name : Tokens(tree_.Attr(node, is_micro ? "itemprop" : "property"))) {
    if (IsSocialPrefix(name)) continue;
    const bool is_long = name.find_first_of("/:") != std::string::npos;
    names.push_back(is_long ? ShortType(name) : std::move(name));
  }
  return names;
}

Json ItemWalk::NewObject(int node) const {
  const bool is_micro = syntax_ == DataSyntax::kMicrodata;
  Json object{Json::Object{}};
  if (Json type = TypeOf(tree_.Attr(node, is_micro ? "itemtype" : "typeof")); !type.IsNull()) {
    object.Set("@type", std::move(type));
  }
  static constexpr std::array<std::string_view, 5> kIdAttributes{"itemid", "resource", "about",
                                                                 "href", "src"};
  for (const std::string_view attribute : kIdAttributes) {
    if ((attribute == "itemid") != is_micro) continue;
    const auto id = tree_.document.Attr(node, attribute);
    if (!id) continue;
    const std::string url = resolver_.Resolve(*id);
    object.Set("@id", url.empty() ? std::string(*id) : url);
    break;
  }
  return object;
}

void ItemWalk::Open(int node) {
  Frame frame;
  frame.node = node;
  frame.object = NewObject(node);
  if (syntax_ == DataSyntax::kMicrodata) {
    const std::vector<std::string> references = Tokens(tree_.Attr(node, "itemref"));
    for (auto id = references.rbegin(); id != references.rend(); ++id) {
      const auto found = ids_.find(*id);
      if (found != ids_.end()) frame.ranges.emplace_back(found->second, tree_.End(found->second));
    }
  }
  frame.ranges.emplace_back(node + 1, tree_.End(node));
  frames_.push_back(std::move(frame));
}

void ItemWalk::AddToTop(int node, const Json& value) {
  for (const std::string& name : PropertyNames(node))
    AddProperty(frames_.back().object, name, value);
}

void ItemWalk::Close() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  AddToTop(frame.node, frame.object);
}

void ItemWalk::Step(int node) {
  auto& range = frames_.back().ranges.back();
  range.first = node + 1;
  if (tree_.IsText(node) || tree_.At(node).attribute_count == 0) return;
  const bool is_property = IsProperty(node);
  if (IsItem(node)) {
    // Without a property it is an item of its own, met elsewhere.
    range.first = tree_.End(node);
    if (is_property && frames_.size() < static_cast<std::size_t>(kMaxDataDepth)) Open(node);
    return;
  }
  if (!is_property) return;
  std::string value;
  const auto resource = tree_.document.Attr(node, "resource");
  if (syntax_ == DataSyntax::kRdfa && resource && !tree_.HasAttr(node, "content")) {
    value = resolver_.Resolve(*resource);
  } else {
    value = ItemValue(tree_, node, resolver_);
  }
  AddToTop(node, Json(std::move(value)));
}

DataItem ItemWalk::Build(int node) {
  DataItem item;
  item.syntax = syntax_;
  item.place = tree_.PlaceOf(node);
  item.position = node;
  Open(node);
  for (;;) {
    auto& ranges = frames_.back().ranges;
    while (!ranges.empty() && ranges.back().first >= ranges.back().second) ranges.pop_back();
    if (!ranges.empty() && --steps_left_ > 0) {
      Step(ranges.back().first);
    } else if (frames_.size() > 1) {
      Close();
    } else {
      break;
    }
  }
  item.value = std::move(frames_.back().object);
  frames_.clear();
  return item;
}

}  // namespace klikpad
