// Fixed strings in one pass.

#include "base/multi_find.h"

#include <doctest/doctest.h>

namespace klikpad {
namespace {

using Hits = std::vector<std::pair<int, std::size_t>>;

Hits All(const MultiFind& finder, std::string_view text) {
  Hits hits;
  finder.Each(text, [&](int index, std::size_t at) {
    hits.emplace_back(index, at);
    return true;
  });
  return hits;
}

TEST_CASE("every occurrence of every string is found, overlaps and shared prefixes included") {
  MultiFind finder({"chat", "chatter", "hat", "ab"});
  CHECK(All(finder, "chatter") == Hits{{0, 0}, {1, 0}, {2, 1}});
  CHECK(All(finder, "a chat, a hat") == Hits{{0, 2}, {2, 3}, {2, 10}});
}

TEST_CASE("strings under three bytes and texts under three bytes find nothing") {
  MultiFind finder({"ab", "abc"});
  CHECK(All(finder, "ab").empty());
  CHECK(All(finder, "").empty());
  CHECK(All(MultiFind(), "abc").empty());
  CHECK(All(finder, "xabc") == Hits{{1, 1}});
}

TEST_CASE("the caller can stop the search") {
  MultiFind finder({"aaa"});
  int calls = 0;
  finder.Each("aaaaaa", [&](int, std::size_t) { return ++calls < 2; });
  CHECK(calls == 2);
}

}  // namespace
}  // namespace klikpad
