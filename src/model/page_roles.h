// Asking a page for its roles.

#pragma once

#include <algorithm>
#include <initializer_list>

#include "model/site.h"

namespace klikpad {

// True when it has one of them.
inline bool HasRole(const SitePage& page, std::initializer_list<Role> roles) {
  return std::any_of(page.found.roles.begin(), page.found.roles.end(), [&](const PageRole& have) {
    return std::find(roles.begin(), roles.end(), have.role) != roles.end();
  });
}

}  // namespace klikpad
