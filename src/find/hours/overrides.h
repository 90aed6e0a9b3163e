// How rules of opening hours bear on each other: exceptions take days over, "tot 21.00 uur" takes
// its start from the rule before.

#pragma once

#include "find/hours/parse.h"

namespace klikpad {

// "tot 21.00 uur" on a day starts as that day does otherwise, as hours without days do, or as the
// days right before it do ("ma-do 9-17, vr tot 16").
void FillStarts(std::vector<HoursRule>& rules);

// A later rule for some of the days of an earlier one takes them over; what then still says two
// things of one day is contradictory.
void Override(ParsedHours& parsed);

}  // namespace klikpad
