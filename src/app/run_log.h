// What a run says on standard error while it works: one rewritten line of progress on a terminal,
// a plain line now and then otherwise, or one JSON object a line for programs. README.md documents
// the objects.

#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "app/options.h"
#include "app/pace.h"
#include "base/json.h"

namespace klikpad {

struct RunLogOptions {
  LogFormat format = LogFormat::kText;
  bool is_terminal = false;  // text only: progress is one line, rewritten
  bool shows_progress = true;
  int verbosity = 0;  // -1: errors only
};

class RunLog {
 public:
  // `now`: seconds since 1970 UTC. `err` outlives the log.
  RunLog(std::ostream& err, RunLogOptions options, std::function<std::int64_t()> now);
  // Clears the line of progress.
  ~RunLog();
  RunLog(const RunLog&) = delete;
  RunLog& operator=(const RunLog&) = delete;

  // Something that the user should know. Told unless only errors are. `fields`: an object of what
  // programs are told beside it, or null.
  void Note(std::string_view event, const std::string& message, const Json& fields = {});
  // A step of the work: text tells it only on --verbose.
  void Step(std::string_view event, const std::string& message, const Json& fields = {});
  // `elapsed`: milliseconds since the run began.
  void Progress(const CrawlProgress& progress, std::int64_t elapsed);
  // Nothing new, but time went by.
  void Tick(std::int64_t elapsed);
  // The crawl ended: the line goes, and a log that showed progress tells the sum.
  void EndProgress(std::int64_t elapsed);

 private:
  void Show(std::int64_t elapsed);
  void ClearLine();
  bool IsLine() const { return options_.format == LogFormat::kText && options_.is_terminal; }
  std::int64_t Interval(std::int64_t elapsed) const;
  Json ProgressFields(std::int64_t elapsed) const;

  std::ostream& err_;
  const RunLogOptions options_;
  const std::function<std::int64_t()> now_;
  Pace pace_;
  CrawlProgress progress_;
  std::int64_t shown_at_ = 0;
  int shown_ = 0;  // how often progress was
  bool has_line_ = false;
};

// One line of a log, its end included: "klikpad: the message" or a JSON object. `now` as above.
std::string LogLine(LogFormat format, std::int64_t now, std::string_view event,
                    const std::string& message, const Json& fields = {});

}  // namespace klikpad
