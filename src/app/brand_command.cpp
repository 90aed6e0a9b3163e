// klikpad brand check: reads brand.yaml and the files it names, and says what is in them or what is
// wrong with them, every mistake with file and line.

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "app/brand_evidence.h"
#include "app/commands.h"
#include "app/surfaces.h"
#include "base/files.h"
#include "graph/clicks.h"

namespace klikpad {
namespace {

std::string Counted(std::size_t n, const char* one, const char* many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

// "14 screens, 12 contacts, the farthest screen 4 clicks away; 1 place was not visited"
std::string AboutApp(OtherSurfaces surfaces, const Rules& rules) {
  SiteLook look;
  AddSurface(look, std::move(surfaces.app_surface.pages), {surfaces.app_surface.start});
  CountClicks(look, rules.clicks);
  std::size_t screens = 0, contacts = 0, unvisited = 0;
  int farthest = 0;
  for (const SitePage& page : look.pages) {
    screens += page.is_read ? 1 : 0;
    unvisited += page.hole == HoleReason::kUnvisited ? 1 : 0;
    contacts += page.found.contacts.size();
    if (page.is_read) farthest = std::max(farthest, page.clicks.value_or(0));
  }
  std::string text =
      fmt::format("{}, {}, the farthest screen {} away", Counted(screens, "screen", "screens"),
                  Counted(contacts, "contact", "contacts"),
                  Counted(static_cast<std::size_t>(farthest), "click", "clicks"));
  if (unvisited > 0) {
    text += fmt::format("; {} not visited", Counted(unvisited, "place was", "places were"));
  }
  return text;
}

}  // namespace

int RunBrand(const BrandArguments& arguments, const World& world) {
  const auto rules = LoadWorldRules(world);
  if (!rules) return Complain(world, rules.error(), kExitUsage);
  const auto text = ReadFile(arguments.file, 1u << 20);
  if (!text) return Complain(world, text.error(), kExitUsage);
  const auto file = ParseBrandFile(*text, arguments.file, rules->channels);
  if (!file) return Complain(world, file.error(), kExitUsage);
  int code = kExitPassed;
  if (!file->app.empty()) {
    OtherSurfaces surfaces;
    const std::vector<Error> mistakes = AppMistakes(*file, *rules, &surfaces);
    for (const Error& mistake : mistakes) code = Complain(world, mistake, kExitUsage);
    if (mistakes.empty()) {
      *world.out << fmt::format("{}: {}\n", file->app, AboutApp(std::move(surfaces), *rules));
    }
  }
  for (const Error& mistake : ObservationMistakes(*file, *rules, nullptr)) {
    code = Complain(world, mistake, kExitUsage);
  }
  // The other files are read whole or not at all.
  if (code == kExitPassed) {
    const auto evidence = ReadBrandEvidence(*file, *rules, false);
    if (!evidence) return Complain(world, evidence.error(), kExitUsage);
    *world.out << fmt::format("{}: fine\n", arguments.file);
  }
  return code;
}

}  // namespace klikpad
