// A WARC file as a sequence of records, each with the place from which it can be read again. Gzip
// with a member a record (the usual form), gzip as a whole, and no gzip at all.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace klikpad {

struct WarcPiece {
  std::uint64_t offset = 0;
  std::uint64_t end = 0;
  std::string text;        // of one record
  bool is_broken = false;  // no record, or damaged
  std::string problem;     // then: what is wrong
};

class WarcFile {
 public:
  // An error for a file that cannot be read or holds no WARC record at its beginning.
  static Result<WarcFile> Open(const std::string& path);
  WarcFile(WarcFile&&) noexcept;
  WarcFile& operator=(WarcFile&&) noexcept;
  ~WarcFile();

  // The next record, nothing at the end. Records larger than `max_bytes` are cut.
  std::optional<WarcPiece> Next(std::size_t max_bytes);
  // The record at an offset that Next gave.
  std::optional<WarcPiece> At(std::uint64_t offset, std::size_t max_bytes);

 private:
  struct State;
  explicit WarcFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace klikpad
