// Chat vendors and the marks they leave in a page (rules/chat-vendors.yaml), with an index over all
// marks that is built once, so that a page is searched for all vendors in one pass.

#pragma once

#include <bitset>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/multi_find.h"
#include "base/result.h"
#include "base/yaml.h"
#include "model/words.h"
#include "rules/key_filter.h"

namespace klikpad {

enum class VendorKind {
  kLiveChat,
  kBot,        // a machine answers first
  kMessaging,  // a messenger or an inbox of several
  kHelpdesk,   // forms and help articles, no chat
  kCallback,   // the brand calls back
  kCommunity,  // other customers answer
  kTracking,   // seen beside contact channels, but none itself
};
template <>
struct Words<VendorKind> {
  static constexpr std::array kList{"live-chat"sv, "bot"sv,       "messaging"sv, "helpdesk"sv,
                                    "callback"sv,  "community"sv, "tracking"sv};
};

// How far one mark alone may be trusted.
enum class MarkGrade {
  kSure,        // checked in a source: proves the vendor alone
  kUnverified,  // from knowledge: proves it together with another mark, else a weak hint
  kSecond,      // a common word or very short: counts only beside another mark
};
template <>
struct Words<MarkGrade> {
  static constexpr std::array kList{"sure"sv, "unverified"sv, "second"sv};
};

enum class MarkKind {
  kHost,      // of loaded things: "widget.vendor.example/js/", "*" stands for any run of characters
  kMarker,    // a string in the page's own scripts
  kGlobal,    // a JavaScript name
  kElement,   // tag#id.class[attribute^="value"]
  kOpenCall,  // script that opens the chat, white space left out, quotes as '
  kOff,       // script that keeps the chat hidden, written as kOpenCall
};

struct VendorMark {
  int vendor = -1;  // index in Vendors::list
  MarkKind kind = MarkKind::kHost;
  MarkGrade grade = MarkGrade::kSure;
  std::string text;  // as in the YAML file

  // Of a host mark: "" host for a path that the customer serves itself.
  std::string host, path;
  bool is_bare_domain = false;  // "vendor.example": proof only when something is loaded from it

  // Of an element mark; "" where it does not say.
  std::string tag, id, css_class, attribute, operation, value;
};

struct Vendor {
  std::string id, name;
  VendorKind kind = VendorKind::kLiveChat;
  std::string channel;  // of rules/channels.yaml; "" for vendors that are no channel
  std::string ended;    // "2024-05-09" when the service is no more, "" else
  std::string example;  // an HTML snippet that must be recognised
  std::vector<std::string> sources;
};

enum class ButtonWords { kSure, kSecond, kWith, kOthers, kOff, kHuman, kMachine };

// Wording of chat buttons by language; folded (lower case, no accents).
struct ChatButtons {
  std::vector<std::string> sure;    // "chat met ons"
  std::vector<std::string> second;  // "message us": only beside a vendor or a script that opens it
  std::vector<std::string> with;    // "chat met", and then a name: only at the start of a button
  std::vector<std::string> others;  // "vrienden": with whom, so that no one of the brand answers
  std::vector<std::string> elsewhere;  // "whatsapp": opens that
  std::vector<std::string> below;      // "start een gesprek": only below a heading that says chat
  std::vector<std::string> off;        // "chat is offline"
  std::vector<std::string> human;      // "chat met een medewerker"
  std::vector<std::string> machine;    // "chatbot"
};

// Lets string_view look into a map of strings.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using MarksByText = std::unordered_map<std::string, std::vector<int>, TextHash, std::equal_to<>>;

struct Vendors {
  std::vector<Vendor> list;  // in the file's order
  std::vector<VendorMark> marks;
  ChatButtons buttons;
  std::vector<std::string> facades;  // class names of placeholders that load a chat when clicked

  // Null when there is no such vendor.
  const Vendor* Find(std::string_view id) const;

  // The index: mark numbers by where they can be met.
  MultiFind scripts;              // over `script_marks`
  std::vector<int> script_marks;  // hosts, markers, globals; a mark's searched text is SearchText
  MarksByText hosts;              // by host, or by what follows its "*"
  KeyFilter host_filter;          // of the above
  std::vector<int> paths;         // host marks without a host
  std::vector<std::string> path_parts;  // what stands in every address that one of them fits
  MarksByText ids, classes, tags, attributes;
  KeyFilter id_filter, class_filter, attribute_filter;  // of the above; facades are classes too
  std::vector<int> prefixes;                            // [id^=…] and [class^=…]
  std::bitset<256> prefix_firsts;                       // with what their values begin
  std::vector<int> parts;                               // [id*=…], [class*=…] and the like
  MultiFind calls;                                      // over `call_marks`: open calls and offs
  std::vector<int> call_marks;
  MultiFind phrases;  // over all wordings of `buttons`
  std::vector<std::string> phrase_texts;
  std::vector<ButtonWords> phrase_kinds;
};

Result<Vendors> ParseVendors(const Yaml& yaml);

// "*" matches any run of characters; all of `text` must match.
bool GlobMatch(std::string_view pattern, std::string_view text);
// A call without white space and with one kind of quote, for comparison.
std::string SqueezeScript(std::string_view script);

}  // namespace klikpad
