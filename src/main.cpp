// Plugs in curl, the clock and the streams.

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string_view>
#include <vector>

#include "app/run.h"
#include "fetch/curl_fetcher.h"

namespace {

// `rules` and `reports` lie in $KLIKPAD_DATA, in share/klikpad beside the program's bin, or in the
// source tree from which it was built.
std::string DataFolder() {
  if (const char* folder = std::getenv("KLIKPAD_DATA")) return folder;
  std::error_code code;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", code);
  const auto installed = program.parent_path().parent_path() / "share" / "klikpad";
  if (!code && std::filesystem::is_directory(installed / "rules", code)) return installed.string();
  return KLIKPAD_SOURCE_FOLDER;
}

// One that can rewrite a line.
bool IsTerminal(int file) {
  const char* kind = std::getenv("TERM");
  return isatty(file) != 0 && (kind == nullptr || std::string_view(kind) != "dumb");
}

}  // namespace

int main(int argc, char** argv) {
  // A file that may grow no further is a write that fails, with a word, not a kill.
  std::signal(SIGXFSZ, SIG_IGN);
  klikpad::World world;
  world.out = &std::cout;
  world.err = &std::cerr;
  world.out_is_terminal = IsTerminal(STDOUT_FILENO);
  world.err_is_terminal = IsTerminal(STDERR_FILENO);
  const char* no_color = std::getenv("NO_COLOR");
  world.wants_no_color = no_color != nullptr && *no_color != '\0';
  world.make_fetcher = klikpad::MakeCurlFetcher;
  world.now = [] {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
  };
  world.data_folder = DataFolder();
  // Freeing a large audit piece by piece takes as long as crawling a hundred pages.
  static auto& kept = *new std::vector<std::shared_ptr<const void>>;
  world.keep = [](std::shared_ptr<const void> value) { kept.push_back(std::move(value)); };
  const int code = klikpad::RunKlikpad({argv + 1, argv + argc}, world);
  std::cout.flush();
  return std::cout ? code : klikpad::kExitFailure;
}
