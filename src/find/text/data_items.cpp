// Flattens structured data without recursion.

#include "find/text/data_items.h"

#include <algorithm>
#include <array>

#include "base/byte_set.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxItems = 2'000;
constexpr std::size_t kMaxVisits = 50'000;

std::string_view BareType(std::string_view type) {
  static constexpr ByteSet kMarks("/#:");
  std::size_t begin = type.size();
  while (begin > 0 && !kMarks.Has(type[begin - 1])) --begin;
  return type.substr(begin);
}

// The children of a value, pushed in reverse, so that a stack gives them in order.
void PushChildren(const Json& value, std::vector<const Json*>& stack) {
  const auto& items = value.Items();
  for (auto item = items.rbegin(); item != items.rend(); ++item) stack.push_back(&*item);
  const auto& members = value.Members();
  for (auto member = members.rbegin(); member != members.rend(); ++member) {
    if (member->second.IsObject() || member->second.IsArray()) stack.push_back(&member->second);
  }
}

// {"@id": "#hours"}, perhaps with the type beside it.
bool IsReference(const Json& value) {
  return value.Has("@id") && value.Members().size() == (value.Has("@type") ? 2u : 1u);
}

}  // namespace

std::vector<std::string_view> TypesOf(const Json& item) {
  std::vector<std::string_view> types;
  const Json& type = item["@type"];
  if (type.IsString()) types.push_back(BareType(type.AsString()));
  for (const Json& one : type.Items()) {
    if (one.IsString()) types.push_back(BareType(one.AsString()));
  }
  return types;
}

bool IsOfOthers(const Json& holder, std::string_view property) {
  if (property == "location" || property == "organizer") {
    const std::vector<std::string_view> types = TypesOf(holder);
    return std::any_of(types.begin(), types.end(), [](std::string_view type) {
      return type.ends_with("Event") || type == "Festival";
    });
  }
  static constexpr std::array<std::string_view, 12> kOthers{
      "author",       "brand",     "contributor", "creator",    "funder",  "itemReviewed",
      "manufacturer", "performer", "review",      "reviewedBy", "reviews", "sponsor"};
  return std::find(kOthers.begin(), kOthers.end(), property) != kOthers.end();
}

bool HasType(const Json& item, std::string_view type) {
  const Json& own = item["@type"];
  if (own.IsString()) return BareType(own.AsString()) == type;
  return std::any_of(own.Items().begin(), own.Items().end(), [&](const Json& one) {
    return one.IsString() && BareType(one.AsString()) == type;
  });
}

std::vector<const Json*> DataItemsOf(const Json& root) {
  std::vector<const Json*> found;
  std::vector<const Json*> stack{&root};
  std::size_t visits = 0;
  while (!stack.empty() && found.size() < kMaxItems && ++visits < kMaxVisits) {
    const Json* value = stack.back();
    stack.pop_back();
    if (value->Has("@type")) found.push_back(value);
    PushChildren(*value, stack);
  }
  return found;
}

std::vector<const Json*> DataItems(const Page& page) {
  std::vector<const Json*> found;
  for (const DataItem& item : page.data) {
    if (found.size() >= kMaxItems) break;
    const std::vector<const Json*> items = DataItemsOf(item.value);
    found.insert(found.end(), items.begin(), items.end());
  }
  return found;
}

std::vector<const Json*> TopDataItems(const Page& page) {
  std::vector<const Json*> found;
  for (const DataItem& item : page.data) {
    const auto add = [&](const Json& value) {
      if (value.Has("@type")) found.push_back(&value);
      for (const Json& member : value["@graph"].Items()) {
        if (member.Has("@type")) found.push_back(&member);
      }
    };
    if (item.value.IsArray()) {
      for (const Json& value : item.value.Items()) add(value);
    } else {
      add(item.value);
    }
    if (found.size() > kMaxItems) break;
  }
  return found;
}

DataJoins::DataJoins(const Page& page) {
  std::vector<const Json*> untyped;
  std::size_t visits = 0;
  for (const DataItem& item : page.data) {
    std::vector<const Json*> stack{&item.value};
    while (!stack.empty() && ++visits < kMaxVisits) {
      const Json* value = stack.back();
      stack.pop_back();
      const std::string& id = (*value)["@id"].AsString();
      const bool has_type = value->Has("@type");
      if (!id.empty() && (has_type || !IsReference(*value))) {
        by_id_[id].push_back(value);
        if (!has_type) untyped.push_back(value);
      }
      PushChildren(*value, stack);
    }
  }
  for (const Json* value : untyped) {
    const auto& same = by_id_.find((*value)["@id"].AsString())->second;
    const bool is_told = std::any_of(same.begin(), same.end(),
                                     [](const Json* other) { return other->Has("@type"); });
    if (is_told && untyped_.size() < kMaxItems) untyped_.push_back(value);
  }
}

const Json& DataJoins::Resolve(const Json& value) const {
  if (!IsReference(value)) return value;
  const auto found = by_id_.find(value["@id"].AsString());
  if (found == by_id_.end()) return value;
  const auto full = std::find_if(found->second.begin(), found->second.end(),
                                 [](const Json* same) { return !IsReference(*same); });
  return full == found->second.end() ? value : **full;
}

bool DataJoins::HasType(const Json& item, std::string_view type) const {
  if (klikpad::HasType(item, type)) return true;
  const auto found = by_id_.find(item["@id"].AsString());
  return found != by_id_.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](const Json* same) { return klikpad::HasType(*same, type); });
}

}  // namespace klikpad
