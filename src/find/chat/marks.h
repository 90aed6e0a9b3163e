// Page → the vendor marks that it carries: in loaded scripts and frames, in the text of its own
// scripts, in noscript and in elements. What the marks amount to is decided in find/chat/chat.cpp.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "rules/vendors.h"

namespace klikpad {

// One mark met once.
struct VendorSighting {
  int mark = -1;  // index in Vendors::marks
  // What this sighting is worth; lower than the mark's own grade where the place is weak (a
  // preconnect, a bare domain in a script's text).
  MarkGrade grade = MarkGrade::kSure;
  bool is_loaded = false;  // a script or frame comes from there
  bool is_frame = false;
  bool needs_consent = false;  // parked by a consent tool
  bool is_off = false;         // a script that keeps the chat hidden
  int node = -1;
  Place place;
  std::string quote;  // at most 160 bytes
};

struct VendorMarks {
  std::vector<VendorSighting> sightings;  // by vendor, then in document order
  int facade = -1;                        // first placeholder that loads a chat when clicked
  std::vector<int> on_click;              // nodes with a script of their own
};

VendorMarks FindVendorMarks(const Page& page, const Vendors& vendors);

// Marks of hosts that fit the address, of the vendor whose mark fits most closely.
std::vector<int> MatchHost(const Vendors& vendors, std::string_view url);

// The first open call in a script ("" squeezed) as a mark number, -1 for none.
int FindOpenCall(const Vendors& vendors, std::string_view script);

}  // namespace klikpad
