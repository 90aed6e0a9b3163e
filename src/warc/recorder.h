// Writes what came over the network into a WARC file as it comes: after a kill at any moment
// everything but the last answer can be read again.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/result.h"
#include "fetch/fetcher.h"

namespace klikpad {

struct RecorderOptions {
  std::string software;               // "klikpad/1.2"
  std::string user_agent;             // that the requests carry
  std::string id_seed;                // another for each run of the world, or as good as
  std::function<std::int64_t()> now;  // seconds since 1970 UTC
};

class WarcRecorder {
 public:
  // A new file at `path`; what stood there is gone.
  static Result<std::unique_ptr<WarcRecorder>> Create(const std::string& path,
                                                      RecorderOptions options);
  // Goes on with a file of which the first `good_bytes` are whole records; the rest is cut off.
  static Result<std::unique_ptr<WarcRecorder>> Continue(const std::string& path,
                                                        std::uint64_t good_bytes,
                                                        RecorderOptions options);
  ~WarcRecorder();
  WarcRecorder(const WarcRecorder&) = delete;
  WarcRecorder& operator=(const WarcRecorder&) = delete;

  // Thread-safe; the packing runs on the calling thread. After a failed write nothing more is
  // written.
  void Add(const Exchange& exchange);
  // What went wrong while writing (a full disk), nothing else.
  std::optional<Error> Problem() const;
  // Brings everything to the disk and closes the file.
  Result<void> Close();

 private:
  WarcRecorder(int file, std::string path, RecorderOptions options);
  void Append(const std::string& bytes);

  int file_;
  std::string path_;
  RecorderOptions options_;
  mutable std::mutex mutex_;
  std::uint64_t count_ = 0;
  std::optional<Error> problem_;
};

// A Fetcher that records what another one fetches. Both outlive it.
class RecordingFetcher : public Fetcher {
 public:
  RecordingFetcher(Fetcher& fetcher, WarcRecorder& recorder)
      : fetcher_(fetcher), recorder_(recorder) {}
  void Fetch(const std::vector<Request>& batch, const Done& done) override;
  void FetchStream(RequestSource& source) override;
  void Wake() override { fetcher_.Wake(); }
  std::vector<HostPace> Paces() const override { return fetcher_.Paces(); }

 private:
  Fetcher& fetcher_;
  WarcRecorder& recorder_;
};

}  // namespace klikpad
