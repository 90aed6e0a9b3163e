// JSON, YAML, gzip, files and civil time.

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "base/civil_time.h"
#include "base/files.h"
#include "base/gzip.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/yaml.h"

namespace klikpad {

TEST_CASE("JSON reads, keeps order and writes the same bytes") {
  const std::string text = R"({"b": [1, 2.5, -3, true, null], "a": {"x": "\u00e9\n"}})";
  const Json value = *Json::Parse(text);
  CHECK(value["b"].Items()[1].AsDouble() == 2.5);
  CHECK(value["a"]["x"].AsString() == "\xC3\xA9\n");
  CHECK(value["missing"]["deeper"].IsNull());
  CHECK(value.Text(-1) == "{\"b\": [1, 2.5, -3, true, null], \"a\": {\"x\": \"\xC3\xA9\\n\"}}");
  CHECK(Json::Parse(value.Text())->Text() == value.Text());
}

TEST_CASE("a JSON error names file and line") {
  const auto broken = Json::Parse("{\n  \"a\": 1,\n  oops\n}", "x.json");
  REQUIRE_FALSE(broken);
  CHECK(broken.error().line == 3);
  CHECK(broken.error().Text().find("x.json:3: no valid JSON") == 0);
}

TEST_CASE("JSON deeper than the limit is refused without using the stack") {
  std::string deep(100'000, '[');
  CHECK_FALSE(Json::Parse(deep));
  CHECK(Json::ParseTolerant(deep).IsNull());
}

TEST_CASE("JSON of sites is read as browsers' tools read it") {
  struct Case {
    std::string name, input, expected;
  };
  const std::vector<Case> cases = {
      {"trailing comma", R"({"a": [1, 2,],})", R"({"a": [1, 2]})"},
      {"comments", "{/* c */ \"a\": 1 // d\n}", R"({"a": 1})"},
      {"raw line break in a string", "{\"a\": \"x\ny\"}", "{\"a\": \"x\\ny\"}"},
      {"HTML comment", "<!-- {\"a\": 1} -->", R"({"a": 1})"},
      {"CDATA", "//<![CDATA[\n{\"a\": 1}\n//]]>", R"({"a": 1})"},
      {"semicolon", "{\"a\": 1};", R"({"a": 1})"},
      {"a comment sign in a string", "{\"a\": \"http://x.example/\",}",
       R"({"a": "http://x.example/"})"},
      {"hopeless", "{a: b", "null"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(Json::ParseTolerant(c.input).Text(-1) == c.expected);
  }
}

TEST_CASE("YAML knows the line of every complaint") {
  struct Case {
    std::string name, input, expected;
  };
  const std::vector<Case> cases = {
      {"syntax", "a: [1, 2\nb: 3\n", "f.yaml:"},
      {"twice", "a: 1\nb: 2\na: 3\n", "f.yaml:3: key 'a' stands here twice"},
      {"alias", "a: &x 1\nb: *x\n", "f.yaml:2: aliases"},
      {"bytes", "a: \"\\xE9\xE9\"\n", "f.yaml"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto result = Yaml::Parse(c.input, "f.yaml");
    REQUIRE_FALSE(result);
    CHECK(result.error().Text().find(c.expected) == 0);
  }
}

TEST_CASE("YAML readings are typed, and unknown keys get a suggestion") {
  const Yaml yaml =
      *Yaml::Parse("name: x\nport: 80\nlist: [a, b]\nquoted: \"80\"\nempty:\n", "f.yaml");
  CHECK(*(*yaml.Need("name"))->String() == "x");
  CHECK(*yaml.Find("port")->Int() == 80);
  CHECK(yaml.Find("list")->Strings()->size() == 2);
  CHECK(yaml.Find("quoted")->Int().error().Text() ==
        "f.yaml:4: expected a whole number, found '80'");
  CHECK(yaml.Find("empty")->IsNull());
  CHECK(yaml.Find("name")->Int().error().line == 1);
  CHECK(yaml.Need("nmae").error().Text() == "f.yaml:1: key 'nmae' is missing");
  const auto unknown = yaml.AllowOnly({"name", "ports", "list", "quoted", "empty"});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().Text() == "f.yaml:2: unknown key 'port' (did you mean 'ports'?)");
}

TEST_CASE("YAML that would exhaust the stack is refused") {
  CHECK_FALSE(Yaml::Parse(std::string(200'000, '['), "f"));
  CHECK_FALSE(Yaml::Parse(std::string(200'000, '-'), "f").value_or(Yaml()).IsList());
  std::string dashes;
  for (int i = 0; i < 100'000; ++i) dashes += "- ";
  CHECK_FALSE(Yaml::Parse(dashes + "x", "f"));
}

TEST_CASE("gzip round trip, several members, and a bomb is stopped") {
  const std::string text(100'000, 'x');
  CHECK(*Gunzip(Gzip(text), 200'000) == text);
  CHECK(*Gunzip(Gzip("ab") + Gzip("cd"), 100) == "abcd");
  CHECK_FALSE(Gunzip(Gzip(text), 1000));
  CHECK_FALSE(Gunzip(Gzip(text).substr(0, 50), 200'000));
  CHECK_FALSE(Gunzip("plain", 100));
}

TEST_CASE("ISO times, RFC 3339 section 5.6") {
  CHECK(ParseIsoTime("1970-01-01T00:00:00Z") == 0);
  CHECK(ParseIsoTime("2013-04-09T10:30:00+02:00") == 1365496200);
  CHECK(ParseIsoTime("2013-04-09") == 1365465600);
  CHECK(ParseIsoTime("2013-04-09 08:30:00.123Z") == 1365496200);
  CHECK_FALSE(ParseIsoTime("2013-02-29"));
  CHECK_FALSE(ParseIsoTime("9 april 2013"));
  CHECK_FALSE(ParseIsoTime("2013-04-09T25:00:00Z"));
  CHECK(FormatIsoTime(1365496200) == "2013-04-09T08:30:00Z");
  CHECK(FormatIsoTime(-1) == "1969-12-31T23:59:59Z");
}

TEST_CASE("files are written whole or not at all") {
  const auto folder = std::filesystem::temp_directory_path() / ("klikpad-files-" + Digest("files"));
  const std::string path = (folder / "deep" / "x.txt").string();
  REQUIRE(WriteFile(path, "one"));
  REQUIRE(WriteFile(path, "two"));
  CHECK(*ReadFile(path) == "two");
  CHECK(*ListFiles(folder.string()) == std::vector<std::string>{"deep/x.txt"});
  CHECK_FALSE(ReadFile(path, 2));
  CHECK_FALSE(ReadFile((folder / "deep").string()));
  CHECK(ReadFile((folder / "none").string()).error().Text().find("cannot be read") !=
        std::string::npos);
  // /dev/full answers every write with "no space left on device".
  CHECK_FALSE(WriteFile("/dev/full/x", "y"));
  {
    FileWriter unfinished(path);
    unfinished.Add("three");
  }
  CHECK(*ReadFile(path) == "two");
  CHECK(ListFiles(folder.string())->size() == 1);
  std::filesystem::remove_all(folder);
}

}  // namespace klikpad
