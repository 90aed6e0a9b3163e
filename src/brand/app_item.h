// One line of a screen of app.yaml: "Contact -> Contact us", "Bel ons -> phone: 020 …", "phone: …",
// or plain words.

#pragma once

#include <string>

#include "base/result.h"
#include "base/yaml.h"
#include "model/app_walk.h"
#include "rules/channels.h"

namespace klikpad {

// An item whose target is still a name.
struct AppLine {
  AppItem item;
  std::string target;  // name of a screen, for kScreen
};

Result<AppLine> ReadAppLine(const Yaml& yaml, const Channels& channels);

}  // namespace klikpad
