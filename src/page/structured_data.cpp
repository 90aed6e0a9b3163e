// Puts the three syntaxes together, and holds what they share.

#include "page/structured_data.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {

std::string ShortType(std::string_view type) {
  type = Trim(type);
  while (!type.empty() && (type.back() == '/' || type.back() == '#')) type.remove_suffix(1);
  const std::size_t cut = type.find_last_of("/#:");
  return std::string(cut == std::string_view::npos ? type : type.substr(cut + 1));
}

void AddProperty(Json& object, const std::string& name, Json value) {
  if (!object.Has(name)) {
    object.Set(name, std::move(value));
    return;
  }
  Json list = object[name];
  if (!list.IsArray()) list = Json(Json::Array{list});
  list.Add(std::move(value));
  object.Set(name, std::move(list));
}

std::vector<DataItem> FindStructuredData(const Tree& tree, const std::vector<std::uint8_t>& hidden,
                                         const Resolver& resolver) {
  std::vector<DataItem> items;
  FindJsonLd(tree, items);
  FindMicrodata(tree, hidden, resolver, items);
  FindRdfa(tree, hidden, resolver, items);
  std::stable_sort(items.begin(), items.end(),
                   [](const DataItem& a, const DataItem& b) { return a.position < b.position; });
  if (items.size() > kMaxDataItems) items.resize(kMaxDataItems);
  return items;
}

}  // namespace klikpad
