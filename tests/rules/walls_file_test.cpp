// rules/walls.yaml and rules/traps.yaml: the shipped files, and what a mistake in them says.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "rules/trap_words.h"
#include "rules/walls.h"

namespace klikpad {

TEST_CASE("the shipped walls and trap words are read") {
  const auto walls = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/walls.yaml");
  REQUIRE(walls);
  const auto read = Walls::Parse(*walls);
  REQUIRE_MESSAGE(read, read.error().Text());
  CHECK(read->List().size() >= 14);
  REQUIRE(read->FindByHost("winkel.queue-it.net") != nullptr);
  CHECK(read->FindByHost("winkel.queue-it.net")->id == "queue-it");
  CHECK(read->FindByHost("myprivacy.dpgmedia.nl")->id == "dpg-media");
  CHECK(read->FindByHost("notqueue-it.net") == nullptr);
  CHECK(read->FindByHost("dpgmedia.nl") == nullptr);
  const auto words = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/traps.yaml");
  REQUIRE(words);
  const auto traps = ParseTrapWords(*words);
  REQUIRE_MESSAGE(traps, traps.error().Text());
  CHECK(traps->paging_parameters.count("page") == 1);
}

TEST_CASE("a mistake in the walls is told with its line") {
  struct Case {
    std::string name, entry, error;
  };
  const std::string head = "id: a, name: A, kind: challenge, source: s";
  for (const Case& c : std::vector<Case>{
           {"no source", "id: a, name: A, kind: challenge, hosts: [a.example]", "source"},
           {"an unknown kind", "id: a, name: A, kind: wall, source: s, hosts: [a.example]", "kind"},
           {"nothing to know it by", head, "'marks' or 'hosts'"},
           {"no example", head + ", marks: [{title: x, most_text: 9}]", "'examples'"},
           {"a mark of nothing", head + ", marks: [{statuses: [403]}], examples: [{body: x}]",
            "needs"},
           {"a title alone", head + ", marks: [{title: x}], examples: [{body: x}]", "most_text"},
           {"a header without a name", head + ", marks: [{headers: [x]}], examples: [{body: x}]",
            "name: part"}}) {
    CAPTURE(c.name);
    const auto yaml = Yaml::Parse("walls:\n  - {" + c.entry + "}\n", "walls.yaml");
    REQUIRE(yaml);
    const auto walls = Walls::Parse(*yaml);
    REQUIRE_FALSE(walls.has_value());
    CHECK(walls.error().message.find(c.error) != std::string::npos);
    CHECK(walls.error().line == 2);
  }
}

}  // namespace klikpad
