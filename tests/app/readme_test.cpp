// What README.md tells users: the help of every command word for word, and commands that parse.

#include <doctest/doctest.h>

#include <cstdlib>

#include "app/command_help.h"
#include "app/options.h"
#include "base/files.h"
#include "base/text.h"

namespace klikpad {
namespace {

constexpr const char* kBegin = "<!-- help: a test holds this equal to --help -->\n";
constexpr const char* kEnd = "<!-- end of help -->\n";

std::string ReadRoot(const std::string& path) {
  const auto text = ReadFile(std::string(KLIKPAD_ROOT) + "/" + path);
  REQUIRE_MESSAGE(text.has_value(), path);
  return *text;
}

std::string AllHelp() {
  std::string text;
  for (const std::string& command : CommandsWithHelp()) {
    text += "\n```text\n" + HelpText(command) + "```\n";
  }
  return text + "\n";
}

// Words as a shell makes them: quotes hold together; a comment or a redirection ends the line.
std::vector<std::string> ShellWords(std::string_view line) {
  std::vector<std::string> words;
  bool is_open = false;
  char quote = 0;
  for (const char c : line) {
    if (quote == 0 && (c == '#' || c == '>') && !is_open) break;
    if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
      if (!is_open) words.emplace_back();
      is_open = true;
    } else if (quote == 0 && c == ' ') {
      is_open = false;
    } else {
      if (!is_open) words.emplace_back();
      is_open = true;
      words.back() += c;
    }
  }
  return words;
}

TEST_CASE("README holds the help of every command") {
  const std::string path = std::string(KLIKPAD_ROOT) + "/README.md";
  const std::string readme = ReadRoot("README.md");
  const std::size_t begin = readme.find(kBegin), end = readme.find(kEnd);
  REQUIRE(begin != std::string::npos);
  REQUIRE(end != std::string::npos);
  const std::size_t from = begin + std::string(kBegin).size();
  const std::string help = AllHelp();
  // A refresh still fails, so that no run ever blesses itself.
  if (std::getenv("KLIKPAD_REFRESH") != nullptr) {
    REQUIRE(WriteFile(path, readme.substr(0, from) + help + readme.substr(end)).has_value());
    FAIL_CHECK("README.md written anew: look at it, then run again without KLIKPAD_REFRESH");
  }
  CHECK_MESSAGE(readme.substr(from, end - from) == help,
                "run this test with KLIKPAD_REFRESH=1 to write the help into README.md");
}

TEST_CASE("every command is named in README's table") {
  const std::string readme = ReadRoot("README.md");
  for (const std::string& command : CommandsWithHelp()) {
    const std::string first(command.substr(0, command.find(' ')));
    if (first.empty()) continue;
    CAPTURE(first);
    const bool is_named = readme.find("| `" + first + " ") != std::string::npos ||
                          readme.find("| `" + first + "`") != std::string::npos;
    CHECK(is_named);
  }
}

TEST_CASE("every command that the READMEs show is understood") {
  int shown = 0;
  for (const std::string file :
       {"README.md", "rules/README.md", "fixtures/README.md", "reports/README.md",
        "tests/README.md", "bench/README.md", "src/README.md", "scripts/README.md"}) {
    const std::string text = ReadRoot(file);  // the lines point into it
    for (const std::string_view line : Split(text, '\n')) {
      if (!line.starts_with("    klikpad ")) continue;
      ++shown;
      std::vector<std::string> words = ShellWords(Trim(line));
      words.erase(words.begin());
      const auto parsed = ParseCommandLine(words);
      CAPTURE(std::string(file));
      CAPTURE(std::string(line));
      CHECK_MESSAGE(parsed.has_value(), (parsed ? "" : parsed.error().Text()));
    }
  }
  CHECK(shown >= 5);
}

TEST_CASE("every option has a help, and every help says what it is for") {
  for (const std::string& command : CommandsWithHelp()) {
    CAPTURE(command);
    const std::string help = HelpText(command);
    CHECK(help.starts_with("Usage: klikpad"));
    for (const std::string_view line : Split(help, '\n')) {
      CAPTURE(std::string(line));
      CHECK(line.size() <= 100);
    }
  }
}

}  // namespace
}  // namespace klikpad
