// Chat vendors and the marks they leave in a page (rules/chat-vendors.yaml).
#pragma once

#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

struct Vendors {};

}  // namespace klikpad
