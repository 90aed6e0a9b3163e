// klikpad init: a commented brand.yaml to start from.

#include <filesystem>
#include <ostream>

#include "app/commands.h"
#include "base/files.h"
#include "brand/brand_file.h"

namespace klikpad {

int RunInit(const InitArguments& arguments, const World& world) {
  Brand brand;
  if (!arguments.address.empty()) {
    auto known = BrandFromAddress(arguments.address);
    if (!known) return Complain(world, known.error(), kExitUsage);
    brand = std::move(*known);
  }
  std::error_code code;
  if (std::filesystem::exists(arguments.path, code) && !arguments.overwrite) {
    return Complain(world, {"is there already; --force overwrites it", arguments.path, 0, ""},
                    kExitUsage);
  }
  const auto written = WriteFile(arguments.path, BrandTemplate(brand));
  if (!written) return Complain(world, written.error(), kExitFailure);
  *world.out << "wrote " << arguments.path << "\n";
  return kExitPassed;
}

}  // namespace klikpad
