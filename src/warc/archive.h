// A web archive by address: what was captured of each, klikpad's own records and those of other
// tools (wget, browsertrix, Common Crawl).

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "fetch/hop.h"
#include "warc/warc_file.h"

namespace klikpad {

enum class CaptureKind {
  kResponse,  // an HTTP response
  kResource,  // a body without its head
  kRevisit,   // a head whose body stands in an earlier capture
  kFailure,   // no answer came (klikpad's metadata records)
};

struct Capture {
  CaptureKind kind = CaptureKind::kResponse;
  std::uint64_t offset = 0;
  std::string date;                   // ISO 8601 as written
  int status = 0;                     // 0 for failures
  std::optional<std::size_t> origin;  // of a revisit: the capture with the body
  // Where the record of its request begins, nothing when there is none beside it.
  std::optional<std::uint64_t> request;
};

struct ArchiveCounts {
  int records = 0;
  int captures = 0;
  int bad = 0;              // records that could not be read, or whose block digest is another
  std::string bad_example;  // "at byte 1234: the file is damaged or ends amid a record"
};

class WarcArchive {
 public:
  // Reads the file once to learn what is where. An error when it holds no WARC.
  static Result<WarcArchive> Open(const std::string& path);

  const ArchiveCounts& Counts() const { return counts_; }
  // klikpad wrote it: captures of one address are in the order of asking.
  bool IsOurs() const { return is_ours_; }
  // Behind the last whole record: what follows is a torn write.
  std::uint64_t GoodBytes() const { return good_bytes_; }
  // Addresses with captures, in the order of the file's first ones.
  const std::vector<std::string>& Addresses() const { return addresses_; }

  // The n-th capture of an address (0-based; the last one for greater n), or, in archives of other
  // tools, always the latest usable one. Null when there is none.
  const Capture* Find(const std::string& url, std::size_t n = 0) const;
  // What the wire brought. A capture that can no longer be read is a broken answer.
  HopAnswer Read(const Capture& capture, std::uint64_t max_body);

 private:
  explicit WarcArchive(WarcFile file) : file_(std::move(file)) {}
  void Learn(const WarcPiece& piece);
  void LearnRequest(const WarcPiece& piece, const std::optional<std::string>& address);
  std::string RequestHead(const Capture& capture);
  void Bad(const WarcPiece& piece, const std::string& problem);

  WarcFile file_;
  ArchiveCounts counts_;
  bool is_ours_ = false;
  std::uint64_t good_bytes_ = 0;
  std::vector<Capture> captures_;
  std::vector<std::string> addresses_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_address_;
  std::map<std::string, std::size_t> by_payload_;  // digest → first capture with that body
  // While the file is read: the request that was not answered yet, and the answer that stands last.
  std::optional<std::uint64_t> open_request_;
  std::string request_address_, answer_address_;
};

}  // namespace klikpad
