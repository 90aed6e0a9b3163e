// Printing progress.

#include "app/progress.h"

#include <fmt/format.h>

#include <ostream>

namespace klikpad {
namespace {

constexpr std::int64_t kLineEvery = 200;  // milliseconds
constexpr std::int64_t kLogEvery = 10'000;

}  // namespace

void Progress::Show(int done, int known, std::int64_t elapsed) {
  if (!is_line_ && !is_log_) return;
  if (elapsed - last_ < (is_line_ ? kLineEvery : kLogEvery)) return;
  last_ = elapsed;
  const double rate = elapsed > 0 ? 1000.0 * done / static_cast<double>(elapsed) : 0;
  const std::string text =
      fmt::format("{} pages read, {} known, {:.0f} a second", done, known, rate);
  if (is_line_) {
    err_ << "\r\x1b[K" << text << std::flush;
    is_shown_ = true;
  } else {
    err_ << text << "\n" << std::flush;
  }
}

void Progress::End() {
  if (is_shown_) err_ << "\r\x1b[K" << std::flush;
  is_shown_ = false;
}

}  // namespace klikpad
