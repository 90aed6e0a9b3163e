// Puts fetchers, archives and the recorder together.

#include "app/answer_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "app/folder_claim.h"
#include "base/files.h"
#include "base/hash.h"

namespace klikpad {
namespace {

namespace fs = std::filesystem;

constexpr const char* kArchiveName = "crawl.warc.gz";
constexpr const char* kIdentityName = "run.txt";

Result<int> Lock(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return Fail("cannot be written to", path);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    ::close(file);
    return Fail("the state folder is in use by another process", fs::path(path).parent_path());
  }
  return file;
}

RecorderOptions RecorderOf(const FetchOptions& fetch, const World& world) {
  RecorderOptions options;
  options.software = "klikpad/" KLIKPAD_VERSION;
  options.user_agent = fetch.user_agent.empty() ? DefaultUserAgent() : fetch.user_agent;
  options.now = world.now;
  options.id_seed = fmt::format("{}/{}/{}", world.now(), ::getpid(),
                                std::chrono::steady_clock::now().time_since_epoch().count());
  return options;
}

// What the recorded answers depend on.
std::string IdentityOf(const std::string& start, const FetchOptions& fetch) {
  std::string text = fmt::format("start: {}\nuser-agent: {}\nmax-body-size: {}\n", start,
                                 fetch.user_agent, fetch.max_body_bytes);
  for (const std::string& header : fetch.headers) text += "header: " + Digest(header) + "\n";
  return text;
}

// Half-written files of a killed run (base/files.h); the folder is locked, so nobody writes them.
void RemoveParts(const std::string& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename();
    const bool is_part = name.starts_with(kIdentityName) && name.ends_with(".part");
    if (is_part) fs::remove(entry.path(), ignored);
  }
}

// The archive that is read, when it is the audit folder's own; "" else.
std::string OwnArchive(const SourceArguments& arguments, const std::string& audit_folder) {
  const std::string own = audit_folder + "/" + kArchiveName;
  std::error_code code;
  const bool is_own = !arguments.warc.empty() && fs::equivalent(arguments.warc, own, code);
  return is_own && arguments.records ? own : "";
}

}  // namespace

Result<void> AnswerSource::OpenState(const SourceArguments& arguments,
                                     const std::string& identity) {
  std::error_code code;
  fs::create_directories(arguments.state, code);
  if (code) return Fail("folder cannot be made: " + code.message(), arguments.state);
  if (fs::equivalent(arguments.state, audit_folder_, code)) {
    return Fail("--state needs a folder of its own, which the audit folder is not", audit_folder_);
  }
  const auto lock = Lock(arguments.state + "/lock");
  if (!lock) return tl::unexpected(lock.error());
  state_ = arguments.state;
  lock_ = *lock;
  RemoveParts(state_);
  recording_ = state_ + "/" + kArchiveName;
  const std::string identity_file = state_ + "/" + kIdentityName;
  if (!fs::exists(recording_, code)) return WriteFile(identity_file, identity);
  if (!arguments.resumes) {
    return Fail("holds an unfinished run: go on with --resume, or name another folder", state_);
  }
  const auto stored = ReadFile(identity_file, 1u << 20);
  if (!stored || *stored != identity) {
    return Fail(
        "holds the state of a run with another start address, --max-body-size or other request "
        "headers",
        state_);
  }
  // Killed before anything was recorded: nothing to go on with.
  auto archive = WarcArchive::Open(recording_);
  if (archive) archive_.emplace(std::move(*archive));
  return {};
}

Result<std::unique_ptr<AnswerSource>> AnswerSource::Open(const SourceArguments& arguments,
                                                         const FetchOptions& fetch,
                                                         const std::string& start,
                                                         const std::string& audit_folder,
                                                         const World& world) {
  std::unique_ptr<AnswerSource> source(new AnswerSource);
  source->audit_folder_ = audit_folder;
  if (!arguments.state.empty()) {
    const auto opened = source->OpenState(arguments, IdentityOf(start, fetch));
    if (!opened) return tl::unexpected(opened.error());
  } else if (source->kept_ = OwnArchive(arguments, audit_folder); !source->kept_.empty()) {
    // It stays as it is: what is read from it today may be less than what it holds.
  } else if (arguments.records) {
    source->recording_ = fmt::format("{}/{}{}.warc.gz", audit_folder, kRecordingPrefix, ::getpid());
  }
  if (!arguments.warc.empty()) {
    auto archive = WarcArchive::Open(arguments.warc);
    if (!archive) return tl::unexpected(archive.error());
    source->archive_.emplace(std::move(*archive));
    source->replay_ = std::make_unique<WarcFetcher>(*source->archive_, fetch);
    source->answers_ = source->replay_.get();
  } else {
    auto network = world.make_fetcher(fetch);
    if (!network) return tl::unexpected(network.error());
    source->network_ = std::move(*network);
    source->answers_ = source->network_.get();
  }
  if (!source->recording_.empty()) {
    const std::uint64_t good =
        source->archive_ && arguments.warc.empty() ? source->archive_->GoodBytes() : 0;
    auto recorder = WarcRecorder::Continue(source->recording_, good, RecorderOf(fetch, world));
    if (!recorder) return tl::unexpected(recorder.error());
    source->recorder_ = std::move(*recorder);
    source->recording_fetcher_ =
        std::make_unique<RecordingFetcher>(*source->answers_, *source->recorder_);
    source->answers_ = source->recording_fetcher_.get();
  }
  if (source->archive_ && arguments.warc.empty()) {
    source->replay_ = std::make_unique<WarcFetcher>(*source->archive_, fetch, source->answers_);
    source->answers_ = source->replay_.get();
  }
  return source;
}

AnswerSource::~AnswerSource() {
  std::error_code ignored;
  if (state_.empty() && !recording_.empty()) fs::remove(recording_, ignored);
  if (!copy_.empty()) fs::remove(copy_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

std::optional<ArchiveCounts> AnswerSource::Counts() const {
  // The torn end of a state is asked for again: nothing is lost.
  if (!archive_ || network_) return std::nullopt;
  return archive_->Counts();
}

std::optional<Error> AnswerSource::Problem() const {
  return recorder_ ? recorder_->Problem() : std::nullopt;
}

Result<std::string> AnswerSource::Finish() {
  if (!recorder_) return kept_;
  const auto closed = recorder_->Close();
  if (!closed) return tl::unexpected(closed.error());
  if (state_.empty()) return recording_;
  // The state may be gone on with: the audit folder gets a file of its own.
  copy_ = fmt::format("{}/{}{}.warc.gz", audit_folder_, kRecordingPrefix, ::getpid());
  std::error_code code;
  fs::copy_file(recording_, copy_, fs::copy_options::overwrite_existing, code);
  if (code) return Fail("cannot be written: " + code.message(), copy_);
  return copy_;
}

void AnswerSource::DropState() {
  if (state_.empty()) return;
  std::error_code ignored;
  fs::remove(recording_, ignored);
  fs::remove(state_ + "/" + kIdentityName, ignored);
  fs::remove(state_ + "/lock", ignored);
  fs::remove(state_, ignored);  // only when nothing else stands in it
}

}  // namespace klikpad
