// When to say something, and how.

#include "app/run_log.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <ostream>

#include "base/civil_time.h"
#include "base/text.h"
#include "base/units.h"

namespace klikpad {
namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kLineEvery = 200;  // a terminal's line
constexpr std::size_t kLineWidth = 79;    // a line that wraps could not be rewritten

// An estimate is no stopwatch: "50 s", "12 min", "3 h".
std::string About(std::int64_t seconds) {
  if (seconds < 100) return fmt::format("{} s", seconds);
  const std::int64_t minutes = (seconds + 59) / 60;
  return minutes < 100 ? fmt::format("{} min", minutes) : fmt::format("{} h", (minutes + 59) / 60);
}

std::string Rate(double per_second) {
  return fmt::format("{:.{}f}", per_second, per_second < 9.95 ? 1 : 0);
}

std::string ProgressText(const CrawlProgress& progress, const Pace& pace) {
  std::string text = fmt::format("{} pages read, {} known, {} a second", progress.done,
                                 progress.known, Rate(pace.PerSecond()));
  if (progress.errors > 0) {
    text += fmt::format(", {} {}", progress.errors, progress.errors == 1 ? "error" : "errors");
  }
  const auto left = pace.SecondsLeft();
  if (left && progress.left > 0) text += fmt::format(", {} left", About(*left));
  return text;
}

}  // namespace

std::string LogLine(LogFormat format, std::int64_t now, std::string_view event,
                    const std::string& message, const Json& fields) {
  if (format == LogFormat::kText) return "klikpad: " + ForTerminal(message) + "\n";
  Json line;
  line.Set("at", FormatIsoTime(now)).Set("event", event).Set("message", message);
  for (const auto& [name, value] : fields.Members()) line.Set(name, value);
  return line.Text(-1) + "\n";
}

RunLog::RunLog(std::ostream& err, RunLogOptions options, std::function<std::int64_t()> now)
    : err_(err), options_(options), now_(std::move(now)) {}

RunLog::~RunLog() { ClearLine(); }

void RunLog::Note(std::string_view event, const std::string& message, const Json& fields) {
  if (options_.verbosity < 0) return;
  ClearLine();
  err_ << LogLine(options_.format, now_(), event, message, fields) << std::flush;
}

void RunLog::Step(std::string_view event, const std::string& message, const Json& fields) {
  if (options_.format == LogFormat::kText && options_.verbosity < 1) return;
  Note(event, message, fields);
}

void RunLog::Progress(const CrawlProgress& progress, std::int64_t elapsed) {
  progress_ = progress;
  pace_.Add(progress, elapsed);
  if (options_.shows_progress) Show(elapsed);
}

void RunLog::Tick(std::int64_t elapsed) {
  if (!options_.shows_progress || progress_.done == 0) return;
  pace_.Add(progress_, elapsed);
  Show(elapsed);
}

void RunLog::EndProgress(std::int64_t elapsed) {
  ClearLine();
  const bool tells_sum =
      options_.format == LogFormat::kJson || options_.verbosity > 0 || (shown_ > 0 && !IsLine());
  if (!tells_sum) return;
  Note("crawled",
       fmt::format("{} pages read in {}, {} errors", progress_.done,
                   FormatDuration(std::chrono::milliseconds(elapsed)), progress_.errors),
       ProgressFields(elapsed));
}

// A log of a long run should not be longer than what it logs.
std::int64_t RunLog::Interval(std::int64_t elapsed) const {
  if (IsLine()) return kLineEvery;
  if (elapsed < 120 * kSecond) return 10 * kSecond;
  return elapsed < 1200 * kSecond ? 60 * kSecond : 300 * kSecond;
}

void RunLog::Show(std::int64_t elapsed) {
  if (elapsed - shown_at_ < Interval(elapsed)) return;
  shown_at_ = elapsed;
  ++shown_;
  const std::string text = ProgressText(progress_, pace_);
  if (!IsLine()) {
    err_ << LogLine(options_.format, now_(), "progress", text, ProgressFields(elapsed))
         << std::flush;
    return;
  }
  err_ << "\r\x1b[K" << text.substr(0, kLineWidth) << std::flush;
  has_line_ = true;
}

Json RunLog::ProgressFields(std::int64_t elapsed) const {
  Json fields;
  fields.Set("pages", progress_.done).Set("known", progress_.known).Set("errors", progress_.errors);
  fields.Set("per_second", std::round(pace_.PerSecond() * 10) / 10);
  fields.Set("seconds_left", nullptr);
  if (const auto left = pace_.SecondsLeft()) fields.Set("seconds_left", *left);
  fields.Set("elapsed_ms", elapsed);
  return fields;
}

void RunLog::ClearLine() {
  if (has_line_) err_ << "\r\x1b[K" << std::flush;
  has_line_ = false;
}

}  // namespace klikpad
