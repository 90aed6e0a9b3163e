// The members of an object as pieces of text.

#include "base/json_members.h"

#include <doctest/doctest.h>

#include <string>

#include "base/json.h"

namespace klikpad {
namespace {

std::string Told(const std::string& text) {
  const auto members = JsonMembers(text);
  if (!members) return "none";
  std::string told;
  for (const auto& [name, value] : *members) {
    told.append(name).append("=").append(value).append(";");
  }
  return told;
}

TEST_CASE("members are found whatever stands in their values") {
  struct Case {
    std::string text, told;
  };
  const std::vector<Case> cases = {
      {"{}", ""},
      {" {\n}\n", ""},
      {R"({"a":1})", "a=1;"},
      {R"({"a": -1.5e3 , "b" :true,"c": null})", "a=-1.5e3;b=true;c=null;"},
      {R"({"a": "x, \"y\" }", "b": "\\"})", R"(a="x, \"y\" }";b="\\";)"},
      {R"({"a": {"b": [1, {"c": "]}"}]}, "d": []})", R"(a={"b": [1, {"c": "]}"}]};d=[];)"},
      {R"({"a\"b": {}})", R"(a\"b={};)"},
      {"[1]", "none"},
      {"", "none"},
      {"{", "none"},
      {R"({"a")", "none"},
      {R"({"a":})", "none"},
      {R"({"a":1,})", "none"},
      {R"({"a":1 "b":2})", "none"},
      {R"({"a":[1,2})", "a=[1,2};none"},
      {R"({"a":"x)", "none"},
      {R"({"a":{"b":1})", "none"},
      {R"({"a":1} x)", "none"},
      {R"({a:1})", "none"},
      {R"({"a":]})", "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const bool is_none = c.told.ends_with("none");
    CHECK(Told(c.text) == (is_none ? "none" : c.told));
  }
  const auto torn = JsonMembers("{\"a\": 1,\n\"b\": ", "f.json");
  REQUIRE_FALSE(torn);
  CHECK(torn.error().Text() == "f.json:2: is no whole JSON object");
}

TEST_CASE("other values are put into a text, and the rest stays byte for byte") {
  Json json;
  json.Set("a", "x").Set("b", Json::Array{1, 2}).Set("c", Json().Set("d", "\"e\""));
  const std::string text = json.Text();
  const auto members = JsonMembers(text);
  REQUIRE(members);
  Json other;
  other.Set("b", Json().Set("new", "value")).Set("z", 1);
  const std::string other_text = other.Text();
  const std::string put = WithMembers(text, *members, *JsonMembers(other_text));
  json.Set("b", other["b"]);
  CHECK(put == json.Text());
  CHECK(WithMembers(text, *members, *members) == text);
}

}  // namespace
}  // namespace klikpad
