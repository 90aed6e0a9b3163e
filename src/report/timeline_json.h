// The timeline's figures as audit.json has them.

#pragma once

#include "base/json.h"
#include "model/timeline.h"

namespace klikpad {

// Null without a timeline.
Json TimelineJson(const TimelineFigures& timeline);

}  // namespace klikpad
