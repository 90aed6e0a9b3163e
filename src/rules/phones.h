// Facts about phone numbers (rules/phones.yaml): label words, traps, tariffs, short numbers.
#pragma once

#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

struct PhoneFacts {};

}  // namespace klikpad
