// Names of templates and what writes them.

#include "app/templates.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "brand/app_file.h"
#include "brand/observations.h"

namespace klikpad {
namespace {

using Writer = std::string (*)(std::string_view language);

const std::vector<std::pair<std::string, Writer>>& Writers() {
  static const std::vector<std::pair<std::string, Writer>> writers = {
      {"app", [](std::string_view) { return AppTemplate(); }},
      {"observations", ObservationsTemplate}};
  return writers;
}

}  // namespace

std::vector<std::string> TemplateNames() {
  std::vector<std::string> names;
  for (const auto& [name, write] : Writers()) names.push_back(name);
  return names;
}

Result<std::string> FileTemplate(const std::string& name, std::string_view language) {
  for (const auto& [known, write] : Writers()) {
    if (known == name) return write(language);
  }
  return Fail(fmt::format("--template '{}' is none of: {}", name, Join(TemplateNames(), ", ")), "",
              0, Nearest(name, TemplateNames()));
}

}  // namespace klikpad
