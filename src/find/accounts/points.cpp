// One look at each link that leaves the page's host.

#include "find/accounts/points.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "find/accounts/embeds.h"
#include "find/accounts/use_by_words.h"
#include "find/text/owner_words.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxQuote = 300;
constexpr std::size_t kMaxShown = 120;
constexpr std::size_t kMaxUnwritten = 200;  // bytes of an href without a scheme

// Which network a link says it leads to, for those whose accounts can stand on any host.
std::string_view MarkedAs(const Link& link, const Networks& networks) {
  const bool is_identity = link.rel.find("me") != std::string::npos &&
                           (" " + link.rel + " ").find(" me ") != std::string::npos;
  if (is_identity) return "mastodon";
  for (const Networks::Name& name : networks.NamesIn(link.label, SplitWords(link.label))) {
    if (networks.list[name.network].takes_marked_hosts) return networks.list[name.network].id;
  }
  return {};
}

std::optional<AccountLink> Account(const Link& link, const Networks& networks) {
  const auto url = Url::Parse(link.url);
  if (!url) return std::nullopt;
  auto account = ClassifyNearest(*url, networks);
  if (account) return account;
  const std::string_view marked_as = MarkedAs(link, networks);
  if (marked_as.empty()) return std::nullopt;
  return ClassifyNearest(*url, networks, marked_as);
}

// href="www.facebook.com/voorbeeld": the scheme was forgotten, so a browser looks on the own site.
std::optional<AccountLink> WithoutScheme(const Link& link, const Networks& networks) {
  if (link.href.size() > kMaxUnwritten || link.href.find("://") != std::string::npos) {
    return std::nullopt;
  }
  const std::size_t slash = link.href.find('/');
  if (slash == std::string::npos || link.href.find('.') >= slash) return std::nullopt;
  const auto url = Url::Parse("https://" + link.href);
  if (!url) return std::nullopt;
  auto account = ClassifyNearest(*url, networks);
  if (!account || !account->use || account->handle.empty()) return std::nullopt;
  account->problem = Sign::kLacksScheme;
  return account;
}

void PlacePoint(const Link& link, const Page& page, ContactPoint& point) {
  point.label = link.label;
  if (point.label.empty() && link.heading >= 0) {
    point.label = page.blocks[static_cast<std::size_t>(link.heading)].text;
  }
  point.quote = CutUtf8(link.label.empty() ? link.href : link.label, kMaxQuote);
  point.region = link.region;
  point.position = link.position;
  point.is_visible = link.is_visible;
  point.is_clickable = true;
  point.needs_javascript = link.kind == LinkKind::kScript || link.kind == LinkKind::kButton;
  point.place = link.place;
}

// A button without an address that says it shares on a network.
std::optional<ContactPoint> ShareByLabel(const Link& link, const Page& page,
                                         const Networks& networks, const std::string& language,
                                         bool messengers) {
  const bool leads_nowhere =
      link.url.empty() || link.href == "#" || link.href.starts_with("javascript:");
  if (!leads_nowhere || link.label.empty()) return std::nullopt;
  const TextCues cues = ReadCues(link.label, networks, language);
  if (cues.names.empty() || !cues.Has(Cue::kShare, {0, link.label.size()})) return std::nullopt;
  const Network& network = networks.list[cues.names.front().network];
  if (network.channel.empty() || network.is_messenger != messengers) return std::nullopt;
  ContactPoint point;
  point.channel = network.channel;
  point.use = Use::kShare;
  PlacePoint(link, page, point);
  point.display = point.label;
  point.confidence = Confidence::kLikely;
  point.signals.push_back(Signal(Sign::kShareLabel));
  return point;
}

bool IsAccountUse(const AccountLink& account) {
  return account.use == Use::kFollow || account.kind == "username";
}

// An address that may be a profile or a post ("facebook.com/share/CODE") is the profile when it
// stands where a site shows its profiles, or is called by the network's name alone.
void ReadShortAddress(const Link& link, const Networks& networks, AccountLink& account) {
  if (account.kind != "profile_or_post_short") return;
  const bool is_framed = link.region == Region::kFooter || link.region == Region::kHeader;
  const auto names = networks.NamesIn(link.label, SplitWords(link.label));
  const bool is_name =
      names.size() == 1 && names[0].begin == 0 && names[0].end == link.label.size();
  if (is_framed || is_name) account.use = Use::kFollow;
}

}  // namespace

std::string LanguageOf(const Page& page, const PageContext& context) {
  return page.lang.empty() ? context.language : page.lang;
}

ContactPoint PointOf(const AccountLink& account) {
  ContactPoint point;
  point.channel = account.network->channel;
  point.value = account.value;
  point.handle = account.handle;
  point.url = account.url;
  point.use = *account.use;
  point.display = account.value.starts_with('+') ? account.value : ShownAddress(account.url);
  point.confidence = Confidence::kSure;
  if (account.problem) {
    point.signals.push_back(Signal(*account.problem));
    point.confidence = Confidence::kLikely;
  }
  if (account.is_person) point.signals.push_back(Signal(Sign::kPerson));
  return point;
}

std::string ShownAddress(std::string_view url) {
  std::string_view shown = url;
  for (std::string_view prefix : {"https://", "http://", "www."}) {
    if (shown.starts_with(prefix)) shown.remove_prefix(prefix.size());
  }
  if (const std::size_t query = shown.find('?'); query != std::string_view::npos) {
    const bool is_told_by_query =
        shown.find("id=") != std::string_view::npos || shown.find("v=") != std::string_view::npos;
    if (!is_told_by_query) shown = shown.substr(0, query);
  }
  while (shown.ends_with('/')) shown.remove_suffix(1);
  return std::string(CutUtf8(shown, kMaxShown));
}

Standing StandingOf(const Page& page, int node) {
  Standing standing;
  int nearest = -1;
  const auto before = [&](int other, int position, Region region, int heading) {
    if (other > node || other <= nearest) return;
    nearest = other;
    standing = {position, region, heading};
  };
  for (const TextBlock& block : page.blocks) {
    const int own = static_cast<int>(&block - page.blocks.data());
    before(block.node, block.position, block.region,
           block.kind == TextKind::kHeading ? own : block.heading);
  }
  for (const Link& link : page.links) {
    before(link.node, link.position, link.region, link.heading);
  }
  return standing;
}

bool NamesTitle(const std::string& text, const Networks& networks, const std::string& language) {
  return !networks.ownership.titles.For(language).FindAll(SplitWords(text)).empty();
}

std::vector<ContactPoint> FindAccountLinks(const Page& page, const Rules& rules,
                                           const PageContext& context, const PageGlance& glance,
                                           bool messengers) {
  const Networks& networks = rules.networks;
  const std::string language = LanguageOf(page, context);
  const auto own = Url::Parse(page.url);
  const std::string origin = own ? own->Origin() + "/" : std::string();
  std::optional<std::vector<EmbedRange>> embeds;  // read when the first account is met
  UseReader words(page, networks, language);
  std::vector<ContactPoint> points;
  for (const Link& link : page.links) {
    if (auto share = ShareByLabel(link, page, networks, language, messengers)) {
      points.push_back(*std::move(share));
      continue;
    }
    // Most links stay on the site and need no second look.
    const bool stays = !origin.empty() && link.url.starts_with(origin);
    auto account = stays ? WithoutScheme(link, networks) : Account(link, networks);
    if (!account || !account->use || account->network->channel.empty()) continue;
    if (account->network->is_messenger != messengers) continue;
    if (!embeds) embeds = ContentEmbeds(page, glance, networks);
    ReadShortAddress(link, networks, *account);
    ContactPoint point = PointOf(*account);
    PlacePoint(link, page, point);
    if (account->problem && stays) point.is_clickable = false;
    if (IsInEmbed(*embeds, link.node)) {
      point.use = Use::kContent;
      point.signals.push_back(Signal(Sign::kInEmbed));
    } else if (IsAccountUse(*account)) {
      const UseByWords use = words.Read(link, *account);
      point.use = use.use;
      if (use.is_left) {
        point.state = "left";
        point.quote = use.why;
        point.signals.push_back(Signal(Sign::kLeft, use.why));
        points.push_back(std::move(point));
        continue;
      }
      const bool asks = use.use == Use::kContact;
      // Where a person is to be followed, the words say nothing of the brand's own account.
      if (!use.why.empty() && (asks || !NamesTitle(use.why, networks, language))) {
        point.signals.push_back(Signal(asks ? Sign::kAsksContact : Sign::kAsksFollow, use.why));
      }
    }
    if (const auto owner = OwnerCueOfLink(page, link, networks, language);
        owner && point.use != Use::kShare) {
      point.owner = owner->owner;
      point.signals.push_back(Signal(Sign::kOtherOwnerWords, owner->why));
    }
    points.push_back(std::move(point));
  }
  return points;
}

}  // namespace klikpad
