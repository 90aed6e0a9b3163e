// Does a handle or a domain read like the brand's name? "ING" is in "ingnl_webcare", not in
// "marketing_nl".

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/brand.h"

namespace klikpad {

// What the brand is called, folded to letters and digits: its name, the labels of its hosts.
class BrandNames {
 public:
  explicit BrandNames(const Brand& brand);

  // The name that `handle` carries, "" when it carries none.
  std::string In(std::string_view handle) const;
  // True when `host` is one of the brand's or lies under it.
  bool OwnsHost(std::string_view host) const;

  const std::vector<std::string>& List() const { return names_; }

 private:
  void Add(std::string_view text);

  std::vector<std::string> names_;    // longest first
  std::vector<std::string> domains_;  // registrable, sorted
};

}  // namespace klikpad
