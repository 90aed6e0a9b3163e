// Each source by itself. What is an id of a shop is checked before anything is made of it: these
// elements are filled in by hand and by templates ("app-id=YOUR_ID").

#include "find/apps.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.h"
#include "find/accounts/classify_link.h"
#include "find/accounts/points.h"
#include "find/text/data_items.h"
#include "model/signals.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxMentions = 60;  // of one page
constexpr std::size_t kMaxId = 150;       // bytes
constexpr std::size_t kMaxCaption = 160;  // bytes of a text that speaks for a badge
constexpr std::string_view kDigits = "0123456789";

// Meta elements that hold an id as it is.
struct IdMeta {
  std::string_view name, store;
};
// developers.facebook.com applinks metadata-reference; X's app cards.
constexpr std::array kIdMetas{
    IdMeta{"al:ios:app_store_id", "apple"},        IdMeta{"al:iphone:app_store_id", "apple"},
    IdMeta{"al:ipad:app_store_id", "apple"},       IdMeta{"al:android:package", "google"},
    IdMeta{"twitter:app:id:iphone", "apple"},      IdMeta{"twitter:app:id:ipad", "apple"},
    IdMeta{"twitter:app:id:googleplay", "google"}, IdMeta{"appstore:store_id", "apple"}};

bool IsAppleId(std::string_view id) {
  return id.size() >= 6 && id.size() <= 12 && id.find_first_not_of(kDigits) == id.npos;
}

// A Java package name of two parts at least.
bool IsPackage(std::string_view id) {
  if (id.empty() || id.size() > kMaxId) return false;
  std::size_t parts = 0;
  for (std::string_view part : Split(id, '.')) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (part.empty() || !is_letter(part.front())) return false;
    const bool is_name = std::all_of(part.begin(), part.end(), [&](char c) {
      return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
    });
    if (!is_name) return false;
    ++parts;
  }
  return parts >= 2;
}

// "app-id=123456789, app-argument=…": the value of `app-id`.
std::string_view BannerId(std::string_view content) {
  for (std::string_view part : Split(content, ',')) {
    const std::size_t equals = part.find('=');
    if (equals == part.npos) continue;
    if (EqualsIgnoreAsciiCase(Trim(part.substr(0, equals)), "app-id")) {
      return Trim(part.substr(equals + 1));
    }
  }
  return {};
}

class Apps {
 public:
  Apps(const Page& page, const Networks& networks, Findings& found)
      : page_(page), networks_(networks), found_(found) {}

  void Run() {
    for (const auto& [name, content] : page_.metas) ReadMeta(name, content);
    for (const auto& [rel, href] : page_.rel_links) {
      if (rel.find("alternate") != rel.npos) ReadDeepLink(href);
      if (rel == "manifest" && found_.manifest.empty()) found_.manifest = href;
    }
    for (const Json* item : DataItems(page_)) {
      for (const std::string_view key : {"installUrl", "downloadUrl"}) {
        const Json& value = (*item)[key];
        ReadAddress(value.AsString(), key);
        for (const Json& one : value.Items()) ReadAddress(one.AsString(), key);
      }
    }
  }

 private:
  void ReadMeta(const std::string& name, const std::string& content) {
    if (name == "apple-itunes-app") return Offer("apple", BannerId(content), name);
    if (name == "google-play-app") return Offer("google", BannerId(content), name);
    if (name == "smartbanner:button-url-apple" || name == "smartbanner:button-url-google") {
      return ReadAddress(content, name);
    }
    for (const IdMeta& meta : kIdMetas) {
      if (name == meta.name) Mention(AppValue(meta.store, Trim(content)), name);
    }
  }

  // android-app://nl.voorbeeld.app/https/www.voorbeeld.example/, ios-app://123456789/voorbeeld/
  void ReadDeepLink(std::string_view href) {
    for (const auto& [scheme, store] :
         {std::pair{"android-app://", "google"}, std::pair{"ios-app://", "apple"}}) {
      if (!StartsWithIgnoreAsciiCase(href, scheme)) continue;
      const std::string_view rest = href.substr(std::string_view(scheme).size());
      Mention(AppValue(store, rest.substr(0, rest.find('/'))), "app link");
    }
  }

  void ReadAddress(std::string_view address, std::string_view where) {
    const auto url = Url::Parse(Trim(address));
    const auto account = url ? ClassifyLink(*url, networks_) : std::nullopt;
    if (!account || account->network->channel != "app" || account->handle.empty()) return;
    Mention(account->value, where);
  }

  void Mention(std::string value, std::string_view where) {
    if (value.empty() || found_.mentions.size() > kMaxMentions) return;
    AccountMention mention;
    mention.channel = "app";
    mention.handle = value.substr(value.find(':') + 1);
    mention.value = std::move(value);
    mention.where = where;
    const auto& list = found_.mentions;
    if (std::find(list.begin(), list.end(), mention) == list.end()) {
      found_.mentions.push_back(std::move(mention));
    }
  }

  // A banner that only some phones show is no contact which every visitor sees.
  void Offer(std::string_view store, std::string_view id, const std::string& name) {
    const std::string value = AppValue(store, id);
    if (value.empty()) return;
    Mention(value, name);
    const bool is_known = std::any_of(
        found_.contacts.begin(), found_.contacts.end(),
        [&](const ContactPoint& point) { return point.channel == "app" && point.value == value; });
    if (is_known) return;
    ContactPoint point;
    point.channel = "app";
    point.value = value;
    point.handle = std::string(id);
    point.display = std::string(id);
    point.is_data_only = true;
    point.confidence = Confidence::kSure;
    point.signals.push_back(Signal(Sign::kSmartBanner, name));
    point.quote = std::string(id);
    point.place = PlaceOfMeta(name);
    found_.contacts.push_back(std::move(point));
  }

  Place PlaceOfMeta(std::string_view name) const {
    for (std::size_t i = 1; i < page_.document.nodes.size(); ++i) {
      const Node& node = page_.document.nodes[i];
      if (node.tag != "meta") continue;
      const int index = static_cast<int>(i);
      const auto own = page_.document.Attr(index, "name");
      if (own && EqualsIgnoreAsciiCase(Trim(*own), name)) return {node.line, node.column};
    }
    return {1, 1};
  }

  const Page& page_;
  const Networks& networks_;
  Findings& found_;
};

// "Download onze app", in the label, the text or the heading of a badge.
std::string WordsOfOwnApp(const Page& page, const Link& link, const PhraseSet& words) {
  std::vector<std::string_view> texts{link.label};
  if (link.block >= 0) texts.push_back(page.blocks[static_cast<std::size_t>(link.block)].text);
  if (link.heading >= 0) texts.push_back(page.blocks[static_cast<std::size_t>(link.heading)].text);
  for (std::string_view text : texts) {
    if (text.empty() || text.size() > kMaxCaption) continue;
    const auto hits = words.FindAll(SplitWords(text));
    if (hits.empty()) continue;
    return std::string(text.substr(hits.front().begin, hits.front().end - hits.front().begin));
  }
  return {};
}

void ReadWords(const Page& page, const Rules& rules, const std::string& language, Findings& found) {
  for (ContactPoint& point : found.contacts) {
    if (point.channel != "app") continue;
    const auto link =
        std::lower_bound(page.links.begin(), page.links.end(), point.position,
                         [](const Link& each, int position) { return each.position < position; });
    if (link == page.links.end() || link->position != point.position) continue;
    const std::string words =
        WordsOfOwnApp(page, *link, rules.networks.ownership.app_words.For(language));
    if (!words.empty()) point.signals.push_back(Signal(Sign::kWordsNear, words));
  }
}

}  // namespace

std::string AppValue(std::string_view store, std::string_view id) {
  const bool is_id = store == "apple" ? IsAppleId(id) : IsPackage(id);
  return is_id ? std::string(store) + ":" + std::string(id) : std::string();
}

void FindApps(const Page& page, const Rules& rules, const PageContext& context, Findings& found) {
  ReadWords(page, rules, LanguageOf(page, context), found);
  Apps(page, rules.networks, found).Run();
}

}  // namespace klikpad
