// Directions, rings and form.

#include "layering/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace klikpad {
namespace {

using Graph = std::map<std::string, std::set<std::string>>;

// What is left when leaves are taken away again and again: the members of rings and what needs
// them.
std::vector<std::string> InRings(Graph graph) {
  bool has_changed = true;
  while (has_changed) {
    has_changed = false;
    for (auto node = graph.begin(); node != graph.end();) {
      const bool is_leaf = std::none_of(node->second.begin(), node->second.end(),
                                        [&](const auto& to) { return graph.contains(to); });
      has_changed = has_changed || is_leaf;
      node = is_leaf ? graph.erase(node) : std::next(node);
    }
  }
  std::vector<std::string> names;
  for (const auto& [name, edges] : graph) names.push_back(name);
  return names;
}

std::map<std::string, std::set<std::string>> AllowedStages(const std::vector<Stage>& stages) {
  std::map<std::string, std::set<std::string>> allowed;
  for (const Stage& stage : stages) {
    allowed[stage.name] = {stage.depends.begin(), stage.depends.end()};
    allowed[stage.name].insert(stage.name);
  }
  // main.cpp plugs in what the command line runs on, and speaks of the values they take.
  allowed["main"] = {"app", "fetch", "model", "base"};
  return allowed;
}

// "find/phone/scan.h" → "find/phone".
std::string FolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string At(const SourceFile& file, int line, std::string_view what) {
  return fmt::format("{}:{}: {}", file.path, line, what);
}

}  // namespace

std::vector<std::string> CheckStages(const std::vector<Stage>& stages) {
  std::vector<std::string> complaints;
  std::set<std::string> declared;
  for (const Stage& stage : stages) {
    for (const std::string& name : stage.depends) {
      if (declared.contains(name)) continue;
      complaints.push_back(
          fmt::format("stage {} depends on {}, which is not declared before it", stage.name, name));
    }
    if (!declared.insert(stage.name).second) {
      complaints.push_back(fmt::format("stage {} is declared twice", stage.name));
    }
  }
  Graph graph;
  for (const Stage& stage : stages)
    graph[stage.name] = {stage.depends.begin(), stage.depends.end()};
  const auto ring = InRings(graph);
  if (!ring.empty()) complaints.push_back("a ring of stages: " + Join(ring, " "));
  return complaints;
}

std::vector<std::string> CheckDirections(const std::vector<Stage>& stages,
                                         const std::vector<SourceFile>& files) {
  const auto allowed = AllowedStages(stages);
  std::set<std::string> paths;
  for (const SourceFile& file : files) paths.insert(file.path);
  std::vector<std::string> complaints;
  Graph graph, folders;
  for (const SourceFile& file : files) {
    const std::string stage = StageOf(file.path);
    const auto may_include = allowed.find(stage);
    if (may_include == allowed.end()) {
      complaints.push_back(At(file, 1, "stage " + stage + " is not declared in CMakeLists.txt"));
      continue;
    }
    for (const Include& include : FindIncludes(file.text)) {
      if (include.is_angled) continue;
      graph[file.path].insert(include.target);
      const std::string from = FolderOf(file.path), to = FolderOf(include.target);
      if (from != to) folders[from].insert(to);
      if (!paths.contains(include.target)) {
        complaints.push_back(At(file, include.line, include.target + " is no file of src"));
      } else if (!may_include->second.contains(StageOf(include.target))) {
        complaints.push_back(
            At(file, include.line, fmt::format("{} may not include {}", stage, include.target)));
      }
    }
  }
  const auto ring = InRings(graph);
  if (!ring.empty()) complaints.push_back("a ring of files: " + Join(ring, " "));
  const auto folder_ring = InRings(folders);
  if (!folder_ring.empty()) {
    complaints.push_back("a ring of folders: " + Join(folder_ring, " "));
  }
  return complaints;
}

std::vector<std::string> CheckForm(const std::vector<SourceFile>& files) {
  std::vector<std::string> complaints;
  for (const SourceFile& file : files) {
    constexpr std::size_t kShortest = 12;  // more than "// TODO"
    const std::string_view first = std::string_view(file.text).substr(0, file.text.find('\n'));
    if (!first.starts_with("// ") || first.size() < kShortest) {
      complaints.push_back(At(file, 1, "begins without a comment that says what the file is"));
    }
    const auto lines = Split(file.text, '\n');
    const auto pragmas = std::count(lines.begin(), lines.end(), "#pragma once");
    if (pragmas != (file.path.ends_with(".h") ? 1 : 0)) {
      complaints.push_back(
          At(file, 1, "#pragma once belongs once into every header, nowhere else"));
    }
  }
  return complaints;
}

}  // namespace klikpad
