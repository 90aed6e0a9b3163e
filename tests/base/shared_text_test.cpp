// Shared texts: equal as strings are, one body for many owners, also across threads.

#include "base/shared_text.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

namespace klikpad {

TEST_CASE("a shared text is the string that it was made of") {
  const std::string with_nul("a\0b", 3);
  for (const std::string& text : {std::string(), std::string("Contact"), with_nul}) {
    CAPTURE(text);
    const SharedText shared = text;
    CHECK(shared == text);
    CHECK(shared.Str() == text);
    CHECK(shared.size() == text.size());
    CHECK(shared.empty() == text.empty());
  }
  CHECK(SharedText("a") < SharedText("b"));
  CHECK(SharedText("a") == SharedText("a"));
  CHECK(SharedText("a") != SharedText("A"));
  CHECK(SharedText() == "");
}

TEST_CASE("copies share their body, and it lives as long as the last of them") {
  SharedText first = "klantenservice";
  SharedText second = first;
  CHECK(second.IsSharedWith(first));
  first = "iets anders";
  CHECK(second == "klantenservice");
  second = SharedText(second);
  CHECK(second == "klantenservice");
  const SharedText third = std::move(second);
  CHECK(third == "klantenservice");
  CHECK(second.empty());  // NOLINT(bugprone-use-after-move): what a move leaves is ""
}

TEST_CASE("a pool gives equal texts one body, which outlives it") {
  SharedText first = "menu";
  SharedText second = "menu";
  CHECK_FALSE(first.IsSharedWith(second));
  {
    TextPool pool;
    pool.Share(first);
    pool.Share(second);
  }
  CHECK(first.IsSharedWith(second));
  CHECK(second == "menu");
}

TEST_CASE("threads may hold and drop the same text") {
  const SharedText text = "overal hetzelfde";
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([text] {
      std::vector<SharedText> copies;
      for (int n = 0; n < 10'000; ++n) {
        copies.push_back(text);
        if (n % 3 == 0) copies.clear();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(text == "overal hetzelfde");
}

}  // namespace klikpad
