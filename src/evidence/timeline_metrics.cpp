// Shares of conversations that were answered in time.

#include "evidence/timeline_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/civil_time.h"

namespace klikpad {
namespace {

Metric MetricOf(const AnswerTimes& times, const DerivedMetric& facts,
                const TimelineFigures& figures) {
  const std::int64_t within = *facts.norm <= 60 ? times.within_hour : times.within_day;
  Metric metric;
  metric.name = facts.about.name;
  metric.unit = facts.about.unit;
  metric.title_nl = facts.about.title_nl;
  metric.title_en = facts.about.title_en;
  metric.formula = facts.formula_en;
  metric.formula_nl = facts.formula_nl;
  metric.is_derived = true;
  metric.decimals = facts.decimals;
  metric.norm = facts.norm;
  if (times.kind == "channel") metric.channel = times.name;
  metric.at = figures.to_at;
  metric.at_s = ParseIsoTime(figures.to_at);
  metric.noted.source = facts.source;
  metric.exact = 100.0 * static_cast<double>(within) / static_cast<double>(times.conversations);
  const double scale = std::pow(10.0, facts.decimals);
  metric.value = std::round(metric.exact * scale) / scale;
  metric.text = fmt::format("100 × {} / {} = {:.{}f}", within, times.conversations, metric.value,
                            facts.decimals);
  return metric;
}

}  // namespace

std::vector<Metric> TimelineMetrics(const TimelineFigures& figures, const MetricFacts& facts) {
  const auto channels = std::count_if(figures.answers.begin(), figures.answers.end(),
                                      [](const auto& times) { return times.kind == "channel"; });
  std::vector<Metric> metrics;
  for (const DerivedMetric& derived : facts.derived) {
    if (derived.kind != MetricKind::kConversations) continue;
    for (const AnswerTimes& times : figures.answers) {
      const bool is_asked = times.kind == "all" || (times.kind == "channel" && channels > 1);
      if (is_asked && times.conversations > 0) {
        metrics.push_back(MetricOf(times, derived, figures));
      }
    }
  }
  return metrics;
}

}  // namespace klikpad
