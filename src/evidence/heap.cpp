// The allocator that SQLite is given (https://sqlite.org/c3ref/mem_methods.html).

#include "evidence/heap.h"

#include <malloc.h>
#include <sqlite3.h>

#include <cstdlib>
#include <limits>

namespace klikpad {
namespace {

// Of this thread. What one thread allocates and another frees makes one count too high and the
// other too low; a limit is set and lifted around the work of one thread, so that only what it
// allocates in between counts.
thread_local std::int64_t in_use = 0;
thread_local std::int64_t limit = std::numeric_limits<std::int64_t>::max();

std::int64_t SizeOf(void* memory) { return static_cast<std::int64_t>(malloc_usable_size(memory)); }

void* Allocate(int bytes) {
  if (in_use + bytes > limit) return nullptr;
  void* memory = std::malloc(static_cast<std::size_t>(bytes));
  if (memory != nullptr) in_use += SizeOf(memory);
  return memory;
}

void Free(void* memory) {
  in_use -= SizeOf(memory);
  std::free(memory);
}

void* Reallocate(void* memory, int bytes) {
  const std::int64_t before = SizeOf(memory);
  if (in_use - before + bytes > limit) return nullptr;
  void* moved = std::realloc(memory, static_cast<std::size_t>(bytes));
  if (moved != nullptr) in_use += SizeOf(moved) - before;
  return moved;
}

int Size(void* memory) { return static_cast<int>(SizeOf(memory)); }
int RoundUp(int bytes) { return (bytes + 7) & ~7; }
int Begin(void*) { return SQLITE_OK; }
void End(void*) {}

bool Install() {
  static sqlite3_mem_methods methods = {Allocate, Free,  Reallocate, Size,
                                        RoundUp,  Begin, End,        nullptr};
  return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK &&
         sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
}

// Before main: SQLite takes it only before its first use.
const bool is_installed = Install();

}  // namespace

bool HasOwnHeap() { return is_installed; }

HeapLimit::HeapLimit(std::int64_t bytes) : before_(limit) { limit = in_use + bytes; }

HeapLimit::~HeapLimit() { limit = before_; }

}  // namespace klikpad
