// Phone numbers in one piece of text: digit runs → numbers, with the words beside them weighed.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "find/phone/plan.h"
#include "find/phone/text.h"
#include "find/phone/words.h"
#include "model/words.h"
#include "rules/phones.h"

namespace klikpad {

struct SeenNumber {
  std::size_t begin = 0, end = 0;  // in PlainText::text, extension included
  std::string
      value;  // E.164; a short number as dialled; digits as printed when the plan is unknown
  std::string country;  // "" unknown
  Tariff tariff = Tariff::kUnknown;
  std::string purpose;  // of short numbers
  std::string national;
  bool is_valid = false;  // a number plan knows it
  std::optional<PhoneLabel> label, also;
  std::string before, after;  // folded text around it, up to its neighbours
  Confidence confidence = Confidence::kWeak;
};

// What surrounds the text, asked only when a number needs it.
struct ScanContext {
  const PhoneFacts* facts = nullptr;
  NumberChecks* checks = nullptr;
  // Countries to try, by the folded text before the number and its place in PlainText::text.
  std::function<std::vector<std::string>(std::string_view, std::size_t)> countries;
  // The label that stands outside this text: the cell or heading beside it.
  std::function<std::optional<LabelHit>()> outer_label;
  // Folded words outside this text that name what stands in it: of its row, its column or the line
  // before. "" for none.
  std::function<std::string()> outer_words;
  // What the heading above says of numbers that no word beside them labels.
  std::function<std::optional<LabelHit>()> heading_label;
  bool is_country_sure = false;  // the first country of the page is known, not guessed
};

std::vector<SeenNumber> ScanNumbers(const PlainText& plain, const ScanContext& context);

}  // namespace klikpad
