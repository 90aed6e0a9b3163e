// Figures of a timeline's conversations against the norms of rules/metrics.yaml.

#pragma once

#include <vector>

#include "model/observed.h"
#include "model/timeline.h"
#include "rules/metrics.h"

namespace klikpad {

// Of all conversations and, where there are several channels, of each.
std::vector<Metric> TimelineMetrics(const TimelineFigures& figures, const MetricFacts& facts);

}  // namespace klikpad
