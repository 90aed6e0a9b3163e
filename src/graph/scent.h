// Scent: would a visitor who looks for a channel follow this link, going by its words? (After
// Pirolli and Card's information foraging: a link is followed for what its label promises.)

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/vocabulary.h"

namespace klikpad {

struct Scent {
  double strength = 0;     // 0 to 1
  std::string why;         // one short sentence; "" when there is nothing to say
  bool is_jargon = false;  // a trade word that customers do not know: no scent for a channel
  bool is_false = false;   // a misleading phrase: "mobiel bellen" leads to no phone number
};

// A link of at least this strength is followed by a sensible visitor: it names the channel, its
// family or contact, or is the customer service. Help pages and what lies about the company are
// below.
inline constexpr double kScentThreshold = 0.5;

struct ScentLink {
  std::string_view label;    // accessible name
  std::string_view context;  // the heading above it, "" when none
  std::string_view path;     // of the address behind it, "" unknown
  std::string_view lang;     // of the page, BCP 47, "" unknown
};

// What the vocabulary knows in one text: the same for whatever channel is looked for.
struct ScentText {
  std::size_t words = 0;
  std::vector<ChannelMatch> channels;
  std::vector<LabelMatch> labels;  // without trade words
};

// A link's words, looked up once for all channels. Its matches point into the vocabulary.
struct ScentWords {
  ScentText label;
  ScentText context;                    // read only where the label has no words
  const std::string* jargon = nullptr;  // the trade word in the label
  std::string misleading;               // the misleading phrase in the label
  bool is_contact_path = false;         // asked only where the label has no words
};
ScentWords ReadScent(const ScentLink& link, const Vocabulary& vocabulary);

// `channel` and `family` as in rules/channels.yaml; both "" ask for contact of any kind. The
// address is a hint only where the label says nothing against it (an icon, "lees meer" has none):
// visitors read labels.
Scent LabelScent(const ScentWords& words, std::string_view channel, std::string_view family,
                 const Vocabulary& vocabulary);
// The same without its reason.
double ScentStrength(const ScentWords& words, std::string_view channel, std::string_view family,
                     const Vocabulary& vocabulary);

}  // namespace klikpad
