// SQLite's memory, counted by thread and without a lock: its own count takes one lock for the whole
// process at each allocation, of which every inserted row makes several where the library is built
// without lookaside (Debian's is). Included by .cpp files of this folder only.

#pragma once

#include <cstdint>

namespace klikpad {

// True when SQLite uses it; false only where somebody used SQLite before this program's own start.
bool HasOwnHeap();

// Keeps what this thread allocates in SQLite within `bytes` beside what it has now; puts the old
// limit back. What is beyond is "out of memory" to SQLite.
class HeapLimit {
 public:
  explicit HeapLimit(std::int64_t bytes);
  ~HeapLimit();
  HeapLimit(const HeapLimit&) = delete;
  HeapLimit& operator=(const HeapLimit&) = delete;

 private:
  std::int64_t before_;
};

}  // namespace klikpad
