// Writing a large object piece by piece gives what writing it as a whole gives.

#include <doctest/doctest.h>

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
        .Set("deep", Json().Set("a", Json().Add(Json().Set("b", nullptr))));
    JsonObjectWriter writer(indent);
    writer.Set("name", "een \"naam\"")
        .Set("empty", Json(Json::Object{}))
        .SetEach("none", none, square)
        .SetEach("squares", numbers, square)
        .Set("deep", Json().Set("a", Json().Add(Json().Set("b", nullptr))));
    CHECK(std::move(writer).Text() == whole.Text(indent));
  }
}

}  // namespace klikpad
