// SQLite's complaints in our words, with the name that was probably meant.

#pragma once

#include "evidence/database.h"

namespace klikpad {

// Of the last failed call on `db`. `code` is that call's result.
Error ExplainQueryError(sqlite3* db, int code);

// "table.column" or "column" of every evidence table and view, columns sorted, for suggestions.
std::vector<std::string> ColumnNames(sqlite3* db);

}  // namespace klikpad
