// Words by language (rules/vocabulary/): labels that promise contact, page paths, jargon, false
// scents.
#pragma once

#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

struct Vocabulary {};

}  // namespace klikpad
