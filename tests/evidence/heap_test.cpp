// The limit of what a query may allocate.

#include "evidence/heap.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <memory>
#include <thread>

namespace klikpad {
namespace {

constexpr int kLittle = 1000, kMuch = 2 << 20;

// Whether SQLite gets so much.
bool Gets(int bytes) {
  void* memory = sqlite3_malloc(bytes);
  sqlite3_free(memory);
  return memory != nullptr;
}

}  // namespace

TEST_CASE("a limit of SQLite's memory holds for its thread, counts what is freed, and ends") {
  REQUIRE(HasOwnHeap());
  CHECK(Gets(kMuch));
  {
    const HeapLimit limit(1 << 20);
    CHECK_FALSE(Gets(kMuch));
    for (int i = 0; i < 10'000; ++i) REQUIRE(Gets(kLittle));
    const std::unique_ptr<void, decltype(&sqlite3_free)> held(sqlite3_malloc(kLittle),
                                                              sqlite3_free);
    CHECK(sqlite3_realloc(held.get(), kMuch) == nullptr);
    {
      const HeapLimit narrower(100);
      CHECK_FALSE(Gets(kLittle));
    }
    CHECK(Gets(kLittle));
    bool elsewhere = false;
    std::thread([&] { elsewhere = Gets(kMuch); }).join();
    CHECK(elsewhere);
  }
  CHECK(Gets(kMuch));
}

}  // namespace klikpad
