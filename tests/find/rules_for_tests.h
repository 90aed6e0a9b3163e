// The shipped networks and phone facts, read once.

#pragma once

#include <doctest/doctest.h>

#include <string>

#include "rules/networks.h"
#include "rules/rules.h"

namespace klikpad {

inline const Networks& ShippedNetworks() {
  static const Networks networks = [] {
    const std::string folder = std::string(KLIKPAD_ROOT) + "/rules/";
    auto social = Yaml::Load(folder + "networks.yaml");
    REQUIRE_MESSAGE(social, social.error().Text());
    auto messaging = Yaml::Load(folder + "messaging.yaml");
    REQUIRE_MESSAGE(messaging, messaging.error().Text());
    auto words = Yaml::Load(folder + "account-words.yaml");
    REQUIRE_MESSAGE(words, words.error().Text());
    auto parsed = ParseNetworks(*social, *messaging, *words);
    REQUIRE_MESSAGE(parsed, parsed.error().Text());
    return *parsed;
  }();
  return networks;
}

// Rules that hold the facts about phones, and the networks, alone.
inline const Rules& PhoneRulesForTests() {
  static const Rules rules = [] {
    Rules loaded;
    auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/phones.yaml");
    REQUIRE_MESSAGE(yaml, yaml.error().Text());
    auto facts = ParsePhoneFacts(*yaml);
    REQUIRE_MESSAGE(facts, facts.error().Text());
    loaded.phones = std::move(*facts);
    loaded.networks = ShippedNetworks();
    return loaded;
  }();
  return rules;
}

}  // namespace klikpad
