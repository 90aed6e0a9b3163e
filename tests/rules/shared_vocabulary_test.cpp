// Every label and false scent of the facts that lie beside the repository ($KLIKPAD_SHARED, by
// default the folder `shared` beside it) is known, with its strength; skipped where they are
// absent.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include "rules/vocabulary.h"

namespace klikpad {
namespace {

std::optional<Yaml> Facts() {
  const char* folder = std::getenv("KLIKPAD_SHARED");
  const std::string path =
      (folder ? std::string(folder) : std::string(KLIKPAD_ROOT) + "/../shared") +
      "/facts/vocabulary.yaml";
  if (!std::filesystem::exists(path)) {
    MESSAGE("skipped: there is no " << path);
    return std::nullopt;
  }
  auto yaml = Yaml::Load(path);
  REQUIRE_MESSAGE(yaml, yaml.error().Text());
  return *std::move(yaml);
}

TEST_CASE("every label of the facts is found, in its language and with its strength") {
  const auto facts = Facts();
  if (!facts) return;
  const auto words = LoadVocabulary(std::string(KLIKPAD_ROOT) + "/rules/vocabulary");
  REQUIRE_MESSAGE(words, words.error().Text());
  int count = 0;
  for (const Yaml::Member& language : facts->Find("labels")->Members()) {
    for (const Yaml::Member& strength : language.value.Members()) {
      for (const Yaml& item : strength.value.Items()) {
        const std::string text = item.Find("t")->Scalar();
        CAPTURE(language.key);
        CAPTURE(text);
        ++count;
        const auto found = words->FindLabels(text, language.key);
        CHECK(std::any_of(found.begin(), found.end(), [&](const LabelMatch& match) {
          return Word(match.label->strength) == strength.key;
        }));
      }
    }
  }
  CHECK(count == 443);
}

}  // namespace
}  // namespace klikpad
