// Why a contact is whose and what for: a closed set of signs, each a stable code with at most one
// parameter, written "code" or "code: parameter". Reports word them (reports/wording.yaml); checks
// and JSON read them as they are.

#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "model/words.h"

namespace klikpad {

enum class Sign {
  // Whose it is.
  kKnownContact,     // brand.yaml names it
  kOwnMailDomain,    // an e-mail address of the brand's domain
  kNameInDomain,     // its domain carries the brand's name (the name)
  kNameInHandle,     // its handle or address carries the brand's name (the name)
  kNamedBy,          // the site's own data names it (where: sameAs, rel=me, twitter:site …)
  kFramed,           // in the header or footer of most pages
  kOnMostPages,      // on most pages
  kWordsNear,        // the words near it ask to follow, to contact, to install (the words)
  kOnlyProminent,    // the only account of its network in header, footer or on a page of contact
  kOnOwnSite,        // stands on the brand's own site, and nothing gives it to another
  kOwnHost,          // its host is the brand's
  kVendorHandle,     // comes with a vendor's templates
  kOtherOwnerWords,  // words near it give it to another (the words)
  kPerson,           // an account of a person
  kAuthorityHost,    // an address of an authority
  kAuthorityHandle,  // an account of a regulator, the police, a ministry
  kAuthorityNumber,  // a number of the police, a regulator, a helpline for all
  kTooFewSigns,      // fewer than two signs that it is the brand\'s own
  kOtherMailDomain,  // an e-mail address of another domain, not where the brand presents itself
  kBesideOtherMail,  // beside an e-mail address of another domain, and nowhere else
  kInNewsItem,       // in a news item, and nowhere else
  kInForum,          // in a forum, and nowhere else
  kInQuotation,      // in a quotation or a review, and nowhere else
  // What it is for and how it is known.
  kAsksContact,      // the words promise an answer (the words)
  kAsksFollow,       // the words ask to follow (the words)
  kLeft,             // the words say that it is no longer used (the words)
  kShareLabel,       // the label says that it shares
  kInEmbed,          // inside an embedded post
  kEmbedClass,       // embedded by a class (its name)
  kFrame,            // an embedded frame
  kPrintedHandle,    // printed beside the network's name
  kPrintedAddress,   // an address that is printed
  kLacksScheme,      // the link lacks https://, so it leads nowhere
  kNoCountryCode,    // a messenger's link without country code, which does not work
  kSmartBanner,      // a meta element that makes browsers offer the app (its name)
  kStructuredData,   // structured data says so (the property)
  kShape,            // reads like one (its marks)
  kSecurityReports,  // security.txt gives it for reports of leaks
  kEnded,            // the service ended (the day)
  // Marks of chats.
  kLoads,            // loads (what)
  kElement,          // has the element (which)
  kScriptNames,      // a script names (what)
  kScriptSays,       // a script says (what)
  kKeepsHidden,      // a script keeps it hidden (the call)
  kOpensByClick,     // a click opens the chat
  kSaysChat,         // the words say chat
  kLeadsToChat,      // leads to a chat
  kFacade,           // a placeholder that loads a chat when clicked
  kWaitsForConsent,  // waits for consent (what)
};
template <>
struct Words<Sign> {
  static constexpr std::array kList{"known-contact"sv,
                                    "own-mail-domain"sv,
                                    "name-in-domain"sv,
                                    "name-in-handle"sv,
                                    "named-by"sv,
                                    "framed"sv,
                                    "on-most-pages"sv,
                                    "words-near"sv,
                                    "only-prominent"sv,
                                    "on-own-site"sv,
                                    "own-host"sv,
                                    "vendor-handle"sv,
                                    "other-owner-words"sv,
                                    "person"sv,
                                    "authority-host"sv,
                                    "authority-handle"sv,
                                    "authority-number"sv,
                                    "too-few-signs"sv,
                                    "other-mail-domain"sv,
                                    "beside-other-mail"sv,
                                    "in-news-item"sv,
                                    "in-forum"sv,
                                    "in-quotation"sv,
                                    "asks-contact"sv,
                                    "asks-follow"sv,
                                    "said-to-be-left"sv,
                                    "share-label"sv,
                                    "in-embed"sv,
                                    "embed-class"sv,
                                    "frame"sv,
                                    "printed-handle"sv,
                                    "printed-address"sv,
                                    "lacks-scheme"sv,
                                    "no-country-code"sv,
                                    "smart-banner"sv,
                                    "structured-data"sv,
                                    "shape"sv,
                                    "security-reports"sv,
                                    "ended"sv,
                                    "loads"sv,
                                    "element"sv,
                                    "script-names"sv,
                                    "script-says"sv,
                                    "keeps-hidden"sv,
                                    "opens-by-click"sv,
                                    "says-chat"sv,
                                    "leads-to-chat"sv,
                                    "facade"sv,
                                    "waits-for-consent"sv};
};

inline std::string Signal(Sign sign, std::string_view parameter = {}) {
  std::string text(Word(sign));
  if (!parameter.empty()) text.append(": ").append(parameter);
  return text;
}

// Code and parameter; the code is "" for words of a detector that are no sign of this list.
inline std::pair<std::string_view, std::string_view> SplitSignal(std::string_view signal) {
  const std::size_t colon = signal.find(": ");
  const std::string_view code = signal.substr(0, colon);
  if (!FromWord<Sign>(code)) return {{}, signal};
  if (colon == std::string_view::npos) return {code, {}};
  return {code, signal.substr(colon + 2)};
}

inline bool IsSignal(std::string_view signal, Sign sign) {
  return SplitSignal(signal).first == Word(sign);
}

}  // namespace klikpad
