// Classes first, then attributes and words; what links to a network has told it already.

#include "find/accounts/share_buttons.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/domain.h"
#include "base/text.h"
#include "base/url.h"
#include "find/accounts/classify_link.h"
#include "find/accounts/points.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxMarked = 500;  // elements of one page
constexpr std::size_t kMaxLabel = 60;
constexpr std::size_t kMaxScript = 2000;
constexpr std::string_view kAnyNetwork = "share";  // the channel of channels.yaml

// Words of letters alone, lower case and without accents.
std::vector<std::string> WordsIn(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = FoldAccents(text);
  for (std::size_t i = 0; i < folded.size();) {
    if (!IsWordByte(folded[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < folded.size() && IsWordByte(folded[i])) ++i;
    words.push_back(folded.substr(begin, i - begin));
  }
  return words;
}

class ShareFinder {
 public:
  ShareFinder(const Page& page, const Rules& rules, const PageGlance& glance,
              const std::vector<ContactPoint>& known)
      : page_(page), words_(rules.shares), networks_(rules.networks), glance_(glance) {
    for (const ContactPoint& point : known) {
      if (point.use == Use::kShare) channels_.insert(point.channel);
    }
  }

  std::vector<ContactPoint> Run() {
    std::size_t seen = 0;
    for (const int node : glance_.shares) {
      if (++seen > kMaxMarked) break;
      Marked(node);
    }
    for (const Link& link : page_.links) {
      if (IsPressed(link)) Named(link.node, link.label);
    }
    for (const TextBlock& block : page_.blocks) {
      if (block.kind == TextKind::kButton) Named(block.node, block.text);
    }
    return std::move(found_);
  }

 private:
  const Node& At(int node) const { return page_.document.nodes[static_cast<std::size_t>(node)]; }
  std::string_view Attr(int node, std::string_view name) const {
    return page_.document.Attr(node, name).value_or(std::string_view());
  }

  // It stays on the page, whatever a script does then: "#", "?share=twitter".
  bool StaysHere(std::string_view address) const {
    return address.substr(0, address.find_first_of("?#")) ==
           std::string_view(page_.url).substr(0, page_.url.find_first_of("?#"));
  }
  bool IsPressed(const Link& link) const {
    return link.kind == LinkKind::kButton || link.kind == LinkKind::kScript || link.href.empty() ||
           link.href.front() == '#' || StartsWithIgnoreAsciiCase(link.href, "javascript:") ||
           link.href.starts_with("/#") || link.url.find("?share=") != link.url.npos ||
           StaysHere(link.url);
  }

  // A link to another page, or to an account, is none.
  bool LeadsAway(int node) const {
    if (At(node).tag != "a") return false;
    const auto link = std::find_if(page_.links.begin(), page_.links.end(),
                                   [node](const Link& known) { return known.node == node; });
    return link != page_.links.end() && !IsPressed(*link) && !IsOfService(*link);
  }

  // "https://www.addtoany.com/add_to/x?linkurl=…"
  bool IsOfService(const Link& link) const {
    const auto url = Url::Parse(link.url);
    return url && std::any_of(words_.services.begin(), words_.services.end(),
                              [&](const std::string& domain) {
                                return IsSameOrSubdomain(url->Host(), domain);
                              });
  }

  bool CanBePressed(int node) const {
    if (At(node).tag == "a" || At(node).tag == "button") return true;
    return Attr(node, "role") == "button" || page_.document.Attr(node, "onclick").has_value() ||
           page_.document.Attr(node, "tabindex").has_value();
  }

  // An element with a class or an attribute that may say "share".
  void Marked(int node) {
    for (const std::string& name : words_.attributes) {
      const auto known = words_.channels.find(AsciiLower(Trim(Attr(node, name))));
      if (known != words_.channels.end()) return Add(node, known->second, "", name);
    }
    const std::string_view css_class = Attr(node, "class");
    for (const std::string_view name : Split(css_class, ' ')) {
      if (words_.widgets.contains(name)) return Add(node, std::string(kAnyNetwork), "", name);
    }
    if (!CanBePressed(node) || LeadsAway(node)) return;
    for (const std::string_view name : Split(css_class, ' ')) {
      const std::vector<std::string> parts = WordsIn(ReplaceAll(std::string(name), "_", " "));
      const auto says = [&](const auto& list) {
        return std::any_of(parts.begin(), parts.end(),
                           [&](const std::string& part) { return list.contains(part); });
      };
      if (!says(words_.marks) || says(words_.not_marks)) continue;
      for (const std::string& part : parts) {
        const auto known = words_.channels.find(part);
        if (known != words_.channels.end()) return Add(node, known->second, "", name);
      }
    }
    if (const auto channel = ChannelOfScript(Attr(node, "onclick"))) Add(node, *channel, "", "");
    std::string_view label = Attr(node, "aria-label");
    if (label.empty()) label = Attr(node, "title");
    Named(node, label);
  }

  // "window.open('https://twitter.com/intent/tweet?…')"
  std::optional<std::string> ChannelOfScript(std::string_view script) const {
    if (script.size() > kMaxScript) return std::nullopt;
    const std::size_t begin = script.find("http");
    if (begin == script.npos) return std::nullopt;
    const std::size_t end = script.find_first_of("'\"`+ ", begin);
    const auto url = Url::Parse(script.substr(begin, end == script.npos ? end : end - begin));
    const auto account = url ? ClassifyLink(*url, networks_) : std::nullopt;
    if (!account || account->use != Use::kShare || account->network->channel.empty()) {
      return std::nullopt;
    }
    return account->network->channel;
  }

  // "Deel dit artikel", "Share via X": nothing but such words.
  void Named(int node, std::string_view label) {
    if (node < 0 || label.empty() || label.size() > kMaxLabel) return;
    if (const auto channel = ChannelOfScript(Attr(node, "onclick"))) {
      return Add(node, *channel, label, "");
    }
    bool has_verb = false;
    std::string channel(kAnyNetwork);
    for (const std::string& word : WordsIn(label)) {
      const auto network = words_.channels.find(word);
      if (network != words_.channels.end()) channel = network->second;
      const bool is_verb = words_.verbs.contains(word);
      has_verb = has_verb || is_verb;
      if (!is_verb && network == words_.channels.end() && !words_.fillers.contains(word)) return;
    }
    if (has_verb) Add(node, channel, label, "");
  }

  // `mark`: the class or attribute that tells it; "" where the words do.
  void Add(int node, std::string channel, std::string_view label, std::string_view mark) {
    if (!channels_.insert(channel).second) return;
    const Standing standing = StandingOf(page_, node);
    ContactPoint point;
    point.channel = std::move(channel);
    point.use = Use::kShare;
    point.confidence = Confidence::kSure;
    point.position = standing.position;
    point.region = standing.region;
    point.place = {At(node).line, At(node).column};
    point.is_clickable = true;
    point.needs_javascript = true;
    point.display = label.empty() ? mark : label;
    if (std::string_view(point.display).empty()) point.display = point.channel;
    point.label = label;
    point.quote = point.display;
    point.signals.push_back(mark.empty() ? Signal(Sign::kShareLabel)
                                         : Signal(Sign::kEmbedClass, mark));
    found_.push_back(std::move(point));
  }

  const Page& page_;
  const ShareWords& words_;
  const Networks& networks_;
  const PageGlance& glance_;
  std::set<std::string, std::less<>> channels_;
  std::vector<ContactPoint> found_;
};

}  // namespace

std::vector<ContactPoint> FindShareButtons(const Page& page, const Rules& rules,
                                           const PageGlance& glance,
                                           const std::vector<ContactPoint>& known) {
  return ShareFinder(page, rules, glance, known).Run();
}

}  // namespace klikpad
