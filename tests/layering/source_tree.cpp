// Reading of stage lines and include lines.

#include "layering/source_tree.h"

#include "base/text.h"

namespace klikpad {
namespace {

std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::string_view line : Split(text, '\n')) {
    for (std::string_view word : Split(line, ' ')) {
      if (!Trim(word).empty()) words.push_back(Trim(word));
    }
  }
  return words;
}

// The include's target between `open` and `close`; "" when there is none.
std::string_view Between(std::string_view text, char open, char close) {
  if (!text.starts_with(open)) return {};
  const std::size_t end = text.find(close, 1);
  return end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
}

}  // namespace

std::vector<Stage> ParseStages(std::string_view cmake) {
  constexpr std::string_view kCall = "\nstage(";
  std::vector<Stage> stages;
  for (std::size_t at = cmake.find(kCall); at != std::string_view::npos;
       at = cmake.find(kCall, at + 1)) {
    const std::size_t start = at + kCall.size();
    const std::size_t end = cmake.find(')', start);
    if (end == std::string_view::npos) break;
    Stage stage;
    bool in_depends = false;
    for (std::string_view word : WordsOf(cmake.substr(start, end - start))) {
      if (stage.name.empty()) {
        stage.name = word;
      } else if (word == "DEPENDS" || word == "LIBS") {
        in_depends = word == "DEPENDS";
      } else if (in_depends) {
        stage.depends.emplace_back(word);
      }
    }
    stages.push_back(std::move(stage));
  }
  return stages;
}

std::vector<Include> FindIncludes(std::string_view text) {
  std::vector<Include> includes;
  int line_number = 0;
  bool in_comment = false;
  for (std::string_view line : Split(text, '\n')) {
    ++line_number;
    line = Trim(line);
    if (in_comment) {
      in_comment = line.find("*/") == std::string_view::npos;
      continue;
    }
    if (line.starts_with("/*")) in_comment = line.find("*/") == std::string_view::npos;
    if (!line.starts_with('#')) continue;
    line = Trim(line.substr(1));
    constexpr std::string_view kInclude = "include";
    if (!line.starts_with(kInclude)) continue;
    line = Trim(line.substr(kInclude.size()));
    const bool is_angled = line.starts_with('<');
    const std::string_view target = is_angled ? Between(line, '<', '>') : Between(line, '"', '"');
    includes.push_back({std::string(target), is_angled, line_number});
  }
  return includes;
}

std::string StageOf(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? "main" : std::string(path.substr(0, slash));
}

}  // namespace klikpad
