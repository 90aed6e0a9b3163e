// Whose an account on a network is, by the signals of the whole look. At least two make it the
// brand's own; a handle of brand.yaml is enough by itself.

#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "find/site/brand_match.h"
#include "model/site.h"
#include "rules/rules.h"

namespace klikpad {

// One place at which a contact stands.
struct Occurrence {
  SitePage* page = nullptr;
  ContactPoint* point = nullptr;
};

struct OwnerVerdict {
  Owner owner = Owner::kUnknown;
  std::vector<std::string> signals;  // each said once, those of other owners too
  bool is_known = false;             // by brand.yaml: then it is a contact for sure
};

class AccountSigns {
 public:
  // All outlive the object.
  AccountSigns(const SiteLook& look, const Brand& brand, const BrandNames& names,
               const Rules& rules);

  OwnerVerdict Decide(const std::string& channel, const std::string& value,
                      const std::vector<Occurrence>& occurrences) const;

 private:
  using Key = std::pair<std::string, std::string>;  // channel, value

  bool IsKnownHandle(const std::string& channel, const ContactPoint& point) const;
  // Of a list of handles by channel.
  static bool IsListed(const std::map<std::string, std::vector<std::string>, std::less<>>& handles,
                       const std::string& channel, const std::string& value);
  std::vector<std::string> OwnSigns(const Key& key, const std::vector<Occurrence>& places) const;

  const Brand& brand_;
  const BrandNames& names_;
  const Rules& rules_;
  int read_pages_ = 0;
  std::map<Key, std::set<std::string>> mentions_;           // of the organisation
  std::map<Key, std::set<std::string>> person_mentions_;    // of a person
  std::map<std::string, std::set<std::string>> prominent_;  // network → values in header, footer or
                                                            // on a page about contact
};

}  // namespace klikpad
