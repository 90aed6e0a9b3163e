// klikpad's SQL functions, each paying for its bytes from the query's budget.

#include "evidence/functions.h"

#include <cstring>
#include <string_view>

#include "base/text.h"

namespace klikpad {

namespace {

constexpr std::size_t kMaxPatterns = 16;
constexpr std::size_t kMaxPatternBytes = 1'000;
constexpr std::int64_t kPatternMemory = 1 << 20;
constexpr std::int64_t kBytesPerStep = 16;  // scanning so many costs about one step's time

FunctionState& State(sqlite3_context* context) {
  return *static_cast<FunctionState*>(sqlite3_user_data(context));
}

void Complain(sqlite3_context* context, const std::string& message) {
  sqlite3_result_error(context, message.c_str(), static_cast<int>(message.size()));
}

bool IsNull(sqlite3_value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }

std::string_view Text(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (!bytes) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void GiveText(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

// False when the query has no steps left; then the query ends as if by the progress handler.
bool Charge(sqlite3_context* context, std::size_t bytes) {
  FunctionState& state = State(context);
  state.steps_left -= 1 + static_cast<std::int64_t>(bytes) / kBytesPerStep;
  if (state.steps_left >= 0) return true;
  sqlite3_result_error_code(context, SQLITE_INTERRUPT);
  return false;
}

const RE2* Pattern(FunctionState& state, std::string_view text) {
  auto it = state.patterns.find(text);
  if (it != state.patterns.end()) return it->second.get();
  if (state.patterns.size() >= kMaxPatterns) state.patterns.clear();
  RE2::Options options;
  options.set_max_mem(kPatternMemory);
  options.set_log_errors(false);
  auto pattern = std::make_unique<RE2>(re2::StringPiece(text.data(), text.size()), options);
  return state.patterns.emplace(std::string(text), std::move(pattern)).first->second.get();
}

// `text REGEXP pattern` calls regexp(pattern, text): true when the pattern occurs anywhere.
void Regexp(sqlite3_context* context, int, sqlite3_value** values) {
  if (IsNull(values[0]) || IsNull(values[1])) return;
  const std::string_view text = Text(values[1]);
  const std::string_view source = Text(values[0]);
  if (source.size() > kMaxPatternBytes) return Complain(context, "REGEXP pattern is too long");
  if (!Charge(context, text.size())) return;
  const RE2* pattern = Pattern(State(context), source);
  if (!pattern->ok()) {
    return Complain(context, "bad REGEXP pattern: " + pattern->error());
  }
  const bool found = RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern);
  sqlite3_result_int(context, found ? 1 : 0);
}

void Term(sqlite3_context* context, int, sqlite3_value** values) {
  if (IsNull(values[0]) || IsNull(values[1])) return;
  const FunctionState& state = State(context);
  if (!state.terms) return Complain(context, "term(): no vocabulary is loaded");
  const std::string_view text = Text(values[1]);
  if (!Charge(context, text.size())) return;
  auto word = state.terms(Text(values[0]), text);
  if (!word) return Complain(context, word.error().Text());
  if (*word) GiveText(context, **word);
}

// As the built-in: 1-based position in characters, 0 when absent.
void Instr(sqlite3_context* context, int, sqlite3_value** values) {
  if (IsNull(values[0]) || IsNull(values[1])) return;
  const std::string_view text = Text(values[0]);
  const std::string_view part = Text(values[1]);
  if (!Charge(context, text.size())) return;
  if (part.empty()) return sqlite3_result_int(context, 1);
  const void* at =
      text.empty() ? nullptr : memmem(text.data(), text.size(), part.data(), part.size());
  if (!at) return sqlite3_result_int(context, 0);
  int characters = 1;
  for (const char* c = text.data(); c != at; ++c) {
    characters += (static_cast<unsigned char>(*c) & 0xC0) != 0x80;
  }
  sqlite3_result_int(context, characters);
}

char Fold(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t CharacterBytes(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return end - at;
}

// LIKE by going back to the last % only: time is pattern × text at worst, never exponential.
bool MatchesLike(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, retry = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '%') {
      star = p++;
      retry = t;
    } else if (p < pattern.size() && pattern[p] == '_') {
      ++p;
      t += CharacterBytes(text, t);
    } else if (p < pattern.size() && Fold(pattern[p]) == Fold(text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      retry += CharacterBytes(text, retry);
      t = retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '%') ++p;
  return p == pattern.size();
}

void Like(sqlite3_context* context, int count, sqlite3_value** values) {
  if (count > 2) return Complain(context, "LIKE takes no ESCAPE here; use REGEXP");
  if (IsNull(values[0]) || IsNull(values[1])) return;
  const std::string_view pattern = Text(values[0]);
  const std::string_view text = Text(values[1]);
  const int longest =
      sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LIKE_PATTERN_LENGTH, -1);
  if (pattern.size() > static_cast<std::size_t>(longest)) {
    return Complain(context, "LIKE pattern is too long");
  }
  if (!Charge(context, text.size() * (1 + pattern.size()))) return;
  sqlite3_result_int(context, MatchesLike(pattern, text) ? 1 : 0);
}

void NoTrimSet(sqlite3_context* context, int, sqlite3_value**) {
  Complain(context, "trim() takes one argument here");
}

}  // namespace

Result<void> AddFunctions(sqlite3* db, FunctionState* state) {
  struct Function {
    const char* name;
    int arguments;
    void (*body)(sqlite3_context*, int, sqlite3_value**);
  };
  const Function functions[] = {{"regexp", 2, Regexp}, {"term", 2, Term}, {"instr", 2, Instr},
                                {"like", 2, Like},     {"like", 3, Like}, {"trim", 2, NoTrimSet}};
  for (const Function& f : functions) {
    // The schema's own views may use instr, which knows nothing but its arguments.
    const bool is_innocuous = f.body == Instr;
    const int flags =
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | (is_innocuous ? SQLITE_INNOCUOUS : SQLITE_DIRECTONLY);
    if (sqlite3_create_function_v2(db, f.name, f.arguments, flags, state, f.body, nullptr, nullptr,
                                   nullptr) != SQLITE_OK) {
      return Fail(sqlite3_errmsg(db));
    }
  }
  return {};
}

}  // namespace klikpad
