// Words of addresses that may go on without end (rules/traps.yaml).

#pragma once

#include <set>
#include <string>

#include "base/result.h"
#include "base/yaml.h"

namespace klikpad {

struct TrapWords {
  // Lower case.
  std::set<std::string> calendar_parameters, calendar_folders, paging_parameters, paging_folders;
};

Result<TrapWords> ParseTrapWords(const Yaml& yaml);

}  // namespace klikpad
