// An authority's number in a privacy statement, a maker's address in a footer: the words around
// each place tell; one place without such words, and it is the brand's. What stands in a news item
// only, in a forum, or beside an e-mail address of another domain, is nobody's for sure.

#include "find/site/direct_owner.h"

#include <algorithm>
#include <optional>

#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"
#include "find/text/owner_words.h"
#include "model/page_roles.h"
#include "model/signals.h"

namespace klikpad {
namespace {

// Pages that speak of others by their nature.
bool IsLegal(const SitePage& page) {
  return HasRole(page, {Role::kPrivacy, Role::kTerms}) &&
         !HasRole(page, {Role::kContact, Role::kHome, Role::kImprint, Role::kService});
}

bool IsFrame(Region region) {
  return region == Region::kHeader || region == Region::kFooter || region == Region::kNav;
}

// Where the company's own legal name stands, which need not be the brand's.
bool TellsWhoItIs(const SitePage& page) {
  return HasRole(page, {Role::kContact, Role::kImprint, Role::kAbout, Role::kPrivacy, Role::kTerms,
                        Role::kLocations});
}

// Where a brand says how to reach itself. Elsewhere it may as well write about others.
bool IsPresenting(const SitePage& page, Region region) {
  return IsFrame(region) ||
         HasRole(page, {Role::kHome, Role::kContact, Role::kService, Role::kAsk, Role::kFaq,
                        Role::kSocial, Role::kForm, Role::kAbout, Role::kImprint, Role::kLocations,
                        Role::kComplaint, Role::kPress, Role::kJobs});
}

bool IsNewsItem(const SitePage& page) {
  return HasRole(page, {Role::kNewsItem}) &&
         !HasRole(page, {Role::kHome, Role::kContact, Role::kService, Role::kImprint});
}

// A forum or community on a host of its own: customers write there.
bool IsForum(const SitePage& page, const CommunityFacts& communities) {
  const auto url = Url::Parse(page.url);
  if (!url) return false;
  const std::string host = url->Host();
  return host != RegistrableDomain(host) &&
         std::find(communities.hosts.begin(), communities.hosts.end(),
                   host.substr(0, host.find('.'))) != communities.hosts.end();
}

std::string MailHost(const std::string& value) {
  const std::size_t at = value.rfind('@');
  return at == std::string::npos ? "" : AsciiLower(value.substr(at + 1));
}

bool IsUnder(const std::vector<std::string>& domains, const std::string& host) {
  return std::any_of(domains.begin(), domains.end(),
                     [&](const std::string& domain) { return IsSameOrSubdomain(host, domain); });
}

bool IsUnder(const std::set<std::string>& domains, const std::string& host) {
  return domains.contains(RegistrableDomain(host));
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

// The words that told its owner when the page was read; "" for none.
std::string WhyPreset(const ContactPoint& point) {
  const std::string begin = Signal(Sign::kOtherOwnerWords) + ": ";
  for (const SharedText& signal : point.signals) {
    if (signal.View().starts_with(begin)) return std::string(signal.View().substr(begin.size()));
  }
  return "";
}

// Nothing when this place gives the contact to nobody else.
std::optional<OwnerCue> OtherOwner(const Occurrence& place, const BrandNames& names,
                                   const Networks& networks) {
  const ContactPoint& point = *place.point;
  const std::size_t at = point.quote.View().find(point.display.View());
  const bool names_brand =
      at != std::string_view::npos && !names.In(point.quote.View().substr(0, at)).empty();
  if (point.owner != Owner::kUnknown && point.owner != Owner::kOwn && !names_brand)
    return OwnerCue{point.owner, WhyPreset(point)};
  if (auto warned = WarnedOf(*place.page, point, networks)) return warned;
  if (std::string other = ReferredTo(*place.page, point, networks);
      !other.empty() && names.In(other).empty() && !names_brand) {
    return OwnerCue{Owner::kPartner, std::move(other)};
  }
  if (!names_brand) {
    const bool with_forms = !IsFrame(point.region) && !TellsWhoItIs(*place.page);
    std::string other = OtherNamed(*place.page, point, networks, with_forms);
    if (!other.empty() && names.In(other).empty()) {
      return OwnerCue{Owner::kUnknown, std::move(other)};
    }
  }
  auto cue = OwnerCueOfPoint(*place.page, point, networks);
  if (!cue || cue->owner == Owner::kStaff) return std::nullopt;  // one's staff is the brand's voice
  const bool is_frame = IsFrame(point.region);
  if (cue->owner == Owner::kPartner && is_frame) return std::nullopt;
  return cue;
}

// True for an address on a domain that is not the brand's, as far as the look can tell.
bool IsOtherMail(const std::string& value, const BrandNames& names, const OwnershipFacts& facts,
                 const DirectFacts& direct) {
  const std::string host = MailHost(value);
  return !ByMailHost(value, names, facts) && !IsUnder(facts.mail_hosts, host) &&
         !IsUnder(direct.mail_domains, host);
}

// "Steenmeester, 073 - 555 01 88, info@steenmeester.example": in one text with an address of
// another domain, and none of the brand's own.
bool IsBesideOtherMail(const Occurrence& place, const BrandNames& names,
                       const OwnershipFacts& facts, const DirectFacts& direct) {
  if (place.point->quote.empty()) return false;
  bool has_other = false;
  for (const ContactPoint& point : place.page->found.contacts) {
    if (point.channel != "email" || point.quote != place.point->quote) continue;
    if (!IsOtherMail(point.value, names, facts, direct)) return false;
    has_other = true;
  }
  return has_other;
}

// True in the main part of a home page that is no contact page: there products are shown, too.
bool IsShowcase(const SitePage& page, Region region) {
  return !IsFrame(region) && HasRole(page, {Role::kHome}) &&
         !HasRole(page, {Role::kContact, Role::kService, Role::kImprint});
}

// Answers and complaints send visitors to others as often as to the brand: to the independent
// officer, to the supplier.
bool IsReferring(const SitePage& page, Region region) {
  return !IsFrame(region) && HasRole(page, {Role::kFaq, Role::kComplaint}) &&
         !HasRole(page, {Role::kHome, Role::kContact, Role::kService, Role::kImprint});
}

// "Invoice to jane@acme.example", "mail the officer at jansen@officers.example", where the brand
// gives addresses of its own domain elsewhere.
bool IsPassingMail(const Occurrence& place, const BrandNames& names, const OwnershipFacts& facts,
                   const DirectFacts& direct) {
  const ContactPoint& point = *place.point;
  if (point.channel != "email") return false;
  if (!IsShowcase(*place.page, point.region) && !IsReferring(*place.page, point.region)) {
    return false;
  }
  const std::string host = MailHost(point.value);
  if (ByMailHost(point.value, names, facts) || IsUnder(facts.mail_hosts, host)) return false;
  const std::set<std::string>& settled = direct.settled_mail_domains;
  return !IsUnder(settled, host) &&
         std::any_of(settled.begin(), settled.end(),
                     [&](const std::string& domain) { return names.OwnsHost(domain); });
}

// Why a contact at this place may be another's; nothing where a brand presents itself.
std::optional<Sign> DoubtAt(const Occurrence& place, bool is_other_mail, const BrandNames& names,
                            const Rules& rules, const DirectFacts& direct) {
  const Region region = place.point->region;
  if (IsFrame(region)) return std::nullopt;
  if (IsPassingMail(place, names, rules.networks.ownership, direct)) return Sign::kOtherMailDomain;
  if (IsForum(*place.page, rules.communities)) return Sign::kInForum;
  if (place.point->is_quoted && !TellsWhoItIs(*place.page)) return Sign::kInQuotation;
  if (IsPresenting(*place.page, region)) return std::nullopt;
  if (is_other_mail) return Sign::kOtherMailDomain;
  if (IsBesideOtherMail(place, names, rules.networks.ownership, direct)) {
    return Sign::kBesideOtherMail;
  }
  if (IsNewsItem(*place.page)) return Sign::kInNewsItem;
  return std::nullopt;
}

// Why a contact that nothing gives to another may be another's all the same; nothing when one place
// leaves no doubt.
std::optional<std::string> Doubt(const std::string& channel, const std::string& value,
                                 const std::vector<Occurrence>& places, const BrandNames& names,
                                 const Rules& rules, const DirectFacts& direct) {
  if (direct.is_one_page || channel == "chat" || channel == "form" || channel == "callback") {
    return std::nullopt;
  }
  const bool is_other_mail =
      channel == "email" && IsOtherMail(value, names, rules.networks.ownership, direct);
  std::optional<Sign> why;
  for (const Occurrence& place : places) {
    why = DoubtAt(place, is_other_mail, names, rules, direct);
    if (!why) return std::nullopt;
  }
  if (!why) return std::nullopt;
  return Signal(*why);
}

bool IsAuthorityNumber(const std::string& channel, const std::string& value,
                       const std::vector<Occurrence>& places, const OwnershipFacts& facts) {
  const auto& numbers = facts.authority_numbers;
  constexpr std::size_t kGeneral = 3;  // digits: 112, 911
  return (channel == "phone" || channel == "sms") &&
         std::find(numbers.begin(), numbers.end(), value) != numbers.end() &&
         (value.size() <= kGeneral ||
          std::none_of(places.begin(), places.end(),
                       [](const Occurrence& place) { return IsFrame(place.point->region); }));
}

// A swindler's address may carry the brand's name.
bool IsWarnedOfOnly(const std::vector<Occurrence>& places, const Networks& networks) {
  return !places.empty() && std::all_of(places.begin(), places.end(), [&](const Occurrence& place) {
    return WarnedOf(*place.page, *place.point, networks).has_value();
  });
}

}  // namespace

DirectFacts ReadDirectFacts(const SiteLook& look) {
  DirectFacts facts;
  facts.is_one_page = look.pages.size() < 2;
  for (const SitePage& page : look.pages) {
    for (const ContactPoint& point : page.found.contacts) {
      if (point.channel == "email" && IsPresenting(page, point.region)) {
        const std::string domain = RegistrableDomain(MailHost(point.value));
        facts.mail_domains.insert(domain);
        if (!IsShowcase(page, point.region) && !IsReferring(page, point.region))
          facts.settled_mail_domains.insert(domain);
      }
    }
  }
  return facts;
}

OwnerVerdict DecideDirect(const std::string& channel, const std::string& value,
                          const std::vector<Occurrence>& occurrences, const Brand& brand,
                          const BrandNames& names, const Rules& rules, const DirectFacts& direct) {
  for (const auto& [known_channel, known_value] : brand.handles) {
    if (known_channel == channel && EqualsIgnoreAsciiCase(known_value, value)) {
      return {Owner::kOwn, {Signal(Sign::kKnownContact)}, true};
    }
  }
  const OwnershipFacts& facts = rules.networks.ownership;
  if (IsAuthorityNumber(channel, value, occurrences, facts)) {
    return {Owner::kAuthority, {Signal(Sign::kAuthorityNumber)}};
  }
  const bool is_mail = channel == "email";
  if (is_mail && !IsWarnedOfOnly(occurrences, rules.networks)) {
    if (auto verdict = ByMailHost(value, names, facts)) return *verdict;
  }
  std::optional<OwnerCue> other;
  bool has_own_place = false;
  for (const Occurrence& place : occurrences) {
    auto cue = OtherOwner(place, names, rules.networks);
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
  if (auto doubt = Doubt(channel, value, occurrences, names, rules, direct)) {
    return {Owner::kUnknown, {*std::move(doubt)}};
  }
  return {Owner::kOwn, {Signal(Sign::kOnOwnSite)}};
}

}  // namespace klikpad
