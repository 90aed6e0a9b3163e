// The direction of the house, held against the sources; and proof that the checks can complain.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/files.h"
#include "base/text.h"
#include "layering/rules.h"
#include "layering/source_tree.h"

namespace klikpad {
namespace {

const std::string kRoot = KLIKPAD_ROOT;

std::string NeedFile(const std::string& path) {
  auto text = ReadFile(path);
  REQUIRE_MESSAGE(text, text.error().Text());
  return *std::move(text);
}

std::vector<Stage> RealStages() { return ParseStages(NeedFile(kRoot + "/CMakeLists.txt")); }

std::vector<SourceFile> RealFiles() {
  auto paths = ListFiles(kRoot + "/src");
  REQUIRE_MESSAGE(paths, paths.error().Text());
  std::vector<SourceFile> files;
  for (const std::string& path : *paths) {
    if (!path.ends_with(".h") && !path.ends_with(".cpp")) continue;
    files.push_back({path, NeedFile(kRoot + "/src/" + path)});
  }
  REQUIRE(files.size() > 20);
  return files;
}

std::string Lines(const std::vector<std::string>& complaints) { return Join(complaints, "\n"); }

bool Mentions(const std::vector<std::string>& complaints, const std::string& words) {
  return Lines(complaints).find(words) != std::string::npos;
}

TEST_CASE("stages are declared after what they depend on, without a ring") {
  const auto stages = RealStages();
  CHECK(stages.size() >= 12);
  CHECK(Lines(CheckStages(stages)) == "");
}

TEST_CASE("every include of ours points the way that CMakeLists.txt declares") {
  CHECK(Lines(CheckDirections(RealStages(), RealFiles())) == "");
}

TEST_CASE("every vendor's header stays in its folder") {
  CHECK(Lines(CheckVendors(RealFiles())) == "");
}

TEST_CASE("every file says what it is, and every header is read once") {
  CHECK(Lines(CheckForm(RealFiles())) == "");
}

// --- The negative controls: what must not pass.

const std::vector<Stage> kStages = {{"base", {}}, {"page", {"base"}}, {"app", {"base", "page"}}};

TEST_CASE("stage lines are read with and without dependencies, over several lines") {
  const auto stages = ParseStages(
      "function(stage name)\nstage(base LIBS A::a)\n"
      "stage(page DEPENDS base\n      LIBS B::b)\n#stage(not DEPENDS this)\n");
  REQUIRE(stages.size() == 2);
  CHECK(stages[0].name == "base");
  CHECK(stages[0].depends.empty());
  CHECK(stages[1].name == "page");
  CHECK(stages[1].depends == std::vector<std::string>{"base"});
}

TEST_CASE("include lines are found where the compiler finds them") {
  const auto includes = FindIncludes(
      "// #include \"a.h\"\n#include \"base/b.h\"\n  #  include <c/d.h>  // why\n"
      "/* #include \"e.h\"\n#include \"f.h\"\n*/\nauto s = \"#include\";\n");
  REQUIRE(includes.size() == 2);
  CHECK(includes[0].target == "base/b.h");
  CHECK(includes[0].line == 2);
  CHECK_FALSE(includes[0].is_angled);
  CHECK(includes[1].target == "c/d.h");
  CHECK(includes[1].is_angled);
}

TEST_CASE("a ring of stages, a later stage and a second declaration are told") {
  CHECK(CheckStages(kStages).empty());
  CHECK(Mentions(CheckStages({{"a", {"b"}}, {"b", {"a"}}}), "a ring of stages: a b"));
  CHECK(Mentions(CheckStages({{"a", {"b"}}}), "stage a depends on b"));
  CHECK(Mentions(CheckStages({{"a", {}}, {"a", {}}}), "declared twice"));
}

TEST_CASE("an include against the direction is told with file and line") {
  struct Case {
    std::string name;
    std::vector<SourceFile> files;
    std::string complaint;  // "" when all is well
  };
  const SourceFile base{"base/b.h", ""};
  const SourceFile page{"page/p.h", "#include \"base/b.h\"\n"};
  const std::vector<Case> cases = {
      {"downwards", {base, page}, ""},
      {"upwards",
       {{"base/b.cpp", "\n#include \"page/p.h\"\n"}, base, page},
       "base/b.cpp:2: base may not include page/p.h"},
      {"missing", {{"page/q.cpp", "#include \"base/z.h\"\n"}}, "base/z.h is no file of src"},
      {"relative", {base, {"base/c.cpp", "#include \"b.h\"\n"}}, "b.h is no file of src"},
      {"undeclared stage", {{"cellar/c.cpp", ""}}, "stage cellar is not declared"},
      {"main", {base, page, {"main.cpp", "#include \"page/p.h\"\n"}}, "main may not include"},
      {"ring of headers",
       {{"base/c.h", "#include \"base/d.h\"\n"}, {"base/d.h", "#include \"base/c.h\"\n"}},
       "a ring of files: base/c.h base/d.h"},
      {"folders of a stage",
       {{"page/x/a.h", "#include \"page/y/b.h\"\n"}, {"page/y/b.h", ""}, {"page/p.h", ""}},
       ""},
      {"ring of folders",
       {{"page/x/a.h", "#include \"page/y/b.h\"\n"},
        {"page/x/c.h", ""},
        {"page/y/b.h", ""},
        {"page/y/d.h", "#include \"page/x/c.h\"\n"}},
       "a ring of folders: page/x page/y"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto complaints = CheckDirections(kStages, c.files);
    CAPTURE(Lines(complaints));
    CHECK(complaints.empty() == c.complaint.empty());
    CHECK(Mentions(complaints, c.complaint));
  }
}

TEST_CASE("a vendor's header outside its folder is told") {
  struct Case {
    std::string name;
    std::vector<SourceFile> files;
    std::string complaint;
  };
  const std::vector<Case> cases = {
      {"at home", {{"page/a.cpp", "#include <gumbo.h>\n#include <vector>\n"}}, ""},
      {"abroad",
       {{"find/a.cpp", "#include <gumbo.h>\n"}},
       "find/a.cpp:1: <gumbo.h> belongs into page"},
      {"curl", {{"page/a.cpp", "#include <curl/curl.h>\n"}}, "belongs into fetch only"},
      {"sqlite", {{"judge/a.cpp", "#include <sqlite3.h>\n"}}, "evidence, ledger"},
      {"in a header", {{"base/a.h", "#include <yaml-cpp/yaml.h>\n"}}, "into .cpp files only"},
      {"formatting in a header",
       {{"find/a.h", "#include <fmt/format.h>\n"}},
       "into .cpp files only"},
      {"one file of find", {{"find/a.cpp", "#include <phonenumbers/phonenumberutil.h>\n"}}, ""},
      {"two files of find",
       {{"find/a.cpp", "#include <phonenumbers/phonenumberutil.h>\n"},
        {"find/b.cpp", "#include <phonenumbers/phonenumber.pb.h>\n"}},
       "find/b.cpp:1: <phonenumbers/phonenumber.pb.h> belongs into one file, find/a.cpp has it"},
      {"unknown", {{"app/a.cpp", "#include <boost/any.hpp>\n"}}, "the table knows"},
      {"files in a pure stage", {{"judge/a.cpp", "#include <fstream>\n"}}, "belongs into base"},
      {"regex", {{"find/a.cpp", "#include <regex>\n"}}, "<regex>"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto complaints = CheckVendors(c.files);
    CAPTURE(Lines(complaints));
    CHECK(complaints.empty() == c.complaint.empty());
    CHECK(Mentions(complaints, c.complaint));
  }
}

TEST_CASE("a file without its comment and a header without its guard are told") {
  CHECK(CheckForm({{"base/a.h", "// Says what it is.\n\n#pragma once\n"}}).empty());
  CHECK(CheckForm({{"base/a.cpp", "// Says what it is.\n"}}).empty());
  CHECK(
      Mentions(CheckForm({{"base/a.cpp", "#include <vector>\n"}}), "base/a.cpp:1: begins without"));
  CHECK(Mentions(CheckForm({{"base/a.cpp", "//\n"}}), "begins without"));
  CHECK(Mentions(CheckForm({{"base/a.cpp", ""}}), "begins without"));
  CHECK(Mentions(CheckForm({{"base/a.h", "// Says what it is.\n"}}), "#pragma once"));
  CHECK(
      Mentions(CheckForm({{"base/a.cpp", "// Says what it is.\n#pragma once\n"}}), "nowhere else"));
}

}  // namespace
}  // namespace klikpad
