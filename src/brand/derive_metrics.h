// Figures computed from what was noted, as rules/metrics.yaml says: interaction rate, reach,
// growth, Net Promoter Score, answers within the norm.

#pragma once

#include <vector>

#include "model/observed.h"
#include "rules/metrics.h"

namespace klikpad {

// By the order of rules/metrics.yaml, then channel and account. Refs count the rows of
// `observed` from 1: "metrics/3" is observed.metrics[2], "probes/1" the first probe.
std::vector<Metric> DeriveMetrics(const Observations& observed, const MetricFacts& facts);

// Rounded half away from zero.
double RoundTo(double value, int decimals);
// "8.1", "-12": so many decimals, a stop as mark.
std::string PlainNumber(double value, int decimals);

}  // namespace klikpad
