// The computations.

#include "brand/derive_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

// A noted row with its place in the evidence.
struct Row {
  const Metric* metric = nullptr;
  std::size_t number = 0;  // from 1
  std::string Ref() const { return fmt::format("metrics/{}", number); }
  std::int64_t When() const { return metric->at_s.value_or(kNever); }
};

using Key = std::pair<std::string, std::string>;  // channel, account
using Rows = std::map<Key, std::vector<Row>>;     // by time, as noted within a day

Rows RowsOf(const Observations& observed, const std::string& name) {
  Rows rows;
  for (std::size_t i = 0; i < observed.metrics.size(); ++i) {
    const Metric& metric = observed.metrics[i];
    if (metric.name == name) rows[{metric.channel, metric.account}].push_back({&metric, i + 1});
  }
  for (auto& [key, list] : rows) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Row& a, const Row& b) { return a.When() < b.When(); });
  }
  return rows;
}

// A figure that goes with this channel and account: its own, the channel's, the brand's.
const Row* Partner(const Rows& rows, const Key& key) {
  for (const Key& wanted : {key, Key{key.first, ""}, Key{"", ""}}) {
    if (const auto at = rows.find(wanted); at != rows.end()) return &at->second.back();
  }
  return nullptr;
}

std::string Figure(double value) { return PlainNumber(value, value == std::floor(value) ? 0 : 1); }

class Deriver {
 public:
  Deriver(const Observations& observed, const DerivedMetric& facts)
      : observed_(observed), facts_(facts) {}

  std::vector<Metric> Run() {
    switch (facts_.kind) {
      case MetricKind::kRatio:
        Ratio();
        break;
      case MetricKind::kGrowth:
        Growth();
        break;
      case MetricKind::kNps:
        Nps();
        break;
      case MetricKind::kAnswered:
        Answered();
        break;
      case MetricKind::kAgainst:
        Against();
        break;
      case MetricKind::kConversations:
        break;  // known when the timeline was read: evidence/timeline_metrics.h
    }
    return std::move(found_);
  }

 private:
  Metric Start(const Key& key, const Metric& first) const {
    Metric metric;
    metric.name = facts_.about.name;
    metric.unit = facts_.about.unit;
    metric.title_nl = facts_.about.title_nl;
    metric.title_en = facts_.about.title_en;
    metric.formula = facts_.formula_en;
    metric.formula_nl = facts_.formula_nl;
    metric.decimals = facts_.decimals;
    metric.is_derived = true;
    std::tie(metric.channel, metric.account) = key;
    metric.at = first.at;
    metric.at_s = first.at_s;
    metric.noted.file = first.noted.file;
    metric.noted.line = first.noted.line;
    metric.noted.source = facts_.source;
    return metric;
  }

  void Keep(Metric metric, double value, const std::string& computation) {
    if (!std::isfinite(value)) return;
    metric.exact = value;
    metric.value = RoundTo(value, facts_.decimals);
    metric.text = fmt::format("{} = {}", computation, PlainNumber(metric.value, facts_.decimals));
    found_.push_back(std::move(metric));
  }

  void Ratio() {
    const Rows per = RowsOf(observed_, facts_.per);
    for (const std::string& name : facts_.of) {
      const Rows of = RowsOf(observed_, name);
      if (of.empty()) continue;
      for (const auto& [key, rows] : of) Divide(key, {rows.back()}, per);
      return;
    }
    std::vector<Row> parts;
    for (const std::string& name : facts_.sum) {
      for (const auto& [key, rows] : RowsOf(observed_, name)) parts.push_back(rows.back());
    }
    if (!parts.empty()) Divide({}, parts, per);
  }

  void Divide(const Key& key, const std::vector<Row>& parts, const Rows& per) {
    const Row* whole = Partner(per, key);
    if (whole == nullptr || whole->metric->value <= 0) return;
    Metric metric = Start(key, *parts.front().metric);
    double sum = 0;
    std::vector<std::string> figures;
    for (const Row& part : parts) {
      sum += part.metric->value;
      figures.push_back(Figure(part.metric->value));
      metric.inputs.push_back(part.Ref());
      metric.is_about = metric.is_about || part.metric->is_about;
    }
    metric.inputs.push_back(whole->Ref());
    metric.is_about = metric.is_about || whole->metric->is_about;
    const std::string above = figures.size() == 1 ? figures[0] : "(" + Join(figures, " + ") + ")";
    Keep(std::move(metric), 100 * sum / whole->metric->value,
         fmt::format("100 × {} / {}", above, Figure(whole->metric->value)));
  }

  void Growth() {
    for (const std::string& name : facts_.of) {
      for (const auto& [key, rows] : RowsOf(observed_, name)) {
        const Row &first = rows.front(), &last = rows.back();
        // Without two days nothing has grown; without a date nobody knows which was first.
        if (first.When() == kNever || first.When() == last.When()) continue;
        if (first.metric->value <= 0) continue;
        Metric metric = Start(key, *last.metric);
        metric.is_about = first.metric->is_about || last.metric->is_about;
        metric.inputs = {first.Ref(), last.Ref()};
        const double from = first.metric->value, to = last.metric->value;
        Keep(std::move(metric), 100 * (to - from) / from,
             fmt::format("100 × ({} − {}) / {}", Figure(to), Figure(from), Figure(from)));
      }
    }
  }

  // A survey is three rows, one behind the other, of one entry.
  void Nps() {
    for (std::size_t i = 0; i + 2 < observed_.metrics.size(); ++i) {
      const Metric* rows = &observed_.metrics[i];
      if (rows[0].name != "answers-promoters" || rows[1].name != "answers-passives" ||
          rows[2].name != "answers-detractors") {
        continue;
      }
      const double all = rows[0].value + rows[1].value + rows[2].value;
      if (all <= 0) continue;
      Metric metric = Start({rows[0].channel, rows[0].account}, rows[0]);
      for (std::size_t part = 1; part <= 3; ++part) {
        metric.inputs.push_back(fmt::format("metrics/{}", i + part));
      }
      Keep(std::move(metric), 100 * (rows[0].value - rows[2].value) / all,
           fmt::format("100 × ({} − {}) / {}", Figure(rows[0].value), Figure(rows[2].value),
                       Figure(all)));
    }
  }

  void Answered() {
    const std::int64_t limit = std::llround(*facts_.norm * 60);
    struct Count {
      int within = 0, all = 0;
      Metric first;
      std::vector<std::string> refs;
    };
    std::map<std::string, Count> counts;
    for (std::size_t i = 0; i < observed_.probes.size(); ++i) {
      const Probe& probe = observed_.probes[i];
      const auto& end = probe.answered ? probe.answered : probe.waited;
      // Open, and not yet waited for so long: it may still be answered in time.
      if (!end || (!probe.answered && end->seconds - probe.asked.seconds < limit)) continue;
      Count& count = counts[probe.channel];
      if (++count.all == 1) {
        count.first.at = probe.asked.iso;
        count.first.at_s = probe.asked.seconds;
        count.first.noted = probe.noted;
      }
      count.refs.push_back(fmt::format("probes/{}", i + 1));
      if (probe.answered && probe.answered->seconds - probe.asked.seconds <= limit) ++count.within;
    }
    for (const auto& [channel, count] : counts) {
      Metric metric = Start({channel, ""}, count.first);
      metric.inputs = count.refs;
      metric.norm = facts_.norm;
      Keep(std::move(metric), 100.0 * count.within / count.all,
           fmt::format("100 × {} / {}", count.within, count.all));
    }
  }

  void Against() {
    std::map<std::string, std::pair<const Benchmark*, std::size_t>> latest;  // by channel
    for (std::size_t i = 0; i < observed_.benchmarks.size(); ++i) {
      const Benchmark& row = observed_.benchmarks[i];
      const bool is_asked =
          std::find(facts_.of.begin(), facts_.of.end(), row.measure) != facts_.of.end();
      if (!row.is_ours || !row.value || !is_asked || row.unit != facts_.about.unit) continue;
      auto& best = latest[row.channel];
      const auto when = [](const Benchmark& b) { return b.noted.on_s.value_or(kNever); };
      if (best.first == nullptr || when(row) >= when(*best.first)) best = {&row, i + 1};
    }
    for (const auto& [channel, best] : latest) {
      const Benchmark& row = *best.first;
      Metric first;
      first.at = row.noted.on;
      first.at_s = row.noted.on_s;
      first.noted = row.noted;
      Metric metric = Start({channel, ""}, first);
      metric.inputs = {fmt::format("benchmarks/{}", best.second)};
      metric.is_about = row.is_about;
      metric.norm = facts_.norm;
      metric.is_met = *row.value <= *facts_.norm;
      Keep(std::move(metric), *row.value,
           fmt::format("{} {} {}", Figure(*row.value), *row.value <= *facts_.norm ? "≤" : ">",
                       Figure(*facts_.norm)));
      if (!found_.empty()) found_.back().text.resize(found_.back().text.rfind(" = "));
    }
  }

  const Observations& observed_;
  const DerivedMetric& facts_;
  std::vector<Metric> found_;
};

}  // namespace

double RoundTo(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  const double rounded = std::round(value * scale) / scale;
  return rounded == 0 ? 0 : rounded;  // no "-0"
}

std::string PlainNumber(double value, int decimals) {
  return fmt::format("{:.{}f}", RoundTo(value, decimals), decimals);
}

std::vector<Metric> DeriveMetrics(const Observations& observed, const MetricFacts& facts) {
  std::vector<Metric> all;
  for (const DerivedMetric& derived : facts.derived) {
    for (Metric& metric : Deriver(observed, derived).Run()) all.push_back(std::move(metric));
  }
  return all;
}

}  // namespace klikpad
