// An authority's number in a privacy statement, a maker's address in a footer: the words around
// each place tell; one place without such words, and it is the brand's.

#include "find/direct_owner.h"

#include <algorithm>
#include <optional>

#include "base/domain.h"
#include "base/text.h"
#include "find/owner_words.h"
#include "model/signals.h"

namespace klikpad {
namespace {

bool HasRole(const SitePage& page, std::initializer_list<Role> roles) {
  return std::any_of(page.found.roles.begin(), page.found.roles.end(), [&](const PageRole& role) {
    return std::find(roles.begin(), roles.end(), role.role) != roles.end();
  });
}

// Pages that speak of others by their nature.
bool IsLegal(const SitePage& page) {
  return HasRole(page, {Role::kPrivacy, Role::kTerms}) &&
         !HasRole(page, {Role::kContact, Role::kHome, Role::kImprint, Role::kService});
}

bool IsFrame(Region region) {
  return region == Region::kHeader || region == Region::kFooter || region == Region::kNav;
}

std::string MailHost(const std::string& value) {
  const std::size_t at = value.rfind('@');
  return at == std::string::npos ? "" : AsciiLower(value.substr(at + 1));
}

bool IsUnder(const std::vector<std::string>& domains, const std::string& host) {
  return std::any_of(domains.begin(), domains.end(),
                     [&](const std::string& domain) { return IsSameOrSubdomain(host, domain); });
}

// What an e-mail address says by itself. Nothing when its domain is somebody else's.
std::optional<OwnerVerdict> ByMailHost(const std::string& value, const BrandNames& names,
                                       const OwnershipFacts& facts) {
  const std::string host = MailHost(value);
  if (names.OwnsHost(host)) return OwnerVerdict{Owner::kOwn, {Signal(Sign::kOwnMailDomain)}};
  if (IsUnder(facts.authority_hosts, host)) {
    return OwnerVerdict{Owner::kAuthority, {Signal(Sign::kAuthorityHost)}};
  }
  const std::string name = names.In(DomainLabel(host));
  if (!name.empty()) {
    return OwnerVerdict{Owner::kOwn, {Signal(Sign::kNameInDomain, name)}};
  }
  return std::nullopt;
}

// Nothing when this place gives the contact to nobody else.
std::optional<OwnerCue> OtherOwner(const Occurrence& place, const Networks& networks) {
  const ContactPoint& point = *place.point;
  if (point.owner != Owner::kUnknown && point.owner != Owner::kOwn)
    return OwnerCue{point.owner, ""};
  auto cue = OwnerCueOfPoint(*place.page, point, networks);
  if (!cue || cue->owner == Owner::kStaff) return std::nullopt;  // one's staff is the brand's voice
  const bool is_frame = IsFrame(point.region);
  if (cue->owner == Owner::kPartner && is_frame) return std::nullopt;
  return cue;
}

}  // namespace

OwnerVerdict DecideDirect(const std::string& channel, const std::string& value,
                          const std::vector<Occurrence>& occurrences, const Brand& brand,
                          const BrandNames& names, const Rules& rules) {
  for (const auto& [known_channel, known_value] : brand.handles) {
    if (known_channel == channel && EqualsIgnoreAsciiCase(known_value, value)) {
      return {Owner::kOwn, {Signal(Sign::kKnownContact)}, true};
    }
  }
  const OwnershipFacts& facts = rules.networks.ownership;
  const bool is_mail = channel == "email";
  if (is_mail) {
    if (auto verdict = ByMailHost(value, names, facts)) return *verdict;
  }
  std::optional<OwnerCue> other;
  bool has_own_place = false;
  for (const Occurrence& place : occurrences) {
    auto cue = OtherOwner(place, rules.networks);
    has_own_place = !cue && !IsLegal(*place.page);
    if (has_own_place) break;  // one such place is enough
    if (cue && !other) other = std::move(cue);
  }
  if (other && !has_own_place)
    return {other->owner, other->why.empty() ? std::vector<std::string>{}
                                             : std::vector<std::string>{
                                                   Signal(Sign::kOtherOwnerWords, other->why)}};
  if (is_mail && !has_own_place && !IsUnder(facts.mail_hosts, MailHost(value))) {
    return {Owner::kUnknown, {Signal(Sign::kOtherMailDomain)}};
  }
  return {Owner::kOwn, {Signal(Sign::kOnOwnSite)}};
}

}  // namespace klikpad
