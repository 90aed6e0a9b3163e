// Asks a host once for the files at fixed addresses that name its apps and its address for reports
// of leaks. robots.txt holds for them as for pages.

#pragma once

#include <string>
#include <vector>

#include "base/url.h"
#include "crawl/robots_gate.h"
#include "fetch/fetcher.h"
#include "model/site.h"
#include "rules/networks.h"

namespace klikpad {

struct WellKnown {
  std::vector<AccountMention> mentions;
  std::vector<std::string> security_contacts;
  int requests = 0;
};

// `manifest` is the address that the home page gives, "" for none. `robots` is null when robots.txt
// is not obeyed; else the host of `home` has been loaded. Of `like` counts needs_public_address.
WellKnown AskWellKnown(const Url& home, const std::string& manifest, RobotsGate* robots,
                       Fetcher& fetcher, const Request& like, const Networks& networks);

}  // namespace klikpad
