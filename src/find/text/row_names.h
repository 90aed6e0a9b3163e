// Whose row it is: a table or list of definitions names in a cell before the number who answers it.

#pragma once

#include "model/contact.h"
#include "model/page.h"
#include "rules/networks.h"

namespace klikpad {

// Numbers and e-mail addresses that stand nearly alone in a cell (or <dd>) are quoted with what
// stands before them in their row: "GGD Twente 053 …". Where a column of the table is headed by
// what others are ("Netbeheerder", "Retailer"), they are a partner's.
void NameRows(const Page& page, const Networks& networks, Findings& found);

}  // namespace klikpad
