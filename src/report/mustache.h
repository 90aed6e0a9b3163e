// Mustache templates filled from a JSON value. {{name}} is escaped for HTML; unknown names render
// as nothing, so a test looks at every placeholder of a template.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace klikpad {

// Empty strings and null count as false, in sections and in {{^name}}. An error for a template that
// is not well formed.
Result<std::string> RenderMustache(std::string_view text, const Json& view);

// Every name between braces, sorted, each once: sections too, "." left out.
std::vector<std::string> TemplateNames(std::string_view text);

}  // namespace klikpad
