// Reads rules/click-model.yaml: clicks as declared, seconds summed from the operators.

#include "rules/click_model.h"

#include <fmt/format.h>

#include <map>
#include <string>

#include "base/text.h"

namespace klikpad {
namespace {

using Operators = std::map<std::string, double, std::less<>>;

// "M P 10K" → the sum of its operators.
Result<double> Seconds(const Yaml& yaml, const Operators& operators) {
  auto chain = yaml.String();
  if (!chain) return tl::unexpected(chain.error());
  double seconds = 0;
  for (std::string_view step : Split(*chain, ' ')) {
    if (step.empty()) continue;
    int times = 0;
    while (!step.empty() && step[0] >= '0' && step[0] <= '9' && times < 1000) {
      times = times * 10 + (step[0] - '0');
      step.remove_prefix(1);
    }
    const auto found = operators.find(step);
    if (found == operators.end()) {
      return yaml.Complain(fmt::format("'{}' is no operator of this file", step));
    }
    seconds += found->second * (times == 0 ? 1 : times);
  }
  return seconds;
}

Result<StepCost> ParseCost(const Yaml& yaml, const Operators& operators) {
  if (auto ok = yaml.AllowOnly({"clicks", "does"}); !ok) return tl::unexpected(ok.error());
  auto clicks = yaml.Need("clicks");
  if (!clicks) return tl::unexpected(clicks.error());
  auto does = yaml.Need("does");
  if (!does) return tl::unexpected(does.error());
  auto count = (*clicks)->Int();
  if (!count) return tl::unexpected(count.error());
  if (*count < 0 || *count > 100) return (*clicks)->Complain("clicks must lie between 0 and 100");
  auto seconds = Seconds(**does, operators);
  if (!seconds) return tl::unexpected(seconds.error());
  return StepCost{static_cast<int>(*count), *seconds};
}

}  // namespace

Result<ClickModel> ParseClickModel(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"operators", "steps"}); !ok) return tl::unexpected(ok.error());
  auto operator_list = yaml.Need("operators");
  if (!operator_list) return tl::unexpected(operator_list.error());
  Operators operators;
  for (const Yaml::Member& member : (*operator_list)->Members()) {
    auto seconds = member.value.Number();
    if (!seconds) return tl::unexpected(seconds.error());
    if (*seconds < 0) return member.value.Complain("an operator takes no negative time");
    operators[member.key] = *seconds;
  }
  auto steps = yaml.Need("steps");
  if (!steps) return tl::unexpected(steps.error());
  if (auto ok = (*steps)->AllowOnly(AllWords<StepKind>()); !ok) return tl::unexpected(ok.error());
  ClickModel model;
  for (std::string_view word : Words<StepKind>::kList) {
    auto step = (*steps)->Need(word);
    if (!step) return tl::unexpected(step.error());
    auto cost = ParseCost(**step, operators);
    if (!cost) return tl::unexpected(cost.error());
    model.costs[*FromWord<StepKind>(word)] = *cost;
  }
  return model;
}

}  // namespace klikpad
