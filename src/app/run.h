// The whole program as a function: arguments and streams in, exit code out. Tests run it in memory.

#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "app/options.h"
#include "base/result.h"
#include "fetch/curl_fetcher.h"

namespace klikpad {

// What the program needs from outside.
struct World {
  std::ostream* out = nullptr;
  std::ostream* err = nullptr;
  bool err_is_terminal = false;
  bool out_is_terminal = false;
  bool wants_no_color = false;              // NO_COLOR is set (https://no-color.org)
  LogFormat log_format = LogFormat::kText;  // of complaints; a command line may say otherwise
  // Makes the fetcher for an audit; tests put a fake here.
  std::function<Result<std::unique_ptr<Fetcher>>(const FetchOptions&)> make_fetcher;
  std::function<std::int64_t()> now;  // seconds since 1970 UTC
  std::string data_folder;            // holds `rules` and `reports`
  // Takes what a command would free last, for whoever leaves that to the end of the process; empty:
  // it is freed.
  std::function<void(std::shared_ptr<const void>)> keep;
};

// Exit codes, the first that applies (see README.md).
enum ExitCode {
  kExitPassed = 0,
  kExitFailure = 1,
  kExitAssertion = 2,
  kExitUsage = 3,
  kExitInconclusive = 4,
  kExitRegression = 5,
  kExitUnreachable = 6,
  kExitLimit = 7,
  kExitInterrupted = 130,
};

// `arguments` without the program's name.
int RunKlikpad(const std::vector<std::string>& arguments, const World& world);

}  // namespace klikpad
