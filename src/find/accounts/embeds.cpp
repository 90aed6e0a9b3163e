// Embeds are told by one class name each (networks.yaml); the attribute names the account.

#include "find/accounts/embeds.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/json.h"
#include "base/text.h"
#include "find/accounts/points.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxEmbeds = 500;  // of one page
constexpr std::size_t kMaxQuote = 300;
constexpr std::size_t kMostJson = 20'000;  // bytes of an attribute
constexpr std::size_t kLeastNumber = 7, kMostNumber = 30;

struct FoundEmbed {
  int node = -1;
  const Network* network = nullptr;
  const Embed* embed = nullptr;
};

std::vector<FoundEmbed> AllEmbeds(const Page& page, const PageGlance& glance,
                                  const Networks& networks) {
  std::vector<FoundEmbed> found;
  for (const int node : glance.embeds) {
    if (found.size() >= kMaxEmbeds) break;
    const auto css_class = page.document.Attr(node, "class");
    if (!css_class) continue;
    for (std::string_view name : Split(*css_class, ' ')) {
      const auto [first, last] = networks.embed_classes.equal_range(name);
      for (auto it = first; it != last; ++it) {
        const Network& network = networks.list[it->second.first];
        found.push_back({node, &network, &network.embeds[it->second.second]});
      }
    }
  }
  return found;
}

std::string DigitsOf(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// What the attribute holds, or a member of the JSON in it.
std::string ValueOf(const Embed& embed, std::string_view attribute) {
  if (embed.key.empty()) return std::string(Trim(attribute));
  if (attribute.size() > kMostJson) return {};
  const auto json = Json::Parse(attribute);
  if (!json || !json->IsObject() || !(*json)[embed.key].IsString()) return {};
  return std::string(Trim((*json)[embed.key].AsString()));
}

std::optional<AccountLink> AccountOf(const Page& page, const FoundEmbed& found,
                                     const Networks& networks) {
  if (found.embed->attribute.empty()) return std::nullopt;
  const auto value = page.document.Attr(found.node, found.embed->attribute);
  if (!value) return std::nullopt;
  const std::string text = ValueOf(*found.embed, *value);
  if (!found.embed->address.empty()) {
    const std::string digits = DigitsOf(text);
    if (digits.size() < kLeastNumber || text.size() > kMostNumber) return std::nullopt;
    const auto url = Url::Parse(ReplaceAll(found.embed->address, "{number}", digits));
    return url ? ClassifyLink(*url, networks) : std::nullopt;
  }
  if (found.embed->is_handle) {
    if (text.empty() || text.size() > 60) return std::nullopt;
    const std::string host = found.network->hosts.empty() ? "" : found.network->hosts.front();
    const auto url = Url::Parse("https://" + host + "/" + PercentEncode(text));
    return url ? ClassifyLink(*url, networks) : std::nullopt;
  }
  const auto base = Url::Parse(page.base.empty() ? page.url : page.base);
  const auto url = Url::Parse(text, base ? &*base : nullptr);
  return url ? ClassifyLink(*url, networks) : std::nullopt;
}

void PlacePoint(const Page& page, int node, std::string_view quote, ContactPoint& point) {
  const Standing standing = StandingOf(page, node);
  const Node& element = page.document.nodes[static_cast<std::size_t>(node)];
  point.position = standing.position;
  point.region = standing.region;
  if (standing.heading >= 0) {
    point.label = page.blocks[static_cast<std::size_t>(standing.heading)].text;
  }
  point.place = {element.line, element.column};
  point.is_clickable = true;
  point.needs_javascript = element.tag != "iframe";
  point.quote = CutUtf8(quote, kMaxQuote);
}

std::optional<ContactPoint> PointOfEmbed(const Page& page, const FoundEmbed& found,
                                         const Networks& networks) {
  const auto account = AccountOf(page, found, networks);
  if (found.network->channel.empty()) return std::nullopt;
  ContactPoint point;
  if (account && account->use && !(account->handle.empty() && account->value.empty())) {
    point = PointOf(*account);
    point.use = found.embed->use;
    if (account->use == Use::kContent) point.use = Use::kContent;
  } else if (found.embed->use == Use::kShare) {
    point.channel = found.network->channel;
    point.use = Use::kShare;
    point.confidence = Confidence::kSure;
  } else {
    return std::nullopt;
  }
  const std::string shown = found.embed->address.empty()
                                ? account ? account->url : found.embed->css_class
                                : account->value;
  PlacePoint(page, found.node, shown, point);
  point.signals.push_back(Signal(Sign::kEmbedClass, found.embed->css_class));
  if (point.display.empty()) point.display = point.quote;
  return point;
}

}  // namespace

std::vector<EmbedRange> ContentEmbeds(const Page& page, const PageGlance& glance,
                                      const Networks& networks) {
  std::vector<EmbedRange> ranges;
  for (const FoundEmbed& found : AllEmbeds(page, glance, networks)) {
    if (found.embed->use != Use::kContent) continue;
    ranges.push_back({found.node, page.document.nodes[static_cast<std::size_t>(found.node)].end});
  }
  return ranges;
}

bool IsInEmbed(const std::vector<EmbedRange>& embeds, int node) {
  return std::any_of(embeds.begin(), embeds.end(), [&](const EmbedRange& range) {
    return range.begin <= node && node < range.end;
  });
}

std::vector<ContactPoint> FindEmbeds(const Page& page, const Rules& rules,
                                     const PageGlance& glance) {
  std::vector<ContactPoint> points;
  for (const FoundEmbed& found : AllEmbeds(page, glance, rules.networks)) {
    const bool is_link = std::any_of(page.links.begin(), page.links.end(),
                                     [&](const Link& link) { return link.node == found.node; });
    if (is_link) continue;  // which says it already
    if (auto point = PointOfEmbed(page, found, rules.networks)) points.push_back(*std::move(point));
  }
  std::size_t frames = 0;
  for (const Resource& resource : page.resources) {
    if (resource.kind != ResourceKind::kIframe || resource.node < 0) continue;
    const auto url = Url::Parse(resource.url);
    const auto account = url ? ClassifyLink(*url, rules.networks) : std::nullopt;
    if (!account || !account->use || account->network->channel.empty()) continue;
    if (account->network->is_messenger || ++frames > kMaxEmbeds) continue;
    ContactPoint point = PointOf(*account);
    PlacePoint(page, resource.node, account->url, point);
    point.signals.push_back(Signal(Sign::kFrame));
    points.push_back(std::move(point));
  }
  return points;
}

}  // namespace klikpad
