// Figures of customer care (rules/metrics.yaml): their names and units, and how others are computed
// from them.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

enum class MetricKind { kRatio, kGrowth, kNps, kAnswered, kAgainst, kConversations };

struct MetricName {
  std::string name;
  std::string unit;
  std::string title_nl, title_en;
};

struct DerivedMetric {
  MetricName about;
  MetricKind kind = MetricKind::kRatio;
  std::vector<std::string> of;   // the first of these that was noted
  std::vector<std::string> sum;  // without any of `of`: the latest of each of these, added up
  std::string per;
  std::optional<double> norm;
  int decimals = 0;
  std::string formula_nl, formula_en;
  std::string source;
};

struct MetricFacts {
  std::vector<MetricName> observed;
  std::vector<DerivedMetric> derived;
  // Null when there is no such noted figure.
  const MetricName* Find(std::string_view name) const;
  std::vector<std::string> ObservedNames() const;
};

Result<MetricFacts> ParseMetricFacts(const Yaml& yaml);

}  // namespace klikpad
