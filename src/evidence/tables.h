// The CREATE statements of the evidence tables, in groups. Only schema.cpp reads this.

#pragma once

#include <string>
#include <vector>

#include "model/words.h"

namespace klikpad {

struct TableText {
  std::string name;
  std::string sql;
};

// audit, channels, coverage, hosts, pages, page_roles, texts, links
std::vector<TableText> PageTables();
// contacts, hours, reach, routes, steps
std::vector<TableText> ContactTables();
// listings, messages, traits, probes, incidents, benchmarks, touchpoints, metrics
std::vector<TableText> ObservedTables();

// "CHECK(region IN ('main','header'))"; NULL passes, as SQL has it.
template <typename E>
std::string OneOf(const std::string& column) {
  std::string words;
  for (std::string_view word : Words<E>::kList) {
    words += (words.empty() ? "'" : ",'") + std::string(word) + "'";
  }
  return "CHECK(" + column + " IN (" + words + "))";
}

// A 0/1 column with its default.
std::string Flag(const std::string& column, int by_default);
// A STRICT table with an integer `id` first and the generated `ref` last.
TableText MakeTable(const std::string& name, const std::vector<std::string>& columns);

}  // namespace klikpad
