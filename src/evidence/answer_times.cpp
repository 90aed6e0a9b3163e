// Figures of times until an answer.

#include <algorithm>

#include "evidence/timeline_writer.h"

namespace klikpad {
namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 86400;

// The smallest value that at least `percent` of all do not exceed: rank ⌈n·p/100⌉ (Hyndman and Fan,
// "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996, definition 1).
std::int64_t NearestRank(std::vector<std::int64_t>& values, int percent) {
  const std::size_t rank = (values.size() * static_cast<std::size_t>(percent) + 99) / 100;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(rank - 1);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

template <typename Belongs>
AnswerTimes Measure(const std::vector<AnsweredQuestion>& questions, std::string kind,
                    std::string name, Belongs belongs) {
  AnswerTimes times;
  times.kind = std::move(kind);
  times.name = std::move(name);
  std::vector<std::int64_t> seconds;
  for (const AnsweredQuestion& question : questions) {
    if (!belongs(question)) continue;
    ++times.conversations;
    if (question.seconds < 0) continue;
    seconds.push_back(question.seconds);
    ++times.answered;
    if (question.seconds <= kHour) ++times.within_hour;
    if (question.seconds <= kDay) ++times.within_day;
  }
  if (!seconds.empty()) {
    times.median_s = NearestRank(seconds, 50);
    times.p90_s = NearestRank(seconds, 90);
  }
  return times;
}

}  // namespace

std::vector<AnswerTimes> MeasureAnswers(const std::vector<AnsweredQuestion>& questions,
                                        const std::vector<std::string>& channels) {
  std::vector<AnswerTimes> all;
  const auto add = [&](AnswerTimes times) {
    if (times.conversations > 0) all.push_back(std::move(times));
  };
  add(Measure(questions, "all", "", [](const auto&) { return true; }));
  for (std::size_t i = 0; i < channels.size() && channels.size() > 1; ++i) {
    add(Measure(questions, "channel", channels[i], [&](const auto& q) { return q.channel == i; }));
  }
  for (const WithinHours hours : {WithinHours::kInside, WithinHours::kOutside}) {
    add(Measure(questions, "hours", std::string(Word(hours)),
                [&](const auto& q) { return q.hours == hours; }));
  }
  for (int day = 1; day <= 7; ++day) {
    add(Measure(questions, "weekday", std::to_string(day),
                [&](const auto& q) { return q.weekday == day; }));
  }
  for (int hour = 0; hour < 24; ++hour) {
    add(Measure(questions, "hour", std::to_string(hour),
                [&](const auto& q) { return q.minute / 60 == hour; }));
  }
  return all;
}

}  // namespace klikpad
