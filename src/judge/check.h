// A check: one query over the evidence, with a header that says what its rows show, which typed
// parameters it takes and what it rests on. rules/README.md describes the form.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "judge/parameter.h"

namespace klikpad {

struct Check {
  std::string name;  // the file's name without .sql
  std::string file;
  std::string row;  // what one row shows, in a sentence
  std::vector<Parameter> parameters;
  std::vector<int> takes_lines;  // of each parameter's declaration
  // Looks without which even its presence says nothing: it contains NOT EXISTS, a share, a longest.
  std::vector<std::string> rests_on;
  std::string sql;                   // the whole file, so that lines agree
  std::vector<std::string> columns;  // in the query's order

  const Parameter* Find(std::string_view parameter) const;
  bool HasColumn(std::string_view column) const;
};

// Columns that a check may return; `ref` and `quote` it must.
const std::vector<std::string>& CheckColumns();

// Reads a check and tries it on `empty`, evidence without rows. Every mistake that SQL would accept
// in silence is an error here: a parameter without a type, a text literal that is no word of the
// model, a query on absence that does not say what it rests on.
Result<Check> ParseCheck(std::string_view text, const std::string& name, const std::string& file,
                         const EvidenceDb& empty, const KnownWords& words);

// All .sql files of `folder` by name; a folder that is not there has none.
Result<std::vector<Check>> LoadChecks(const std::string& folder, const EvidenceDb& empty,
                                      const KnownWords& words);

}  // namespace klikpad
