// Where an audit's answers come from and where they are kept: the network or an archive, recorded
// into a WARC file; with a state folder, what an earlier run recorded first.
//
// The crawl depends on nothing but the answers, in an order that they alone decide. So the archive
// is the whole state of an unfinished run: a resumed one walks the same way over it, without asking
// again, and goes on where it ends.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/options.h"
#include "app/run.h"
#include "base/result.h"
#include "fetch/fetcher.h"
#include "warc/recorder.h"
#include "warc/warc_fetcher.h"

namespace klikpad {

class AnswerSource {
 public:
  // `start` is the address where the crawl begins: the state of another one is not gone on with,
  // nor that of a run with other request headers; other limits may be given. The audit folder
  // exists. Errors: an archive that is none, a state folder that is in use, holds another
  // run's state or, without `resumes`, any; a file that cannot be written.
  static Result<std::unique_ptr<AnswerSource>> Open(const SourceArguments& arguments,
                                                    const FetchOptions& fetch,
                                                    const std::string& start,
                                                    const std::string& audit_folder,
                                                    const World& world);
  ~AnswerSource();
  AnswerSource(const AnswerSource&) = delete;
  AnswerSource& operator=(const AnswerSource&) = delete;

  Fetcher& Answers() { return *answers_; }
  // Requests that an archive answered.
  int Replayed() const { return replay_ ? replay_->Replayed() : 0; }
  // Answers that an earlier run had recorded, when its state is gone on with.
  int Recorded() const { return archive_ && network_ ? archive_->Counts().captures : 0; }
  // What the archive that is read instead of the network holds, nothing without one.
  std::optional<ArchiveCounts> Counts() const;
  // The first write that failed, nothing else. Once there is one the run should stop.
  std::optional<Error> Problem() const;

  // Ends the recording: gives the file to move into the audit folder, which may stand there
  // already; "" without one.
  Result<std::string> Finish();
  // The run came to its end: its state is of no more use.
  void DropState();

 private:
  AnswerSource() = default;
  Result<void> OpenState(const SourceArguments& arguments, const std::string& identity);

  std::string state_;      // folder, "" without one
  int lock_ = -1;          // of the state folder
  std::string recording_;  // path, "" without one
  std::string kept_;       // the audit folder's own archive, when it is what is read
  std::string copy_;       // of a recording that stays in the state folder
  std::string audit_folder_;
  std::optional<WarcArchive> archive_;
  std::unique_ptr<Fetcher> network_;
  std::unique_ptr<WarcRecorder> recorder_;
  std::unique_ptr<RecordingFetcher> recording_fetcher_;
  std::unique_ptr<WarcFetcher> replay_;
  Fetcher* answers_ = nullptr;
};

}  // namespace klikpad
