// Appending to a WARC file, one write for an exchange.

#include "warc/recorder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/civil_time.h"
#include "warc/exchange_records.h"

namespace klikpad {
namespace {

Error WriteError(const std::string& path) {
  return {std::string("cannot be written: ") + std::strerror(errno), path, 0, ""};
}

}  // namespace

WarcRecorder::WarcRecorder(int file, std::string path, RecorderOptions options)
    : file_(file), path_(std::move(path)), options_(std::move(options)) {}

WarcRecorder::~WarcRecorder() {
  if (file_ >= 0) ::close(file_);
}

Result<std::unique_ptr<WarcRecorder>> WarcRecorder::Create(const std::string& path,
                                                           RecorderOptions options) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return tl::unexpected(WriteError(path));
  std::unique_ptr<WarcRecorder> recorder(new WarcRecorder(file, path, std::move(options)));
  const RecorderOptions& o = recorder->options_;
  recorder->Append(EncodeWarcInfo(o.software, o.user_agent, FormatIsoTime(o.now()), o.id_seed));
  if (recorder->problem_) return tl::unexpected(*recorder->problem_);
  return recorder;
}

Result<std::unique_ptr<WarcRecorder>> WarcRecorder::Continue(const std::string& path,
                                                             std::uint64_t good_bytes,
                                                             RecorderOptions options) {
  if (good_bytes == 0) return Create(path, std::move(options));
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return tl::unexpected(WriteError(path));
  std::unique_ptr<WarcRecorder> recorder(new WarcRecorder(file, path, std::move(options)));
  const auto size = static_cast<off_t>(good_bytes);
  if (::ftruncate(file, size) != 0 || ::lseek(file, size, SEEK_SET) != size) {
    return tl::unexpected(WriteError(path));
  }
  return recorder;
}

void WarcRecorder::Add(const Exchange& exchange) {
  std::string seed;
  std::string date;
  {
    const std::lock_guard lock(mutex_);
    if (problem_) return;
    seed = fmt::format("{}/{}", options_.id_seed, ++count_);
    date = FormatIsoTime(options_.now());
  }
  const std::string bytes = EncodeExchange(exchange, date, seed);
  const std::lock_guard lock(mutex_);
  if (!problem_) Append(bytes);
}

void WarcRecorder::Append(const std::string& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t wrote = ::write(file_, bytes.data() + done, bytes.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) {
      problem_ = WriteError(path_);
      return;
    }
    done += static_cast<std::size_t>(wrote);
  }
}

std::optional<Error> WarcRecorder::Problem() const {
  const std::lock_guard lock(mutex_);
  return problem_;
}

Result<void> WarcRecorder::Close() {
  const std::lock_guard lock(mutex_);
  if (file_ < 0) return {};
  if (!problem_ && ::fsync(file_) != 0 && errno != EINVAL) problem_ = WriteError(path_);
  if (::close(file_) != 0 && !problem_) problem_ = WriteError(path_);
  file_ = -1;
  if (problem_) return tl::unexpected(*problem_);
  return {};
}

namespace {

// Hands on what a source gives, and records what comes for it.
class RecordedSource : public RequestSource {
 public:
  RecordedSource(RequestSource& source, WarcRecorder& recorder)
      : source_(source), recorder_(recorder) {}
  std::optional<Request> Next() override { return source_.Next(); }
  bool WaitForMore() override { return source_.WaitForMore(); }
  bool MustStop() override { return source_.MustStop(); }
  void Take(std::size_t index, Exchange exchange) override {
    recorder_.Add(exchange);
    source_.Take(index, std::move(exchange));
  }

 private:
  RequestSource& source_;
  WarcRecorder& recorder_;
};

}  // namespace

void RecordingFetcher::Fetch(const std::vector<Request>& batch, const Done& done) {
  fetcher_.Fetch(batch, [&](std::size_t index, Exchange exchange) {
    recorder_.Add(exchange);
    done(index, std::move(exchange));
  });
}

void RecordingFetcher::FetchStream(RequestSource& source) {
  RecordedSource recorded(source, recorder_);
  fetcher_.FetchStream(recorded);
}

}  // namespace klikpad
