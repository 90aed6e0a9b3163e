// What a step costs (rules/click-model.yaml): clicks and seconds by kind of step.

#pragma once

#include <map>

#include "base/result.h"
#include "base/yaml.h"
#include "model/words.h"

namespace klikpad {

struct StepCost {
  int clicks = 1;
  double seconds = 0;
};

struct ClickModel {
  std::map<StepKind, StepCost> costs;  // one for every StepKind
  StepCost Cost(StepKind kind) const {
    auto it = costs.find(kind);
    return it == costs.end() ? StepCost{} : it->second;
  }
};

Result<ClickModel> ParseClickModel(const Yaml& yaml);

}  // namespace klikpad
