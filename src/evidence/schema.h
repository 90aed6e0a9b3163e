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
// Of pages, texts and links; of WaysTables(); and of all other tables, then ANALYZE. Made after
// filling, which is faster.
std::string LookIndexSql();
std::string WaysIndexSql();
std::string IndexSql();

// What is written beside the pages, at the same time: contacts, hours and reach; and these alone.
const std::vector<std::string>& WaysTables();
std::string WaysSchemaSql();

// Names of all tables and views, in the order of SchemaSql().
const std::vector<std::string>& EvidenceTables();

}  // namespace klikpad
