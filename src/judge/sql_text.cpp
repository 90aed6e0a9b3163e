// Looking into the text of a query.

#include "judge/sql_text.h"

#include <algorithm>

#include "base/text.h"

namespace klikpad {

namespace {

bool IsWordCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::vector<SqlToken> SplitSql(std::string_view sql) {
  std::vector<SqlToken> tokens;
  int line = 1;
  std::size_t at = 0;
  const auto take = [&](SqlToken::Kind kind, std::size_t end, std::string text) {
    tokens.push_back({kind, std::move(text), line});
    line += static_cast<int>(std::count(sql.begin() + static_cast<std::ptrdiff_t>(at),
                                        sql.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    at = end;
  };
  while (at < sql.size()) {
    const std::string_view rest = sql.substr(at);
    if (rest.starts_with("--")) {
      at = std::min(sql.find('\n', at), sql.size());
    } else if (rest.starts_with("/*")) {
      const std::size_t close = sql.find("*/", at + 2);
      const std::size_t end = close == sql.npos ? sql.size() : close + 2;
      line += static_cast<int>(std::count(sql.begin() + static_cast<std::ptrdiff_t>(at),
                                          sql.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
      at = end;
    } else if (rest[0] == '\'') {
      std::size_t end = at + 1;
      std::string text;
      while (end < sql.size()) {
        if (sql[end] == '\'' && sql.substr(end, 2) != "''") break;
        if (sql[end] == '\'') ++end;
        text += sql[end++];
      }
      take(SqlToken::Kind::kText, std::min(end + 1, sql.size()), std::move(text));
    } else if (IsWordCharacter(rest[0])) {
      std::size_t end = at;
      while (end < sql.size() && IsWordCharacter(sql[end])) ++end;
      take(SqlToken::Kind::kWord, end, AsciiLower(sql.substr(at, end - at)));
    } else {
      if (rest[0] == '\n') ++line;
      if (std::string_view(" \t\r\n").find(rest[0]) == std::string_view::npos) {
        tokens.push_back({SqlToken::Kind::kOther, std::string(1, rest[0]), line});
      }
      ++at;
    }
  }
  return tokens;
}

}  // namespace klikpad
