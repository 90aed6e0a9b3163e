// schema.org telephone and faxNumber, h-card tel.

#include "find/phone/data.h"

#include "find/text/data_items.h"

namespace klikpad {
namespace {

constexpr int kMaxSteps = 5'000;  // values of one item

}  // namespace

std::vector<DataNumber> NumbersInData(const Page& page) {
  std::vector<DataNumber> numbers;
  for (const DataItem& item : page.data) {
    std::vector<const Json*> open{&item.value};
    for (int steps = 0; !open.empty() && steps < kMaxSteps; ++steps) {
      const Json* value = open.back();
      open.pop_back();
      for (const Json& child : value->Items()) open.push_back(&child);
      for (const auto& [key, member] : value->Members()) {
        const bool is_fax = key == "faxNumber" || key == "fax";
        if (key == "telephone" || key == "tel" || is_fax) {
          if (member.IsString()) numbers.push_back({&item, member.AsString(), is_fax});
          for (const Json& one : member.Items()) numbers.push_back({&item, one.AsString(), is_fax});
        } else if ((member.IsArray() || member.IsObject()) && !IsOfOthers(*value, key)) {
          open.push_back(&member);
        }
      }
    }
  }
  return numbers;
}

}  // namespace klikpad
