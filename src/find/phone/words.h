// Words around a number: labels, traps, purposes, prices. All windows are folded text.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/phones.h"

namespace klikpad {

struct LabelHit {
  PhoneLabel label = PhoneLabel::kVoice;
  bool is_close = false;           // nothing but punctuation parts it from the number
  bool is_department = false;      // "Sales:" says whose number it is, not what kind
  std::optional<PhoneLabel> also;  // of "Bel of app: …": the number is that as well
};

// What joins two labels of one number, or two numbers of one label: "Tel/Fax", "call or text",
// "Tel. e Fax". `between` is folded.
bool IsJoin(std::string_view between);

// The label nearest to the number that follows `window`. "Tel/Fax" is a voice number, "Call or
// text" one with `also`.
std::optional<LabelHit> LabelBefore(const PhoneFacts& facts, std::string_view window);
// The label with which `window`, the text after a number, begins: "(fax)", "- Mobile".
std::optional<PhoneLabel> LabelAfter(const PhoneFacts& facts, std::string_view window);
// True when the window ends in a word that digits follow which are no phone number: "KvK-nummer:",
// or any other compound of "nummer" that is not known to be dialled.
bool TrapBefore(const PhoneFacts& facts, std::string_view window);
// True when a long one stands right before the digits, whatever they look like: "Customer ID:".
bool SureTrapBefore(const PhoneFacts& facts, std::string_view window);
// True when the window begins with a unit: "euro", "stuks".
bool UnitAfter(const PhoneFacts& facts, std::string_view window);
// "" when no word tells it; the last one in the window decides.
std::string PurposeIn(const PhoneFacts& facts, std::string_view window);
std::optional<Tariff> TariffIn(const PhoneFacts& facts, std::string_view window);
// "€ 0,10 per minuut", "10 cent per minuut" → 10. Nothing when no price a minute is stated.
std::optional<double> CentsPerMinute(const PhoneFacts& facts, std::string_view window);

}  // namespace klikpad
