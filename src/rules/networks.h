// How addresses of social networks and messengers read (rules/networks.yaml, rules/messaging.yaml):
// which host and path is a profile, a share, a post; which first segments are reserved.
#pragma once

#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

struct Networks {};

}  // namespace klikpad
