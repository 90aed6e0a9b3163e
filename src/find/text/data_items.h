// Structured data as a flat list of objects with a type, whatever graph or nesting they came in.

#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "model/page.h"

namespace klikpad {

// Every object with an "@type", nested ones after the object that holds them; at most 2,000 of a
// page. The pointers live as long as the page.
std::vector<const Json*> DataItems(const Page& page);
// The same for one value.
std::vector<const Json*> DataItemsOf(const Json& value);
// The objects that stand by themselves: an item of the page, or a member of its "@graph".
std::vector<const Json*> TopDataItems(const Page& page);

// A property of `holder` whose value is somebody else than who publishes the page: who wrote a
// review, who made the product, the hall of an event and who gives it. Their numbers and addresses
// are no contacts.
bool IsOfOthers(const Json& holder, std::string_view property);

// "@type" is, or lists, `type`, with or without "https://schema.org/".
bool HasType(const Json& item, std::string_view type);
// The types of an item without "https://schema.org/".
std::vector<std::string_view> TypesOf(const Json& item);

// What a page says of one thing in several places ties together by "@id" (JSON-LD 1.1, section
// 3.3): a block names the organisation, another holds its hours or its accounts.
class DataJoins {
 public:
  explicit DataJoins(const Page& page);

  // What an object that is nothing but an "@id" stands for; `value` itself when it is no such
  // reference, or leads nowhere.
  const Json& Resolve(const Json& value) const;
  // Whether the item or another with its "@id" has that type.
  bool HasType(const Json& item, std::string_view type) const;
  // Objects that have their type from elsewhere: an "@id" that another object with a type has, too.
  const std::vector<const Json*>& Untyped() const { return untyped_; }

 private:
  std::map<std::string, std::vector<const Json*>, std::less<>> by_id_;
  std::vector<const Json*> untyped_;
};

}  // namespace klikpad
