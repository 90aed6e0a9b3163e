// klikpad serve: a fixture site on loopback.

#include <ostream>

#include "app/commands.h"

namespace klikpad {

int RunServe(const ServeArguments& arguments, const World& world) {
  return Complain(world, {"serving is not there yet", arguments.folder, 0, ""}, kExitFailure);
}

}  // namespace klikpad
