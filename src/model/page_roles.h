// Asking a page for its roles, and for whom it is.

#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "model/site.h"

namespace klikpad {

// True when it has one of them.
inline bool HasRole(const SitePage& page, std::initializer_list<Role> roles) {
  return std::any_of(page.found.roles.begin(), page.found.roles.end(), [&](const PageRole& have) {
    return std::find(roles.begin(), roles.end(), have.role) != roles.end();
  });
}

// Purposes that are none of a customer's: mailboxes and numbers that a word gives to others.
inline constexpr std::array<std::string_view, 6> kPurposesOfOthers{
    "press", "jobs", "privacy", "investors", "suppliers", "legal"};
// Also true for lines of textphones, which most customers cannot use.
inline bool IsPurposeOfOthers(std::string_view purpose) {
  return purpose == "textphone" || std::find(kPurposesOfOthers.begin(), kPurposesOfOthers.end(),
                                             purpose) != kPurposesOfOthers.end();
}

// Purposes of a customer with one question, who is helped there sooner than others.
inline constexpr std::array<std::string_view, 7> kPurposesOfOneSubject{
    "complaints", "billing", "emergency", "lost-card", "reservations", "sales", "security"};
inline bool IsPurposeOfOneSubject(std::string_view purpose) {
  return std::find(kPurposesOfOneSubject.begin(), kPurposesOfOneSubject.end(), purpose) !=
         kPurposesOfOneSubject.end();
}

// What stands in the main part of a page for the press or for applicants is for them, unless the
// page is one for customers, too.
inline bool IsPlaceOfOthers(const SitePage& page, Region region) {
  return region == Region::kMain && HasRole(page, {Role::kPress, Role::kJobs}) &&
         !HasRole(page, {Role::kHome, Role::kContact, Role::kService, Role::kImprint});
}

}  // namespace klikpad
