// The packs that come with klikpad load, and their twins prove them.

#include <doctest/doctest.h>

#include "judge/knowledge.h"
#include "judge/twins.h"

namespace klikpad {

TEST_CASE("every pack loads, and every rule's twins come out as expected") {
  const Library& library = AllPacks();
  const auto results = RunTwins(library, KnownRules(), RulesFolder() + "/twins");
  REQUIRE_MESSAGE(results.has_value(), (results ? "" : results.error().Text()));
  for (const TwinResult& result : *results) {
    INFO(result.file << ":" << result.line << ": " << result.twin);
    CHECK_MESSAGE(result.problem.empty(), result.problem);
  }
  CHECK(results->size() > 60);
}

TEST_CASE("a rule without a twin is a failure, and so is a twin without a rule") {
  const Library& library = AllPacks();
  const auto results = RunTwins(library, KnownRules(), "/nowhere");
  REQUIRE(results.has_value());
  std::size_t owed = 0;
  for (const Pack& pack : library.packs) {
    for (const Rule& rule : pack.rules) owed += OwedTwins(rule).size();
  }
  CHECK(results->size() == owed);
  CHECK(results->front().problem.find("no twin for") == 0);
}

TEST_CASE("a library knows the channels and roles that its packs ask for") {
  const Library& library = AllPacks();
  const auto channels = library.Channels();
  CHECK(std::find(channels.begin(), channels.end(), "twitter") != channels.end());
  CHECK(std::find(channels.begin(), channels.end(), "phone") != channels.end());
  const auto roles = library.Roles();
  CHECK(std::find(roles.begin(), roles.end(), Role::kContact) != roles.end());
}

TEST_CASE("an unknown pack gets a suggestion") {
  const auto library = LoadLibrary(RulesFolder(), KnownRules(), {"twiter-test"});
  REQUIRE(!library);
  CHECK(library.error().Text() == "unknown pack 'twiter-test' (did you mean 'twitter-test'?)");
}

}  // namespace klikpad
