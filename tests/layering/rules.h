// The rules of the house as functions over text, so that a test can hand them a forbidden include.
// Each gives one line a complaint, "find/a.cpp:3: …", in the order of the files; none when all is
// well.

#pragma once

#include <string>
#include <vector>

#include "layering/source_tree.h"

namespace klikpad {

// Stages that depend on each other in a ring, or on a stage that is declared later or not at all.
std::vector<std::string> CheckStages(const std::vector<Stage>& stages);

// Own headers: only those of the own stage and of those in DEPENDS, which exist; no ring of
// headers, nor of the folders within a stage.
std::vector<std::string> CheckDirections(const std::vector<Stage>& stages,
                                         const std::vector<SourceFile>& files);

// Vendors' and system headers: only those that the table names, and only where it allows them.
std::vector<std::string> CheckVendors(const std::vector<SourceFile>& files);

// Every file begins with a comment that says what it is; every header has #pragma once.
std::vector<std::string> CheckForm(const std::vector<SourceFile>& files);

}  // namespace klikpad
