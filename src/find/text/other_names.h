// Other organisations that a clause names by signs of their own: a legal form, "…partner",
// "Klarna's customer service". A name alone is no sign: departments and colleagues have names, too.

#pragma once

#include <string>
#include <string_view>

namespace klikpad {

// `clause`: what introduces a contact, as written. "" when it names nobody so.
// `with_forms`: legal forms and words like "Stichting" count. Where a company tells who it is, they
// stand in its own name, which need not be the brand's.
std::string OtherOrganisation(std::string_view clause, bool with_forms);

}  // namespace klikpad
