// Figures: followers over time, answers to surveys, metrics, teams.

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "brand/observed_sections.h"

namespace klikpad {
namespace {

bool IsCounted(const std::string& unit) { return unit == "people"; }

// The day or month of a figure: its own `on`, else that of the note.
void Date(Metric& metric) {
  metric.at = metric.noted.on;
  metric.at_s = metric.noted.on_s;
}

using Scores = std::array<long long, 11>;

void AddScore(EntryReader& entry, Scores& scores, const std::string& score, int line,
              long long count) {
  const Yaml& list = *entry.Find("scores");
  int number = -1;
  const auto [stop, error] = std::from_chars(score.data(), score.data() + score.size(), number);
  const bool is_score =
      error == std::errc() && stop == score.data() + score.size() && number >= 0 && number <= 10;
  if (!is_score || count < 0 || count > 1'000'000'000) {
    entry.context().errors.push_back({is_score
                                          ? fmt::format("{} answers cannot be", count)
                                          : fmt::format("'{}' is no score from 0 to 10", score),
                                      list.File(), line, ""});
    return;
  }
  scores[static_cast<std::size_t>(number)] += count;
}

// "{10: 12, 9: 30}", or a list with one score an answer.
Scores ReadScores(EntryReader& entry) {
  Scores scores{};
  const Yaml* given = entry.Find("scores");
  if (given != nullptr && given->IsList()) {
    for (const Yaml& score : given->Items()) {
      AddScore(entry, scores, score.Scalar(), score.Line(), 1);
    }
  } else if (given != nullptr && given->IsMap()) {
    for (const Yaml::Member& member : given->Members()) {
      const auto count = member.value.Int();
      if (count) {
        AddScore(entry, scores, member.key, member.line, *count);
      } else {
        entry.Complain(member.value,
                       fmt::format("how many gave a {}? Expected a whole number", member.key));
      }
    }
  } else {
    entry.Complain(given == nullptr ? entry.yaml() : *given,
                   "'scores' is missing: {10: 12, 9: 30, 6: 4}, or a list of scores");
  }
  return scores;
}

// Answers to "how likely are you to recommend us?" (F.F. Reichheld, The One Number You Need to
// Grow, Harvard Business Review, December 2003).
struct SurveyPart {
  const char* name;
  int least, most;
};
constexpr std::array<SurveyPart, 3> kSurveyParts = {
    {{"answers-promoters", 9, 10}, {"answers-passives", 7, 8}, {"answers-detractors", 0, 6}}};

void Keep(Metric metric, Observations& into) {
  metric.exact = metric.value;
  into.metrics.push_back(std::move(metric));
}

}  // namespace

void ReadFollowers(const Yaml& yaml, EntryContext& context, Observations& into) {
  EntryReader entry(yaml, {"channel", "account", "counts", "about"}, context);
  if (!yaml.IsMap()) return;
  Metric metric;
  metric.name = "followers";
  metric.unit = "people";
  metric.channel = entry.NeedChannel("channel");
  metric.account = entry.Text("account");
  metric.is_about = entry.Flag("about", false);
  metric.noted = entry.Note();
  const Yaml* counts = entry.Find("counts");
  if (counts == nullptr || !counts->IsMap()) {
    entry.Complain(counts == nullptr ? yaml : *counts,
                   "'counts' is missing: {2013-04-02: 18400, 2013-04-29: 19900}");
    return;
  }
  std::vector<Metric> found;
  for (const Yaml::Member& member : counts->Members()) {
    metric.at = std::string(Trim(member.key));
    metric.at_s = DaySeconds(metric.at);
    metric.noted.line = member.line;
    const auto number = member.value.Int();
    if (!metric.at_s) {
      context.errors.push_back(
          {fmt::format("'{}' is no day or month, such as 2013-04-30 or 2013-04", metric.at),
           counts->File(), member.line, ""});
    } else if (!number || *number < 0) {
      entry.Complain(member.value,
                     fmt::format("expected a whole number without marks of thousands, found '{}'",
                                 member.value.Scalar()));
    } else {
      metric.value = static_cast<double>(*number);
      metric.text = metric.at + ": " + member.value.Scalar();
      found.push_back(metric);
    }
  }
  if (!entry.IsSound()) return;
  for (Metric& one : found) Keep(std::move(one), into);
}

void ReadSurvey(const Yaml& yaml, EntryContext& context, Observations& into) {
  EntryReader entry(yaml, {"channel", "scores"}, context);
  if (!yaml.IsMap()) return;
  Metric metric;
  metric.channel = entry.Channel("channel");
  metric.unit = "answers";
  metric.noted = entry.Note();
  Date(metric);
  const Scores scores = ReadScores(entry);
  if (!entry.IsSound()) return;
  for (std::size_t i = 0; i < kSurveyParts.size(); ++i) {
    const auto [name, least, most] = kSurveyParts[i];
    metric.name = name;
    metric.value = 0;
    metric.text.clear();
    for (int score = most; score >= least; --score) {
      const long long count = scores[static_cast<std::size_t>(score)];
      metric.value += static_cast<double>(count);
      if (count > 0)
        metric.text += fmt::format("{}{}: {}", metric.text.empty() ? "" : ", ", score, count);
    }
    if (metric.text.empty()) metric.text = fmt::format("{}-{}: 0", least, most);
    Keep(metric, into);
  }
}

void ReadMetric(const Yaml& yaml, EntryContext& context, Observations& into) {
  EntryReader entry(yaml, {"name", "channel", "account", "value", "unit", "about"}, context);
  if (!yaml.IsMap()) return;
  Metric metric;
  metric.name = entry.NeedText("name");
  metric.channel = entry.Channel("channel");
  metric.account = entry.Text("account");
  metric.is_about = entry.Flag("about", false);
  metric.unit = entry.Text("unit");
  if (entry.Find("value") == nullptr) entry.Complain(yaml, "'value' is missing");
  metric.value = entry.Number("value").value_or(0);
  metric.noted = entry.Note();
  const MetricFacts& facts = context.rules.metrics;
  if (const MetricName* known = facts.Find(metric.name)) {
    if (!metric.unit.empty() && metric.unit != known->unit) {
      entry.Complain(*entry.Find("unit"),
                     fmt::format("unit: {} counts in {}", metric.name, known->unit));
    }
    metric.unit = known->unit;
  } else if (const std::string meant = Nearest(metric.name, facts.ObservedNames());
             !meant.empty()) {
    entry.Complain(*entry.Find("name"),
                   fmt::format("name: '{}' is no figure that klikpad knows", metric.name), meant);
  }
  for (const DerivedMetric& derived : facts.derived) {
    if (derived.about.name != metric.name) continue;
    entry.Complain(*entry.Find("name"), fmt::format("name: klikpad computes '{}' itself, from {}",
                                                    metric.name, derived.formula_en));
  }
  if (IsCounted(metric.unit) && (metric.value != std::floor(metric.value) || metric.value < 0)) {
    entry.Complain(*entry.Find("value"),
                   fmt::format("value: people are counted whole; '{}' reads as a fraction",
                               entry.Find("value")->Scalar()));
  }
  Date(metric);
  if (!entry.IsSound()) return;
  metric.text = metric.name + ": " + entry.Find("value")->Scalar();
  Keep(std::move(metric), into);
}

void ReadTeam(const Yaml& yaml, EntryContext& context, Observations& into) {
  EntryReader entry(yaml, {"name", "people", "fte", "channel", "about"}, context);
  if (!yaml.IsMap()) return;
  Metric metric;
  metric.account = entry.NeedProse("name");
  metric.channel = entry.Channel("channel");
  metric.is_about = entry.Flag("about", false);
  const auto people = entry.Count("people", 0);
  const auto fte = entry.Number("fte");
  metric.noted = entry.Note();
  Date(metric);
  if (entry.Find("people") == nullptr && entry.Find("fte") == nullptr) {
    entry.Complain(yaml, "says nothing: write 'people' or 'fte'");
  }
  if (fte && *fte < 0) entry.Complain(*entry.Find("fte"), "fte: less than none");
  if (!entry.IsSound()) return;
  if (people) {
    metric.name = "team-size";
    metric.unit = "people";
    metric.value = *people;
    metric.text = fmt::format("{}: {} people", metric.account, *people);
    Keep(metric, into);
  }
  if (fte) {
    metric.name = "team-fte";
    metric.unit = "fte";
    metric.value = *fte;
    metric.text = fmt::format("{}: {} fte", metric.account, entry.Find("fte")->Scalar());
    Keep(metric, into);
  }
}

}  // namespace klikpad
