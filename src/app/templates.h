// The commented files that `klikpad audit --template NAME` prints.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace klikpad {

// The keys of brand.yaml for which there is a template.
std::vector<std::string> TemplateNames();

// In Dutch for `language` "nl", where there is one in Dutch. An error with a suggestion for an
// unknown name.
Result<std::string> FileTemplate(const std::string& name, std::string_view language);

}  // namespace klikpad
