// What opening a contact costs once its page is there.

#include "graph/opening.h"

#include <doctest/doctest.h>

namespace klikpad {
namespace {

ClickModel OneClick() {
  auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/click-model.yaml");
  REQUIRE(yaml);
  auto model = ParseClickModel(*yaml);
  REQUIRE_MESSAGE(model, model.error().Text());
  return *std::move(model);
}

TEST_CASE("a text behind a tab costs the press that opens it, other hidden text has no way") {
  const ClickModel model = OneClick();
  ContactPoint point;
  point.channel = "email";
  point.value = "info@voorbeeld.example";
  CHECK(OpeningCost(point, model)->clicks == 0);
  point.is_visible = false;
  CHECK_FALSE(OpeningCost(point, model));
  point.is_folded = true;
  CHECK(OpeningCost(point, model)->clicks == 1);
}

}  // namespace
}  // namespace klikpad
