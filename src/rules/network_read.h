// One entry of rules/networks.yaml or rules/messaging.yaml.

#pragma once

#include "rules/networks.h"

namespace klikpad {

Result<Network> ReadNetwork(const Yaml& yaml);

}  // namespace klikpad
