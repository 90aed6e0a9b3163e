// What readers of store pages share: texts and attributes of nodes, links by what they are called,
// the app of the structured data, bounded walks over a script's JSON.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "model/listing.h"
#include "model/page.h"
#include "rules/store_words.h"

namespace klikpad {

// The visible words below a node, white space collapsed, at most 2,000 bytes.
std::string TextBelow(const Page& page, int node);
// The same, each <br> and block a new line, at most 20,000 bytes.
std::string LinesBelow(const Page& page, int node);
// The first node whose attribute has that value, -1 when there is none.
int NodeWith(const Page& page, std::string_view attribute, std::string_view value);
// The first node of that class, -1 when there is none.
int NodeOfClass(const Page& page, std::string_view name);
// Text of the inline script with that id, "" when there is none.
std::string_view ScriptWithId(const Page& page, std::string_view id);

// An http or https address as the listing means it, without a store's redirector around it.
std::optional<std::string> WebAddress(std::string_view text);

// Sets support, website or privacy when `label` names one and it is not set yet.
void TakeLink(const std::string& label, const std::string& url, const StoreWords& words,
              Listing& listing);
// Sets seller, email, phone, address, website, privacy or the day of the version when `label` names
// one, it is not set, and the value has the shape of one.
void TakeFact(std::string_view label, std::string_view value, const StoreWords& words,
              Listing& listing);

// Every small element below `root` whose words are a known label, with the words of the element
// behind it: ("Updated on", "3 okt 2025").
std::vector<std::pair<std::string, std::string>> LabelledTexts(const Page& page, int root,
                                                               const StoreWords& words);

// Title, developer, description, price and ratings from the page's SoftwareApplication, where it
// has one.
void TakeStructuredData(const Page& page, Listing& listing);

// Lines kept, at most 20,000 bytes.
std::string CutDescription(std::string_view text);

// True when the address that the page calls its own leads to that app. Nothing when it has none.
std::optional<bool> IsPageOf(const Page& page, const Listing& listing);

// Every value below `root`, parents first; stops after two million.
void ForEachJson(const Json& root, const std::function<void(const Json&)>& visit);

// "a@b.nl": an address as a whole, nothing else.
bool IsEmail(std::string_view text);
// Digits with separators, eight or more of them, or fewer behind "+".
bool IsPhoneShaped(std::string_view text);

}  // namespace klikpad
