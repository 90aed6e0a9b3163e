// Fills an empty evidence database from rows written by hand.

#pragma once

#include "evidence/database.h"
#include "evidence/evidence_db.h"

namespace klikpad {

// Rows in any order: references are checked at the end. The catalogue of channels comes first.
Result<void> FillFromRows(sqlite3* db, const std::vector<EvidenceSource>& rows,
                          const Channels& channels);

// Long text goes in whole: for rows written by hand and for parameters.
void BindSqlValue(sqlite3_stmt* statement, int index, const SqlValue& value);

void AddChannels(sqlite3* db, const Channels& channels, Result<void>& outcome);

}  // namespace klikpad
