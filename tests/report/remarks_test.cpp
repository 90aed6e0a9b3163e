// reports/remarks.yaml: remarks are recognised and told in both languages, and every remark that
// the looking stages can make is there.

#include "report/remarks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "base/files.h"
#include "base/text.h"
#include "model/signals.h"
#include "sample.h"

namespace klikpad {
namespace {

Remarks Load() { return TestWording().remarks; }

TEST_CASE("a remark is told in the reader's language, what it fills in stays") {
  struct Case {
    std::string says, nl, en;
  };
  const std::vector<Case> cases = {
      {"tel: link", "een link om te bellen", "a link that calls"},
      {"name-in-handle: veer 'huis'", "de accountnaam bevat de naam “veer 'huis'”",
       "the account's name carries the name “veer 'huis'”"},
      {"asks-contact: Hulp: ons", "om contact op te nemen, volgens “Hulp: ons”",
       "for contact, by “Hulp: ons”"},
      {"waits-for-consent: chat.example", "wacht op toestemming: chat.example",
       "waits for consent: chat.example"},
      {"the search for 'twitter' was not read: it answers 500",
       "de uitkomst van zoeken naar “twitter” is niet gelezen: antwoordcode 500",
       "what the search for “twitter” gave was not read: status code 500"},
      {"limit: --max-pages 5 was reached",
       "Grens bereikt: na 5 adressen is het bekijken gestopt (--max-pages 5).",
       "Limit reached: looking stopped after 5 addresses (--max-pages 5)."},
      {"robots.txt could not be read (a.example did not answer in time), so nothing there may be "
       "asked for",
       "robots.txt kon niet worden gelezen (a.example antwoordde niet op tijd); dan mag er niets "
       "worden opgevraagd",
       "robots.txt could not be read (a.example did not answer in time), so nothing there may be "
       "asked for"},
      {"name-in-handle: {name}", "de accountnaam bevat de naam “{name}”",
       "the account's name carries the name “{name}”"}};
  const Remarks remarks = Load();
  for (const Case& c : cases) {
    CAPTURE(c.says);
    CHECK(remarks.Tell(c.says, true).value_or("?") == c.nl);
    CHECK(remarks.Tell(c.says, false).value_or("?") == c.en);
  }
}

TEST_CASE("what is no remark of the table is not told as one") {
  const Remarks remarks = Load();
  for (const std::string text :
       {"", "tel: links", "a tel: link", "name-in-handle: ", "robots.txt line 4"}) {
    CAPTURE(text);
    CHECK_FALSE(remarks.Tell(text, true).has_value());
  }
}

TEST_CASE("nested remarks of a hostile text end") {
  const Remarks remarks = Load();
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "limit: ";
  text += "the run was interrupted";
  const auto told = remarks.Tell(text, true);
  CHECK((!told || told->size() < 100 * text.size()));
}

TEST_CASE("a mistake in the remarks is named with its line") {
  struct Case {
    std::string name, text, error;
  };
  const std::vector<Case> cases = {
      {"no Dutch", "remarks:\n  - {says: a, en: b}\n", "r.yaml:2: "},
      {"an empty text", "remarks:\n  - {says: a, nl: '', en: b}\n", "r.yaml:2: empty text"},
      {"a placeholder that nothing fills", "remarks:\n  - {says: a, nl: 'b {n}', en: b}\n",
       "r.yaml:2: 'nl' has {n}"},
      {"an open brace", "remarks:\n  - {says: 'a {', nl: b, en: b}\n", "r.yaml:2: a placeholder"},
      {"said twice",
       "remarks:\n  - {says: 'a {n}', nl: b, en: b}\n  - {says: 'a {m}', nl: b, en: b}\n",
       "r.yaml:3: said twice"},
      {"another key", "remarks: []\nremark: []\n", "r.yaml:2: "},
      {"no list", "remarks: {}\n", "r.yaml:1: a list"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const auto remarks = Remarks::Parse(*Yaml::Parse(c.text, "r.yaml"));
    REQUIRE_FALSE(remarks.has_value());
    CHECK(remarks.error().Text().rfind(c.error, 0) == 0);
  }
}

// The string literals of one statement, adjacent ones joined, escapes undone.
std::vector<std::string> Literals(std::string_view statement) {
  std::vector<std::string> literals;
  bool is_joined = false;
  for (std::size_t i = 0; i < statement.size(); ++i) {
    if (statement[i] == '\'' && i + 2 < statement.size()) {  // a character
      i = statement.find('\'', i + (statement[i + 1] == '\\' ? 3 : 1));
      if (i == statement.npos) break;
      is_joined = false;
      continue;
    }
    if (statement[i] != '"') {
      if (std::isspace(static_cast<unsigned char>(statement[i])) == 0) is_joined = false;
      continue;
    }
    std::string text;
    for (++i; i < statement.size() && statement[i] != '"'; ++i) {
      if (statement[i] == '\\') ++i;
      text += statement[i];
    }
    if (is_joined) {
      literals.back() += text;
    } else {
      literals.push_back(text);
    }
    is_joined = true;
  }
  return literals;
}

// Up to each semicolon that stands in no literal; comments and lines of the preprocessor left out.
std::vector<std::string> Statements(std::string_view source) {
  std::vector<std::string> statements(1);
  for (const std::string_view line : Split(source, '\n')) {
    if (line.starts_with('#')) continue;
    bool is_in_literal = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const bool is_escaped = i > 0 && line[i - 1] == '\\';
      const bool is_quote_character = i > 0 && line[i - 1] == '\'';
      if (line[i] == '"' && !is_escaped && !is_quote_character) is_in_literal = !is_in_literal;
      if (line.substr(i).starts_with("//") && !is_in_literal) break;
      if (line[i] == ';' && !is_in_literal) {
        statements.emplace_back();
      } else {
        statements.back() += line[i];
      }
    }
    statements.back() += '\n';
  }
  return statements;
}

// Sentences in the statements that make a remark: those that name one of these.
std::vector<std::string> RemarksIn(const std::string& source, bool is_all = false) {
  const std::vector<std::string> sinks = {"signals.push_back",
                                          "signs.push_back",
                                          "signals = {",
                                          "signal =",
                                          "signal +=",
                                          "hole_text =",
                                          "row.why = ",
                                          "problem =",
                                          "error_text =",
                                          "Cap(",
                                          "fail(",
                                          "FetchError::k",
                                          "LookKind::k",
                                          "Add(k",
                                          "Add(login",
                                          "Add(reg",
                                          "Add(FormKind",
                                          "Owner::k",
                                          "UseByWords{",
                                          "Use::k",
                                          "Cue(hit.owner",
                                          "notes.push_back",
                                          "return say(",
                                          "problems.push_back"};
  std::vector<std::string> found;
  for (const std::string& statement : Statements(source)) {
    const bool is_sink = std::any_of(sinks.begin(), sinks.end(), [&](const std::string& sink) {
      return statement.find(sink) != statement.npos;
    });
    if (!is_sink && !is_all) continue;
    for (std::string& literal : Literals(statement)) {
      const bool is_sentence = literal.find(' ') != literal.npos;
      if (is_sentence) found.push_back(std::move(literal));
    }
  }
  return found;
}

// Every stretch of words between a literal's own gaps stands in one remark.
bool IsTold(const Remarks& remarks, const std::string& literal) {
  std::string_view rest = literal;
  while (!rest.empty()) {
    const std::size_t gap = rest.find("{}");
    const std::string_view words = rest.substr(0, gap);
    rest.remove_prefix(gap == rest.npos ? rest.size() : gap + 2);
    const bool has_words = std::count_if(words.begin(), words.end(),
                                         [](unsigned char c) { return std::isalpha(c) != 0; }) > 2;
    if (!has_words) continue;
    const bool is_there =
        std::any_of(remarks.List().begin(), remarks.List().end(), [&](const Remark& remark) {
          return std::any_of(
              remark.literals.begin(), remark.literals.end(),
              [&](const std::string& known) { return known.find(words) != known.npos; });
        });
    if (!is_there) return false;
  }
  return true;
}

TEST_CASE("every remark that the looking stages can make is in the table") {
  const Remarks remarks = Load();
  // Whole files of remarks, and what in them is none.
  const std::set<std::string> whole = {"crawl/search_step.cpp", "crawl/robots_gate.cpp",
                                       "fetch/transfer_error.cpp", "graph/search_coverage.cpp"};
  const std::set<std::string> others = {"SSL certificate problem: ",
                                        "the site's search answers with it"};
  int looked_at = 0;
  for (const std::string folder : {"find", "app", "crawl", "graph", "fetch", "warc"}) {
    const auto files = ListFiles(std::string(KLIKPAD_ROOT) + "/src/" + folder);
    REQUIRE(files.has_value());
    for (const std::string& file : *files) {
      if (!file.ends_with(".cpp")) continue;
      const std::string path = folder + "/" + file;
      for (const std::string& literal : RemarksIn(ReadRoot("src/" + path), whole.contains(path))) {
        if (others.contains(literal)) continue;
        CAPTURE(path);
        CAPTURE(literal);
        ++looked_at;
        CHECK(IsTold(remarks, literal));
      }
    }
  }
  CHECK(looked_at > 80);
}

TEST_CASE("every sign of a contact is in the table") {
  const Remarks remarks = Load();
  for (const std::string& code : AllWords<Sign>()) {
    CAPTURE(code);
    const bool is_told =
        remarks.Tell(code, true).has_value() || remarks.Tell(code + ": x", true).has_value();
    CHECK(is_told);
  }
}

TEST_CASE("a remark that nobody translated is noticed") {
  const Remarks remarks = Load();
  const std::string source =
      "point.signals.push_back(fmt::format(\"stands on a {} in the \"\n  \"garden\", n));";
  const auto literals = RemarksIn(source);
  REQUIRE(literals.size() == 1);
  CHECK(literals[0] == "stands on a {} in the garden");
  CHECK_FALSE(IsTold(remarks, literals[0]));
  CHECK(IsTold(remarks, "asks for a message"));
}

}  // namespace
}  // namespace klikpad
