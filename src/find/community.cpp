// A host of the brand's own is proof; a path of its own needs a label that says so; a platform's
// host carries whose community it is in its first label.

#include "find/community.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_set.h"
#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"
#include "find/accounts/points.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxLabel = 80;
constexpr std::size_t kMaxContacts = 50;
constexpr ByteSet kHostEnds("/?#:"), kSegmentEnds("/?#");

struct Spot {
  std::string value, handle;
  Confidence confidence = Confidence::kLikely;
  bool is_own = false;
};

bool Contains(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string FirstLabel(std::string_view host) {
  return std::string(host.substr(0, host.find('.')));
}

bool IsLanguage(std::string_view segment) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (segment.size() != 2 && segment.size() != 5) return false;
  return is_letter(segment[0]) && is_letter(segment[1]) &&
         (segment.size() == 2 || segment[2] == '-' || segment[2] == '_');
}

// What the words of a label say: 1 community, 0 something else, -1 nothing.
int SaidBy(const std::string& label, const CommunityFacts& facts, const std::string& language) {
  if (label.empty() || label.size() > kMaxLabel) return -1;
  int said = -1;
  for (const PhraseSet::Hit& hit : facts.labels.For(language).FindAll(SplitWords(label))) {
    if (hit.id == 0) return 0;
    said = 1;
  }
  return said;
}

class Finder {
 public:
  Finder(const Page& page, const Rules& rules, const PageContext& context)
      : page_(page), facts_(rules.communities), language_(LanguageOf(page, context)) {
    const auto own = Url::Parse(page.url);
    if (own) domain_ = RegistrableDomain(own->Host());
    if (own) host_ = own->Host();
  }

  void Run(Findings& found) {
    std::size_t count = 0;
    for (const Link& link : page_.links) {
      if (link.url.empty() || link.href.starts_with('#') || count >= kMaxContacts) continue;
      if (!MayBe(link.url)) continue;
      const auto url = Url::Parse(link.url);
      if (!url || !url->IsHttp()) continue;
      const auto place = PlaceOf(*url, link.label);
      if (!place) continue;
      ++count;
      found.contacts.push_back(PointOf(link, *place));
    }
  }

 private:
  // Most addresses lead to none, which their host and first segments tell without parsing.
  bool MayBe(std::string_view url) const {
    const std::size_t scheme = url.find("://");
    if (scheme == url.npos) return false;
    url.remove_prefix(scheme + 3);
    const std::string_view host = url.substr(0, kHostEnds.FindIn(url));
    std::string_view path = url.substr(std::min(host.size(), url.size()));
    if (Contains(facts_.hosts, host.substr(0, host.find('.')))) return true;
    for (int i = 0; i < 2 && path.starts_with('/'); ++i) {  // the first may be a language
      const std::string_view segment = path.substr(1, kSegmentEnds.FindIn(path, 1) - 1);
      const auto is_it = [&](const std::string& word) {
        return EqualsIgnoreAsciiCase(word, segment);
      };
      if (std::any_of(facts_.paths.begin(), facts_.paths.end(), is_it)) return true;
      path.remove_prefix(std::min(path.size(), segment.size() + 1));
    }
    if (host == host_) return false;
    return std::any_of(facts_.platforms.begin(), facts_.platforms.end(),
                       [&](const CommunityPlatform& platform) {
                         const std::string_view name = platform.host;
                         return host.ends_with(name.substr(name.starts_with("*.") ? 2 : 0));
                       });
  }

  std::optional<Spot> PlaceOf(const Url& url, const std::string& label) const {
    const bool is_ours =
        !domain_.empty() && IsSameOrSubdomain(url.Host(), domain_) && !IsIpAddress(url.Host());
    if (is_ours && url.Host() != domain_ && Contains(facts_.hosts, FirstLabel(url.Host()))) {
      return Spot{url.Host(), "", Confidence::kSure, true};
    }
    if (is_ours || url.Host() == host_) return OnOwnPath(url, label);
    return OnPlatform(url);
  }

  std::optional<Spot> OnOwnPath(const Url& url, const std::string& label) const {
    std::string path;
    for (const std::string& segment : url.PathSegments()) {
      const std::string folded = AsciiLower(segment);
      path += "/" + folded;
      if (Contains(facts_.paths, folded)) break;
      if (!IsLanguage(folded)) return std::nullopt;
    }
    if (path.empty() || !Contains(facts_.paths, path.substr(path.rfind('/') + 1))) {
      return std::nullopt;
    }
    if (SaidBy(label, facts_, language_) != 1) return std::nullopt;
    // "Community" on a company's site may well be its good works.
    const bool is_one_word = SplitWords(label).size() == 1 && path.find("communit") != path.npos;
    const bool is_english = language_.starts_with("en");
    const Confidence confidence =
        is_one_word && is_english ? Confidence::kWeak : Confidence::kLikely;
    return Spot{url.Host() + path, "", confidence, true};
  }

  std::optional<Spot> OnPlatform(const Url& url) const {
    for (const CommunityPlatform& platform : facts_.platforms) {
      const bool has_own_part = platform.host.starts_with("*.");
      const std::string host = has_own_part ? platform.host.substr(2) : platform.host;
      const bool is_host = has_own_part ? url.Host() != host && IsSameOrSubdomain(url.Host(), host)
                                        : url.Host() == host;
      const std::string first = FirstLabel(url.Host());
      if (!is_host || (has_own_part && (first == "www" || first == "help" || first == "support"))) {
        continue;
      }
      const std::vector<std::string> segments = url.PathSegments();
      if (segments.size() < platform.path.size()) continue;
      std::string value = url.Host(), handle = first;
      bool is_path = true;
      for (std::size_t i = 0; i < platform.path.size(); ++i) {
        is_path = is_path && (platform.path[i] == "*" || platform.path[i] == segments[i]);
        value += "/" + AsciiLower(segments[i]);
        if (!has_own_part && platform.path[i] == "*" && i == 0) handle = AsciiLower(segments[i]);
      }
      if (!is_path) continue;
      if (!has_own_part && platform.host == "groups.google.com" &&
          segments.size() > platform.path.size()) {
        handle = AsciiLower(segments[platform.path.size()]);
        value += "/" + handle;
      }
      return Spot{value, handle, Confidence::kSure, false};
    }
    return std::nullopt;
  }

  ContactPoint PointOf(const Link& link, const Spot& place) const {
    ContactPoint point;
    point.channel = "community";
    point.value = place.value;
    point.handle = place.handle;
    point.display = ShownAddress(link.url);
    point.url = link.url;
    point.label = link.label;
    if (point.label.empty() && link.heading >= 0) {
      point.label = page_.blocks[static_cast<std::size_t>(link.heading)].text;
    }
    point.region = link.region;
    point.position = link.position;
    point.is_clickable = true;
    point.is_visible = link.is_visible;
    point.confidence = place.confidence;
    if (place.is_own) point.signals.push_back(Signal(Sign::kOwnHost));
    point.quote = CutUtf8(link.label.empty() ? link.href : link.label, 300);
    point.place = link.place;
    return point;
  }

  const Page& page_;
  const CommunityFacts& facts_;
  const std::string language_;
  std::string domain_, host_;
};

}  // namespace

void FindCommunities(const Page& page, const Rules& rules, const PageContext& context,
                     Findings& found) {
  Finder(page, rules, context).Run(found);
}

}  // namespace klikpad
