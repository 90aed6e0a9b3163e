// app.yaml: an app as a tester walked through it, a line for everything that stands on a screen.
// rules of the file are told in its template, which `klikpad audit --template app` prints.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/app_walk.h"
#include "rules/channels.h"

namespace klikpad {

// All that is wrong with the file, in the order of its lines; the walk holds only without errors.
struct AppReading {
  AppWalk walk;
  std::vector<Error> errors;
};

// `name` is the file's path, for errors. Cycles between screens are fine; a target that is no
// screen, a screen to which nothing leads and two screens of one name are errors.
AppReading ReadAppFile(std::string_view text, const std::string& name, const Channels& channels);

// The commented app.yaml to start from: a worked example that is itself valid.
std::string AppTemplate();

}  // namespace klikpad
