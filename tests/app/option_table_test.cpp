// Command lines against a table: every way to write an option, and what is said of every mistake.

#include "app/option_table.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace klikpad {
namespace {

struct Values {
  bool quiet = false, verbose = false, version = false;
  std::string output, target, sql, rule;
  std::vector<std::string> packs;
  int pages = 0;
};

// Values must outlive the table.
std::unique_ptr<OptionTable> MakeTable(Values& to) {
  auto root = std::make_unique<OptionTable>("tool", "does things");
  root->Flag("--version", "print the version", to.version);
  OptionTable& audit = root->Command("audit", "look");
  audit.Word("TARGET", "what to look at", to.target);
  audit.Group("Scope");
  audit.Number("--max-pages", "N", "ask for at most N", to.pages, 1, 1000);
  audit.Texts("--pack", "NAME", "questions; repeatable", to.packs);
  audit.Group("Output");
  audit.Text("-o,--output", "DIR", "the folder", to.output);
  audit.Flag("-q,--quiet", "say less", to.quiet);
  audit.Flag("-v,--verbose", "say more", to.verbose);
  OptionTable& rules = root->Command("rules", "what is asked");
  rules.Command("list", "list them");
  rules.Command("explain", "show one").Word("RULE", "its id", to.rule);
  return root;
}

std::string Told(const Values& v) {
  return Join({v.target, v.output, Join(v.packs, "+"), std::to_string(v.pages),
               v.quiet ? "quiet" : "", v.verbose ? "verbose" : "", v.rule},
              "|");
}

TEST_CASE("an option can be written in every way that GNU programs take") {
  struct Case {
    std::string name;
    std::vector<std::string> arguments;
    std::string values;
  };
  const std::vector<Case> cases = {
      {"apart", {"audit", "x", "--output", "d", "--max-pages", "5"}, "x|d||5|||"},
      {"with an equals sign", {"audit", "--output=d=e", "x"}, "x|d=e||0|||"},
      {"short", {"audit", "-o", "d", "x"}, "x|d||0|||"},
      {"short and glued", {"audit", "-od", "x"}, "x|d||0|||"},
      {"flags in one word, then a value", {"audit", "-qvo", "d", "x"}, "x|d||0|quiet|verbose|"},
      {"repeated", {"audit", "x", "--pack", "a", "--pack=b"}, "x||a+b|0|||"},
      {"words after two dashes", {"audit", "--", "--x"}, "--x|||0|||"},
      {"a dash is a word", {"audit", "-"}, "-|||0|||"},
      {"a value that begins with a dash", {"audit", "x", "--output", "-1"}, "x|-1||0|||"},
      {"a command of a command", {"rules", "explain", "r"}, "|||0|||r"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Values values;
    const auto table = MakeTable(values);
    const auto read = table->Parse(c.arguments);
    REQUIRE_MESSAGE(read.has_value(), read.error().Text());
    CHECK(Told(values) == c.values);
  }
}

TEST_CASE("what was given is known, with the command") {
  Values values;
  const auto table = MakeTable(values);
  const auto read = table->Parse({"audit", "x", "-q"});
  REQUIRE(read.has_value());
  CHECK(read->command->FullName() == "tool audit");
  CHECK(read->Has("--quiet"));
  CHECK_FALSE(read->Has("--verbose"));
  const auto help = table->Parse({"rules", "--help", "nonsense"});
  REQUIRE(help.has_value());
  CHECK(help->wants_help);
  CHECK(help->command->Name() == "rules");
  CHECK(table->Parse({}).has_value());
}

TEST_CASE("every mistake is one clear sentence") {
  struct Case {
    std::vector<std::string> arguments;
    std::string error;
  };
  const std::vector<Case> cases = {
      {{"audti"}, "unknown command 'audti' (did you mean 'audit'?)"},
      {{"help"}, "unknown command 'help' (did you mean '--help'?)"},
      {{"help", "audit"}, "unknown command 'help' (did you mean '--help'?)"},
      {{"--versoin"}, "unknown option '--versoin' (did you mean '--version'?)"},
      {{"--quiet", "audit", "x"}, "--quiet belongs to a command: klikpad audit --quiet"},
      {{"audit"}, "audit needs TARGET: what to look at"},
      {{"audit", "x", "y"}, "'audit' takes no further argument 'y'"},
      {{"audit", "x", "--maxpages", "5"},
       "unknown option '--maxpages' (did you mean '--max-pages'?)"},
      {{"audit", "x", "-z"}, "unknown option '-z'"},
      {{"audit", "x", "-pack"}, "unknown option '-pack' (did you mean '--pack'?)"},
      {{"audit", "x", "--pack"}, "--pack needs a value: NAME"},
      {{"audit", "x", "--pack", "--max-pages", "5"}, "--pack needs a value: NAME"},
      {{"audit", "x", "--pack="}, "--pack needs a value: NAME"},
      {{"audit", "x", "--output", "--help"}, "--output needs a value: DIR"},
      {{"audit", "x", "-o"}, "--output needs a value: DIR"},
      {{"audit", "x", "--quiet=yes"}, "--quiet takes no value"},
      {{"audit", "x", "--output", "a", "--output", "b"}, "--output is given twice"},
      {{"audit", "x", "--max-pages", "abc"}, "--max-pages 'abc' is no whole number from 1 to 1000"},
      {{"audit", "x", "--max-pages", "0"}, "--max-pages '0' is no whole number from 1 to 1000"},
      {{"audit", "x", "--max-pages", "5x"}, "--max-pages '5x' is no whole number from 1 to 1000"},
      {{"audit", "x", "--max-pages", "99999999999"},
       "--max-pages '99999999999' is no whole number from 1 to 1000"},
      {{"rules"}, "rules needs one of: list, explain"},
      {{"rules", "lst"},
       "rules: unknown command 'lst'; needs one of: list, explain (did you mean 'list'?)"},
      {{"rules", "explain"}, "rules explain needs RULE: its id"}};
  for (const Case& c : cases) {
    CAPTURE(Join(c.arguments, " "));
    Values values;
    const auto table = MakeTable(values);
    const auto read = table->Parse(c.arguments);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().Text() == c.error);
  }
}

TEST_CASE("the help tells usage, words, commands and options under their headings") {
  Values values;
  const auto table = MakeTable(values);
  CHECK(table->Find("audit")->Help() ==
        "Usage: tool audit TARGET [OPTION ...]\n"
        "look\n"
        "\n"
        "  TARGET                          what to look at\n"
        "\n"
        "Scope:\n"
        "  --max-pages N                   ask for at most N\n"
        "  --pack NAME                     questions; repeatable\n"
        "\n"
        "Output:\n"
        "  -o, --output DIR                the folder\n"
        "  -q, --quiet                     say less\n"
        "  -v, --verbose                   say more\n"
        "\n"
        "  -h, --help                      print this and stop\n");
  CHECK(table->Help().find("\nCommands:\n  audit                           look\n") !=
        std::string::npos);
}

TEST_CASE("no line of the help is wider than a terminal") {
  std::string to;
  OptionTable table("tool", "does things");
  std::string words = "word";
  for (int i = 0; i < 60; ++i) words += " word";
  table.Text("--a-very-long-name-of-an-option", "VALUE|OTHER", words, to);
  const std::string help = table.Help();
  for (const std::string_view line : Split(help, '\n')) {
    CAPTURE(std::string(line));
    CHECK(line.size() <= 100);
  }
}

}  // namespace
}  // namespace klikpad
