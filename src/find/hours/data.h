// Opening hours in structured data: openingHours ("Mo-Fr 09:00-17:00"), openingHoursSpecification
// and hoursAvailable (https://schema.org/openingHours,
// https://schema.org/OpeningHoursSpecification).

#pragma once

#include "model/contact.h"
#include "model/page.h"
#include "rules/rules.h"

namespace klikpad {

// Hours of a place are those of its address, hours of a ContactPoint those of its phone or e-mail.
// Specifications that hold only for some dates are left out.
void FindHoursInData(const Page& page, const Rules& rules, Findings& findings);

}  // namespace klikpad
