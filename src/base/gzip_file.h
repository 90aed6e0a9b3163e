// A file of gzip members (RFC 1952 §2.2), read one member at a time: the layout of WARC and of
// rotated logs. Bytes that are no member are skipped and said.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace klikpad {

struct GzipMember {
  std::uint64_t offset = 0;  // of its first byte in the file
  std::uint64_t end = 0;     // behind its last byte, as far as it could be read
  std::string text;
  bool is_broken = false;  // no gzip, damaged, or cut short by the file's end; `text` is what came
  bool is_cut = false;     // larger than the limit; `text` is its beginning
};

class GzipFile {
 public:
  static Result<GzipFile> Open(const std::string& path);
  GzipFile(GzipFile&&) noexcept;
  GzipFile& operator=(GzipFile&&) noexcept;
  ~GzipFile();

  // The member behind the last one, nothing at the file's end. Behind a broken one the next begin
  // of a member is looked for.
  std::optional<GzipMember> Next(std::size_t max_bytes);
  // The member at that offset, from which Next goes on.
  std::optional<GzipMember> At(std::uint64_t offset, std::size_t max_bytes);
  // What all members from here on unpack to, in parts. False when `take` said so or a member was
  // broken.
  bool ForEachByte(const std::function<bool(std::string_view bytes)>& take);

 private:
  struct State;
  explicit GzipFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace klikpad
