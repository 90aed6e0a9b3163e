// klikpad doctor: says whether everything that klikpad needs is there.

#include <fmt/format.h>

#include <ostream>

#include "app/commands.h"
#include "base/url.h"

namespace klikpad {

int RunDoctor(const World& world) {
  bool is_well = true;
  const auto say = [&](bool is_good, const std::string& what) {
    *world.out << (is_good ? "ok    " : "FAIL  ") << what << "\n";
    is_well = is_well && is_good;
  };
  const auto rules = LoadWorldRules(world);
  say(rules.has_value(),
      rules ? fmt::format("rules in {}: {} channels, digest {}", world.data_folder + "/rules",
                          rules->channels.list.size(), rules->digest)
            : rules.error().Text());
  const auto fetcher = world.make_fetcher(FetchOptions());
  say(fetcher.has_value(), fetcher ? "fetching as " + DefaultUserAgent() : fetcher.error().Text());
  say(Url::Parse("https://b\xC3\xBC"
                 "cher.example/")
              ->Host() == "xn--bcher-kva.example",
      "international host names");
  return is_well ? kExitPassed : kExitFailure;
}

}  // namespace klikpad
