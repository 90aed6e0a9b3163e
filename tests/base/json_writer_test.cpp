// Writing a large object piece by piece gives what writing it as a whole gives.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/json.h"

namespace klikpad {

TEST_CASE("an object written member by member has the text of the whole") {
  const std::vector<int> numbers = {1, 2, 3};
  const std::vector<int> none;
  const auto square = [](int n) { return Json().Set("n", n).Set("squares", Json().Add(n * n)); };
  for (const int indent : {-1, 0, 2}) {
    CAPTURE(indent);
    Json whole;
    Json::Array squares;
    for (const int n : numbers) squares.push_back(square(n));
    whole.Set("name", "een \"naam\"")
        .Set("empty", Json(Json::Object{}))
        .Set("none", Json(Json::Array{}))
        .Set("squares", Json(std::move(squares)))
        .Set("deep", Json().Set("a", Json().Add(Json().Set("b", nullptr))))
        .Set("nobody", Json(Json::Array{}))
        .Set("objects", Json()
                            .Add(Json().Set("n", 1).Set("squares", Json().Add(square(1))))
                            .Add(Json().Set("n", 2).Set("squares", Json().Add(square(2)))));
    std::string text;
    JsonObjectWriter writer([&](std::string_view piece) { text += piece; }, indent);
    writer.Set("name", "een \"naam\"")
        .Set("empty", Json(Json::Object{}))
        .SetEach("none", none, square)
        .SetEach("squares", numbers, square)
        .Set("deep", Json().Set("a", Json().Add(Json().Set("b", nullptr))))
        .WriteEach("nobody", none, [](int, JsonObjectWriter&) {})
        .WriteEach("objects", std::vector{1, 2}, [&](int n, JsonObjectWriter& object) {
          object.Set("n", n).SetEach("squares", std::vector{n}, square);
        });
    writer.End();
    CHECK(text == whole.Text(indent));
  }
}

TEST_CASE("a large array comes in pieces that hold nothing twice") {
  const std::vector<std::string> items(1000, std::string(1000, 'x'));
  std::string text;
  std::size_t longest = 0, pieces = 0;
  JsonObjectWriter writer([&](std::string_view piece) {
    text += piece;
    longest = std::max(longest, piece.size());
    ++pieces;
  });
  writer.SetEach("items", items, [](const std::string& item) { return Json(item); }).End();
  Json::Array all(items.begin(), items.end());
  CHECK(text == Json().Set("items", Json(std::move(all))).Text());
  CHECK(pieces > 10);
  CHECK(longest < 70'000);
}

TEST_CASE("so does a large array in an object of an array") {
  const std::vector<std::string> items(1000, std::string(1000, 'x'));
  std::string text;
  std::size_t longest = 0;
  JsonObjectWriter writer([&](std::string_view piece) {
    text += piece;
    longest = std::max(longest, piece.size());
  });
  writer.WriteEach("objects", std::vector{1}, [&](int, JsonObjectWriter& object) {
    object.SetEach("items", items, [](const std::string& item) { return Json(item); });
  });
  writer.End();
  Json::Array all(items.begin(), items.end());
  CHECK(text ==
        Json().Set("objects", Json().Add(Json().Set("items", Json(std::move(all))))).Text());
  CHECK(longest < 70'000);
}

}  // namespace klikpad
