// The shape of an address: numbers, dates and combinations of parameters left out, so that the
// addresses which one template of a site makes have one shape in common.

#pragma once

#include <string>

#include "base/url.h"
#include "rules/trap_words.h"

namespace klikpad {

enum class ShapeKind {
  kPlain,      // nothing remarkable
  kRepeating,  // a part of the path three times on end: a relative link that went wrong
  kLong,       // more than 20 segments, or over 2,000 bytes
  kCalendar,   // a date in the path or the parameters
  kPaging,     // the n-th page of a list
  kFacets,     // two or more parameters
  kDeep,       // seven segments or more: filters in the path
  kSession,    // a parameter that looks like a session number
};

struct AddressShape {
  ShapeKind kind = ShapeKind::kPlain;
  std::string key;        // equal for all addresses of that shape
  std::string parameter;  // of a session: its name
};

AddressShape ShapeOf(const Url& url, const TrapWords& words);

}  // namespace klikpad
