// Reading rules/metrics.yaml.

#include "rules/metrics.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "rules/readings.h"

namespace klikpad {
namespace {

const std::vector<std::string> kKinds = {"ratio",    "growth",  "nps",
                                         "answered", "against", "conversations"};

Result<std::string> NeedWords(const Yaml& yaml, std::string_view key) {
  auto value = yaml.Need(key);
  if (!value) return tl::unexpected(value.error());
  auto text = (*value)->String();
  if (text && Trim(*text).empty()) return (*value)->Complain("an empty text");
  return text;
}

Result<void> ReadTwo(const Yaml& yaml, std::string_view key, std::string& nl, std::string& en) {
  auto both = yaml.Need(key);
  if (!both) return tl::unexpected(both.error());
  if (auto ok = (*both)->AllowOnly({"nl", "en"}); !ok) return ok;
  auto dutch = NeedWords(**both, "nl");
  if (!dutch) return tl::unexpected(dutch.error());
  auto english = NeedWords(**both, "en");
  if (!english) return tl::unexpected(english.error());
  nl = std::move(*dutch);
  en = std::move(*english);
  return {};
}

Result<MetricName> ReadName(const Yaml& yaml) {
  MetricName about;
  auto name = NeedWords(yaml, "name");
  if (!name) return tl::unexpected(name.error());
  auto unit = NeedWords(yaml, "unit");
  if (!unit) return tl::unexpected(unit.error());
  about.name = std::move(*name);
  about.unit = std::move(*unit);
  if (auto ok = ReadTwo(yaml, "title", about.title_nl, about.title_en); !ok) {
    return tl::unexpected(ok.error());
  }
  return about;
}

Result<MetricName> ReadObserved(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"name", "unit", "title"}); !ok) return tl::unexpected(ok.error());
  return ReadName(yaml);
}

Result<void> ReadFigures(const Yaml& yaml, DerivedMetric& metric) {
  if (auto ok = ReadStrings(yaml, "of", metric.of); !ok) return ok;
  if (auto ok = ReadStrings(yaml, "sum", metric.sum); !ok) return ok;
  if (auto ok = ReadString(yaml, "per", metric.per); !ok) return ok;
  if (const Yaml* norm = yaml.Find("norm")) {
    auto number = norm->Number();
    if (!number) return tl::unexpected(number.error());
    metric.norm = *number;
  }
  auto decimals = yaml.Need("decimals");
  if (!decimals) return tl::unexpected(decimals.error());
  auto places = (*decimals)->Int();
  if (!places) return tl::unexpected(places.error());
  if (*places < 0 || *places > 6) return (*decimals)->Complain("0 to 6 decimals");
  metric.decimals = static_cast<int>(*places);
  return {};
}

Result<DerivedMetric> ReadDerived(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"name", "kind", "of", "sum", "per", "norm", "unit", "decimals",
                                "title", "formula", "source"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  DerivedMetric metric;
  auto about = ReadName(yaml);
  if (!about) return tl::unexpected(about.error());
  metric.about = std::move(*about);
  auto kind = NeedWords(yaml, "kind");
  if (!kind) return tl::unexpected(kind.error());
  const auto at = std::find(kKinds.begin(), kKinds.end(), *kind);
  if (at == kKinds.end()) {
    return yaml.Find("kind")->Complain("'" + *kind + "' is none of: " + Join(kKinds, ", "),
                                       Nearest(*kind, kKinds));
  }
  metric.kind = static_cast<MetricKind>(at - kKinds.begin());
  if (auto ok = ReadFigures(yaml, metric); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadTwo(yaml, "formula", metric.formula_nl, metric.formula_en); !ok) {
    return tl::unexpected(ok.error());
  }
  auto source = NeedWords(yaml, "source");
  if (!source) return tl::unexpected(source.error());
  metric.source = std::move(*source);

  const bool is_timeline = metric.kind == MetricKind::kConversations;
  const bool needs_norm =
      metric.kind == MetricKind::kAnswered || metric.kind == MetricKind::kAgainst || is_timeline;
  const bool needs_of =
      metric.kind != MetricKind::kNps && metric.kind != MetricKind::kAnswered && !is_timeline;
  if (needs_norm != metric.norm.has_value()) {
    return yaml.Complain(needs_norm ? "needs a norm" : "a norm has no meaning here");
  }
  if (is_timeline && *metric.norm != 60 && *metric.norm != 1440) {
    return yaml.Complain("conversations are counted against 60 or 1440 minutes");
  }
  if (needs_of == metric.of.empty()) {
    return yaml.Complain(needs_of ? "needs 'of'" : "'of' has no meaning here");
  }
  if ((metric.kind == MetricKind::kRatio) == metric.per.empty()) {
    return yaml.Complain("'per' belongs to a ratio");
  }
  return metric;
}

}  // namespace

const MetricName* MetricFacts::Find(std::string_view name) const {
  const auto at = std::find_if(observed.begin(), observed.end(),
                               [&](const MetricName& metric) { return metric.name == name; });
  return at == observed.end() ? nullptr : &*at;
}

std::vector<std::string> MetricFacts::ObservedNames() const {
  std::vector<std::string> names;
  for (const MetricName& metric : observed) names.push_back(metric.name);
  return names;
}

Result<MetricFacts> ParseMetricFacts(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"observed", "derived"}); !ok) return tl::unexpected(ok.error());
  MetricFacts facts;
  if (auto ok = ReadList(yaml, "observed", facts.observed, ReadObserved); !ok) {
    return tl::unexpected(ok.error());
  }
  if (auto ok = ReadList(yaml, "derived", facts.derived, ReadDerived); !ok) {
    return tl::unexpected(ok.error());
  }
  std::set<std::string> names;
  for (const MetricName& metric : facts.observed) names.insert(metric.name);
  for (const DerivedMetric& metric : facts.derived) {
    if (!names.insert(metric.about.name).second) {
      return yaml.Complain("'" + metric.about.name + "' stands there twice");
    }
    std::vector<std::string> needed = metric.sum;
    if (metric.kind == MetricKind::kRatio) needed.push_back(metric.per);
    for (const std::string& name : needed) {
      if (facts.Find(name) == nullptr) {
        return yaml.Complain("'" + name + "' is no noted figure",
                             Nearest(name, facts.ObservedNames()));
      }
    }
  }
  return facts;
}

}  // namespace klikpad
