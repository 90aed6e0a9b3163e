// Comparing clicks of pages and contacts.

#include "compare.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

std::string OrNone(std::optional<int> clicks) {
  return clicks ? std::to_string(*clicks) : std::string("unreachable");
}

// "/nl/faq/" and "/nl/faq" both come from nl/faq/index.html.
std::vector<std::string> FilesOf(const Url& url) {
  std::string path = PercentDecode(url.Path());
  path.erase(0, 1);
  if (path.empty() || path.back() == '/') return {path + "index.html"};
  return {path, path + "/index.html", path + ".html"};
}

std::string Digits(const std::string& text) {
  std::string digits;
  for (char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// By the last nine digits, fewer for short numbers: "0800-1280" is "+318001280".
bool SameNumber(const std::string& a, const std::string& b) {
  std::string x = Digits(a), y = Digits(b);
  while (!x.empty() && x.front() == '0') x.erase(0, 1);
  while (!y.empty() && y.front() == '0') y.erase(0, 1);
  const std::size_t count = std::min({x.size(), y.size(), std::size_t{9}});
  return count >= 3 && x.substr(x.size() - count) == y.substr(y.size() - count);
}

std::string PathEnd(const Url& url) {
  const auto segments = url.PathSegments();
  return segments.empty() ? std::string() : segments.back();
}

// The account's name is one of the address's path segments, or ends one ("Name-123" → "123").
bool SameAccount(const std::string& address, const std::string& value) {
  const auto url = Url::Parse(address);
  if (!url) return false;
  const std::string account = AsciiLower(value.substr(value.rfind('/') + 1));
  if (account.size() < 3) return false;
  for (const std::string& segment : url->PathSegments()) {
    if (AsciiLower(segment) == account) return true;
  }
  return false;
}

// Two spellings of one contact in the truth.
bool SameContact(const TrueContact& a, const TrueContact& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == "tel") return SameNumber(a.value, b.value);
  const auto x = Url::Parse(a.value), y = Url::Parse(b.value);
  return x && y && !PathEnd(*x).empty() && AsciiLower(PathEnd(*x)) == AsciiLower(PathEnd(*y));
}

bool Matches(const TrueContact& truth, const Json& contact) {
  const std::string& channel = contact["channel"].AsString();
  const std::string& value = contact["value"].AsString();
  if (truth.kind == "mailto") return channel == "email" && value == AsciiLower(truth.value);
  if (truth.kind == "tel") return channel == "phone" && SameNumber(truth.value, value);
  if (truth.kind == "chat") return channel == "chat";
  return channel == truth.kind && SameAccount(truth.value, value);
}

bool IsContactUse(const Json& contact) {
  const std::string& use = contact["use"].AsString();
  return use == "contact" || use == "follow";
}

}  // namespace

bool IsLoose(const TrueContact& contact) {
  if (contact.kind == "mailto" || contact.kind == "tel" || contact.kind == "chat") return false;
  const auto url = Url::Parse(contact.value);
  return !url || url->PathSegments().empty() || url->Path() == "/watch";
}

Comparison Compare(const SiteTruth& truth, const Json& audit) {
  Comparison result;
  const auto differ = [&](const std::string& what) {
    result.differences.push_back(truth.name + ": " + what);
  };
  std::map<std::string, std::optional<int>> clicks;  // by file; the nearest address counts
  for (const Json& page : audit["pages"].Items()) {
    const auto url = Url::Parse(page["url"].AsString());
    if (!url || page["status"].AsInt() != 200) continue;
    for (const std::string& file : FilesOf(*url)) {
      if (!page["clicks"].IsInt()) continue;
      const int found = static_cast<int>(page["clicks"].AsInt());
      auto& have = clicks[file];
      have = have ? std::min(*have, found) : found;
    }
  }
  for (const TruePage& page : truth.pages) {
    const auto found = clicks.find(page.file);
    const std::optional<int> have = found == clicks.end() ? std::nullopt : found->second;
    result.pages += page.clicks ? 1 : 0;
    ChannelCount& pages = result.by_channel["pages"];
    pages.expected += page.clicks ? 1 : 0;
    pages.right += page.clicks && have == page.clicks ? 1 : 0;
    if (have != page.clicks) {
      differ("page " + page.file + ": " + OrNone(page.clicks) + " clicks, found " + OrNone(have));
    }
  }
  for (const TrueContact& contact : truth.contacts) {
    if (IsLoose(contact)) continue;
    ++result.contacts;
    ChannelCount& count = result.by_channel[contact.kind];
    ++count.expected;
    std::optional<int> have;
    bool is_found = false;
    for (const Json& candidate : audit["contacts"].Items()) {
      if (!IsContactUse(candidate) || !Matches(contact, candidate)) continue;
      is_found = true;
      const Json& page_clicks = candidate["page_clicks"];
      if (page_clicks.IsInt()) have = static_cast<int>(page_clicks.AsInt());
    }
    // The truth counts each spelling apart; for klikpad they are one contact, at the nearest.
    int nearest = contact.clicks;
    for (const TrueContact& other : truth.contacts) {
      if (SameContact(other, contact)) nearest = std::min(nearest, other.clicks);
    }
    count.right += is_found && have == nearest ? 1 : 0;
    if (!is_found) {
      differ(contact.kind + " " + contact.value + " was not found");
    } else if (have != nearest) {
      differ(contact.kind + " " + contact.value + ": page clicks " + OrNone(nearest) + ", found " +
             OrNone(have));
    }
  }
  for (const Json& contact : audit["contacts"].Items()) {
    const std::string& channel = contact["channel"].AsString();
    if (channel != "twitter" && channel != "chat" && channel != "whatsapp") continue;
    const bool is_in_truth =
        std::any_of(truth.contacts.begin(), truth.contacts.end(),
                    [&](const TrueContact& known) { return known.kind == channel; });
    if (IsContactUse(contact) && !is_in_truth) {
      differ(channel + " " + contact["value"].AsString() + " is reported and is not there");
      continue;
    }
    // A share, an intent, an embed or a vendor's account would be one that the truth does not name.
    const bool is_named =
        std::any_of(truth.contacts.begin(), truth.contacts.end(),
                    [&](const TrueContact& known) { return Matches(known, contact); });
    const bool is_own = contact["owner"].AsString() == "own";
    if (channel == "twitter" && IsContactUse(contact) && is_own && !is_named) {
      differ("twitter " + contact["value"].AsString() + " is called the brand's and is not");
    }
  }
  return result;
}

}  // namespace klikpad
