// JSON-LD blocks, as sites write them: with entities, comments and loose commas.

#include <optional>

#include "base/text.h"
#include "page/structured_data.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxJsonLd = 2u << 20;

bool IsJsonLdType(std::string_view type) {
  type = Trim(type.substr(0, type.find(';')));
  return EqualsIgnoreAsciiCase(type, "application/ld+json");
}

std::string DecodeBasicEntities(std::string_view text) {
  std::string out(text);
  out = ReplaceAll(std::move(out), "&quot;", "\"");
  out = ReplaceAll(std::move(out), "&#34;", "\"");
  out = ReplaceAll(std::move(out), "&#39;", "'");
  out = ReplaceAll(std::move(out), "&lt;", "<");
  out = ReplaceAll(std::move(out), "&gt;", ">");
  return ReplaceAll(std::move(out), "&amp;", "&");
}

// Several objects one after the other, with or without a comma, as a list. Null when there are not
// at least two.
Json ReadRoots(std::string_view text) {
  Json list{Json::Array{}};
  std::size_t begin = std::string_view::npos;
  int depth = 0;
  bool is_in_string = false;
  for (std::size_t i = 0; i < text.size() && list.Items().size() < kMaxDataItems; ++i) {
    const char c = text[i];
    if (is_in_string) {
      if (c == '\\') ++i;
      is_in_string = c != '"';
      continue;
    }
    if (c == '"') is_in_string = true;
    if (c == '{' || c == '[') {
      if (depth++ == 0) begin = i;
    }
    if ((c == '}' || c == ']') && depth > 0 && --depth == 0) {
      Json root = Json::ParseTolerant(text.substr(begin, i + 1 - begin));
      if (!root.IsNull()) list.Add(std::move(root));
    }
  }
  return list.Items().size() < 2 ? Json() : list;
}

Json Read(std::string_view text) {
  Json value = Json::ParseTolerant(text);
  if (value.IsNull()) value = ReadRoots(text);
  if (!value.IsNull() || text.find('&') == std::string_view::npos) return value;
  return Json::ParseTolerant(DecodeBasicEntities(text));
}

// Lists and graphs are opened two levels deep: a list of graphs is met, more is not.
void AddItems(const Json& value, const DataItem& base, int depth, std::vector<DataItem>& items) {
  if (items.size() >= kMaxDataItems || depth > 3) return;
  if (value.IsArray()) {
    for (const Json& item : value.Items()) AddItems(item, base, depth + 1, items);
    return;
  }
  if (!value.IsObject()) return;
  if (value.Has("@graph") && (value["@graph"].IsArray() || value["@graph"].IsObject())) {
    if (value.Has("@type")) {
      DataItem item = base;
      item.value = value;
      items.push_back(std::move(item));
    }
    AddItems(value["@graph"], base, depth + 1, items);
    return;
  }
  DataItem item = base;
  item.value = value;
  items.push_back(std::move(item));
}

}  // namespace

void FindJsonLd(const Tree& tree, std::vector<DataItem>& items) {
  for (const auto& [node, body] : tree.bodies) {
    if (tree.TagOf(node) != Tag::kScript || !IsJsonLdType(tree.Attr(node, "type"))) continue;
    if (body.size() > kMaxJsonLd) continue;
    DataItem base;
    base.syntax = DataSyntax::kJsonLd;
    base.place = tree.PlaceOf(node);
    base.position = node;
    AddItems(Read(body), base, 0, items);
  }
}

}  // namespace klikpad
