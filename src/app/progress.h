// The progress of a crawl on standard error: one rewritten line on a terminal, a line now and then
// otherwise.

#pragma once

#include <cstdint>
#include <iosfwd>

namespace klikpad {

class Progress {
 public:
  // `is_line`: rewrite one line; else `is_log`: a plain line each ten seconds; else nothing.
  Progress(std::ostream& err, bool is_line, bool is_log)
      : err_(err), is_line_(is_line), is_log_(is_log && !is_line) {}
  void Show(int done, int known, std::int64_t elapsed_milliseconds);
  // Clears the line.
  void End();

 private:
  std::ostream& err_;
  bool is_line_ = false;
  bool is_log_ = false;
  bool is_shown_ = false;
  std::int64_t last_ = 0;
};

}  // namespace klikpad
