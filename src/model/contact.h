// What `find` finds on one page: contact points, opening hours, form kinds and roles. One record an
// occurrence, each with its place and the words seen.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/shared_text.h"
#include "model/page.h"
#include "model/words.h"

namespace klikpad {

// Where a contact point stands in a page's own order and what shows that it is the brand's.
struct ContactPoint {
  std::string channel;  // a word of rules/channels.yaml
  // Canonical: E.164 or the short number as dialled, lower-case handle or e-mail, vendor id, or the
  // address of a form. Equal values are one contact.
  std::string value;
  std::string handle;  // account name, lower case, no @; "" when the channel has none
  SharedText display;  // as printed or linked
  SharedText url;      // that opens it, "" when it is only printed
  Use use = Use::kContact;
  Owner owner = Owner::kUnknown;
  std::vector<SharedText> signals;  // why this owner and use, in words
  Region region = Region::kMain;
  SharedText label;  // words of the link, or the nearest caption
  int position = 0;
  bool is_clickable = false;  // a link or button opens it; false when only printed
  bool is_visible = true;
  bool is_folded = false;     // hidden until a tab or a heading of the page is pressed
  bool is_quoted = false;     // in a quotation or a review: other people's words
  bool is_data_only = false;  // said in structured data alone: no visitor ever sees it
  bool needs_javascript = false;
  Human human = Human::kUnknown;
  Tariff tariff = Tariff::kUnknown;  // phones only
  std::optional<double> cents;       // price a minute, when stated
  std::string purpose;  // service, sales, complaints, emergency, press … ; "" unknown
  // Of a chat: visible, script, needs-consent, facade, off; of an account: left; "" else.
  std::string state;
  Confidence confidence = Confidence::kLikely;
  SharedText quote;  // the words seen, at most 300 bytes
  Place place;
};

struct OpeningHours {
  std::string channel;  // "" when it could not be told
  int weekday = 1;      // 1 Monday … 7 Sunday; 0 when the days are not named
  int opens = 0;        // minutes after midnight
  int closes = 0;       // may pass 1440
  std::string label;
  std::string quote;
  Place place;
};

struct FoundForm {
  FormKind kind = FormKind::kOther;
  std::string why;  // the signs that decided, in words
  int form = -1;    // index in Page::forms
};

struct PageRole {
  Role role = Role::kHome;
  std::string why;
  Confidence confidence = Confidence::kLikely;
};

// An account that a page names without showing it: a sign of whose it is, no contact point.
struct AccountMention {
  std::string channel;
  std::string value;  // canonical, as ContactPoint::value
  std::string handle;
  std::string where;  // twitter:site, twitter:creator, article:publisher, sameAs, contact-point,
                      // rel=me, h-card, fediverse:creator
  bool is_person = false;  // of a person (an author), not of the organisation
  bool operator==(const AccountMention&) const = default;
};

// All that one page shows. Contacts in order of position.
struct Findings {
  std::vector<ContactPoint> contacts;
  std::vector<OpeningHours> hours;
  std::vector<FoundForm> forms;  // one for each of Page::forms, in order
  std::vector<PageRole> roles;
  std::vector<AccountMention> mentions;  // each once, in the page's order
  // Signs of a news item, too few by themselves: with a list of news that links here they do.
  std::vector<std::string> news_hints;
  std::string manifest;  // address of the web app manifest, "" for none
};

}  // namespace klikpad
