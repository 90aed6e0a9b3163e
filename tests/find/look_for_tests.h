// A page from HTML, and what the detectors of accounts find on it.

#pragma once

#include <string>

#include "find/accounts/messaging.h"
#include "find/accounts/social.h"
#include "page/reader.h"
#include "rules_for_tests.h"

namespace klikpad {

inline const Rules& RulesForAccounts() {
  static const Rules rules = [] {
    Rules loaded;
    loaded.networks = ShippedNetworks();
    auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/channels.yaml");
    REQUIRE(yaml);
    auto channels = ParseChannels(*yaml);
    REQUIRE(channels);
    loaded.channels = *channels;
    auto communities = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/communities.yaml");
    REQUIRE(communities);
    auto facts = ParseCommunityFacts(*communities);
    REQUIRE(facts);
    loaded.communities = *std::move(facts);
    auto shares = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/share-buttons.yaml");
    REQUIRE(shares);
    auto words = ParseShareWords(*shares);
    REQUIRE_MESSAGE(words, words.error().Text());
    loaded.shares = *std::move(words);
    return loaded;
  }();
  return rules;
}

inline Findings FindAccounts(const std::string& html, const std::string& url) {
  const Page page = ReadPage(html, url, "text/html; charset=utf-8");
  PageContext context;
  Findings found;
  FindSocial(page, RulesForAccounts(), context, found);
  FindMessaging(page, RulesForAccounts(), context, found);
  return found;
}

inline Findings FindAccounts(const std::string& body) {
  return FindAccounts("<html lang=nl><body>" + body + "</body></html>", "https://shop.example/");
}

// "twitter voorbeeld contact", a line a point, in the order found.
inline std::string Told(const Findings& found) {
  std::string told;
  for (const ContactPoint& point : found.contacts) {
    told += point.channel + " " + (point.value.empty() ? "-" : point.value) + " " +
            std::string(Word(point.use)) + (point.is_clickable ? "" : " printed") + "\n";
  }
  return told;
}

}  // namespace klikpad
