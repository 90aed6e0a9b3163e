// What the layering test knows of the source tree: stages out of CMakeLists.txt, includes out of
// files.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

struct SourceFile {
  std::string path;  // relative to src, "find/phone/phone.cpp"
  std::string text;
};

struct Stage {
  std::string name;
  std::vector<std::string> depends;  // names of stages it may include, besides itself
};

struct Include {
  std::string target;  // "base/url.h" or "curl/curl.h"
  bool is_angled = false;
  int line = 0;  // 1-based
};

// The stage(NAME DEPENDS … LIBS …) lines.
std::vector<Stage> ParseStages(std::string_view cmake);
// The #include lines outside comments.
std::vector<Include> FindIncludes(std::string_view text);
// "find/phone/phone.cpp" → "find"; "main" for src/main.cpp.
std::string StageOf(std::string_view path);

}  // namespace klikpad
