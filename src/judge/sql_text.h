// Just enough of SQL's lexical grammar to find literals and keywords without being fooled by
// comments.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace klikpad {

struct SqlToken {
  enum class Kind { kWord, kText, kOther };  // name or keyword; 'literal'; anything else
  Kind kind = Kind::kOther;
  std::string text;  // words in lower case; literals without quotes
  int line = 1;
};

// Comments and white space left out.
std::vector<SqlToken> SplitSql(std::string_view sql);

}  // namespace klikpad
