// What can be wrong with a check before it is run.

#include "judge/check_lint.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "evidence/schema.h"
#include "judge/sql_text.h"
#include "model/observed_words.h"

namespace klikpad {

namespace {

// Units that reports know how to word, and the names of facts in the table `audit`.
const std::vector<std::string> kUnits = {"clicks", "minutes", "percent", "count", "rank", "phone",
                                         "handle", "text",    "word",    "links", "pages"};
const std::vector<std::string> kFacts = {"country", "language", "sector"};

std::set<std::string> ModelWords(const KnownWords& words) {
  std::set<std::string> all(kUnits.begin(), kUnits.end());
  all.insert(kFacts.begin(), kFacts.end());
  for (const std::string& fact : kFacts) all.insert("audit/" + fact);
  for (const std::string& table : EvidenceTables()) all.insert(table + "/");
  for (const std::string& type : TypeNames()) {
    for (std::string& word : WordsOfType(type, words)) all.insert(std::move(word));
  }
  for (const auto& list : {AllWords<TargetKind>(), AllWords<LookKind>(), AllWords<Complete>(),
                           AllWords<StepKind>(), AllWords<SaidBy>(), AllWords<AnswerState>()}) {
    all.insert(list.begin(), list.end());
  }
  return all;
}

// ', ' and ' > ' only set things apart.
bool IsPunctuation(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c < 0;
  });
}

Result<void> LintLiterals(const Check& check, const std::vector<SqlToken>& tokens,
                          const KnownWords& words) {
  const std::set<std::string> known = ModelWords(words);
  for (const SqlToken& token : tokens) {
    if (token.kind != SqlToken::Kind::kText || IsPunctuation(token.text)) continue;
    if (known.contains(token.text)) continue;
    return Fail("'" + token.text + "' is no word of the model; make it a parameter", check.file,
                token.line, Nearest(token.text, {known.begin(), known.end()}));
  }
  return {};
}

// What makes a row depend on rows that are not there, or on all that are.
Result<void> LintWholes(const Check& check, const std::vector<SqlToken>& tokens,
                        bool says_rests_on) {
  if (says_rests_on) return {};
  static const std::set<std::string> kAlone = {
      "except",     "having", "count",        "sum",      "avg",        "total",
      "left",       "limit",  "row_number",   "rank",     "dense_rank", "first_value",
      "last_value", "ntile",  "percent_rank", "cume_dist"};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != SqlToken::Kind::kWord) continue;
    const std::string& word = tokens[i].text;
    const std::string next = i + 1 < tokens.size() ? tokens[i + 1].text : "";
    const bool is_call = next == "(";
    const bool is_negation = word == "not" && (next == "exists" || next == "in");
    // min(x) and max(x) over rows; with two arguments they compare values, but cannot be told
    // apart.
    const bool is_extreme = is_call && (word == "min" || word == "max");
    const bool is_column = i > 0 && tokens[i - 1].text == ".";
    const bool is_window = word == "rank" && !is_call;
    if (is_column || is_window || !(is_negation || is_extreme || kAlone.contains(word))) continue;
    const std::string what = is_negation ? AsciiLower(word + " " + next) : word;
    return Fail("'" + what + "' may rest on a complete look: say '-- rests on: …' (or: nothing)",
                check.file, tokens[i].line);
  }
  return {};
}

// The first line on which the query names `word`; that of its SELECT when it does not.
int LineOf(const std::vector<SqlToken>& tokens, const std::string& word) {
  for (const SqlToken& token : tokens) {
    if (token.kind == SqlToken::Kind::kWord && token.text == AsciiLower(word)) return token.line;
  }
  return tokens.empty() ? 1 : tokens.front().line;
}

Result<void> LintParameters(const Check& check, const QueryShape& shape,
                            const std::vector<SqlToken>& tokens) {
  std::vector<std::string> declared;
  for (const Parameter& p : check.parameters) declared.push_back(p.name);
  for (const std::string& used : shape.parameters) {
    if (check.Find(used)) continue;
    return Fail("the query uses :" + used + ", which 'takes' does not declare", check.file,
                LineOf(tokens, used), Nearest(used, declared));
  }
  for (std::size_t i = 0; i < declared.size(); ++i) {
    const std::string& name = declared[i];
    const auto& used = shape.parameters;
    if (std::find(used.begin(), used.end(), name) != used.end()) continue;
    return Fail("'takes' declares '" + name + "', which the query does not use", check.file,
                check.takes_lines[i], Nearest(name, used));
  }
  return {};
}

Result<void> LintColumns(const Check& check, const std::vector<SqlToken>& tokens) {
  const auto& allowed = CheckColumns();
  for (const std::string& column : check.columns) {
    if (std::find(allowed.begin(), allowed.end(), column) == allowed.end()) {
      return Fail("column '" + column + "' is none of " + Join(allowed, ", "), check.file,
                  LineOf(tokens, column), Nearest(column, allowed));
    }
    if (std::count(check.columns.begin(), check.columns.end(), column) > 1) {
      return Fail("column '" + column + "' twice", check.file, LineOf(tokens, column));
    }
  }
  for (const std::string needed : {"ref", "quote"}) {
    if (!check.HasColumn(needed)) {
      return Fail("no column '" + needed + "'", check.file, LineOf(tokens, "select"));
    }
  }
  if (check.HasColumn("value") != check.HasColumn("unit")) {
    return Fail("columns 'value' and 'unit' go together", check.file,
                LineOf(tokens, check.HasColumn("value") ? "value" : "unit"));
  }
  return {};
}

// "page" of "unknown table 'page'": SQLite does not say where a table or function stands.
std::string QuotedName(const std::string& message) {
  const std::size_t open = message.find('\'');
  const std::size_t close = message.find('\'', open + 1);
  if (open == std::string::npos || close == std::string::npos) return "";
  return message.substr(open + 1, close - open - 1);
}

}  // namespace

Result<void> LintCheck(Check& check, bool says_rests_on, const EvidenceDb& empty,
                       const KnownWords& words) {
  const auto tokens = SplitSql(check.sql);
  auto shape = empty.Shape(check.sql);
  if (!shape) {
    Error error = shape.error();
    error.file = check.file;
    if (error.line == 0) error.line = LineOf(tokens, QuotedName(error.message));
    return tl::unexpected(std::move(error));
  }
  check.columns = shape->columns;
  if (auto done = LintColumns(check, tokens); !done) return done;
  if (auto done = LintParameters(check, *shape, tokens); !done) return done;
  if (auto done = LintLiterals(check, tokens, words); !done) return done;
  return LintWholes(check, tokens, says_rests_on);
}

}  // namespace klikpad
