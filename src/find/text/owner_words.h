// Words that give a contact to somebody else than the brand: "website by", "Autoriteit
// Persoonsgegevens", "our partners", "our team".

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/contact.h"
#include "model/page.h"
#include "model/site.h"
#include "rules/networks.h"

namespace klikpad {

struct OwnerCue {
  Owner owner = Owner::kUnknown;
  std::string why;  // the words
};

// What the words around a link on its page say. Nothing when they say nothing.
std::optional<OwnerCue> OwnerCueOfLink(const Page& page, const Link& link, const Networks& networks,
                                       std::string_view language);

// The same when only the look is left: the quote of a contact, the texts before it, the heading
// above.
std::optional<OwnerCue> OwnerCueOfPoint(const SitePage& page, const ContactPoint& point,
                                        const Networks& networks);

// Where the page itself says not to use the contact: a swindler's number ("Bel dit nummer niet"), a
// line that is closed. Its owner is not known.
std::optional<OwnerCue> WarnedOf(const SitePage& page, const ContactPoint& point,
                                 const Networks& networks);

// Whom the page refers to (a parcel service, the doctor on duty) right before the contact, in its
// own sentence or as the whole heading above it; "" for none.
std::string ReferredTo(const SitePage& page, const ContactPoint& point, const Networks& networks);

// The organisation that the sentence names before the contact (find/text/other_names.h), "" for
// none or where words of the brand's own follow it ("…, of bel ons op").
std::string OtherNamed(const SitePage& page, const ContactPoint& point, const Networks& networks,
                       bool with_forms);

}  // namespace klikpad
