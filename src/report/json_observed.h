// The notes and figures of an audit as JSON: keys `observations` and `metrics` of audit.json.

#pragma once

#include "base/json.h"
#include "model/audit.h"

namespace klikpad {

Json ObservationsJson(const Observations& observed);
Json MetricsJson(const std::vector<Metric>& metrics);

}  // namespace klikpad
