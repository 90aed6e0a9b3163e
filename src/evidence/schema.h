// The tables of the evidence: what every check may ask. rules/README.md documents them column by
// column, and a test holds that text equal to this schema.

#pragma once

#include <string>
#include <vector>

namespace klikpad {

// Raised whenever a table or column changes its meaning.
inline constexpr int kSchemaVersion = 1;

// Tables and views. Enum columns carry a CHECK made of the words of the model.
std::string SchemaSql();
// Of pages, texts and links, and of all other tables; made after filling, which is faster. Then
// ANALYZE.
std::string LookIndexSql();
std::string IndexSql();

// Names of all tables and views, in the order of SchemaSql().
const std::vector<std::string>& EvidenceTables();

}  // namespace klikpad
