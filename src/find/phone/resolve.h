// A telephone address and the countries it may belong to → one number.

#pragma once

#include <string>
#include <vector>

#include "find/phone/plan.h"
#include "find/phone/uri.h"
#include "model/words.h"
#include "rules/phones.h"

namespace klikpad {

struct ResolvedNumber {
  std::string value;  // E.164; short numbers as dialled; digits as written where no plan knows them
  Tariff tariff = Tariff::kUnknown;
  std::string purpose;  // of a short number; "" unknown
  Confidence confidence = Confidence::kWeak;
};

// `countries` are tried in this order; `home` is the country from which a call is priced, "" when
// unknown.
ResolvedNumber ResolveUri(const PhoneUri& uri, const std::vector<std::string>& countries,
                          const std::string& home, const PhoneFacts& facts, NumberChecks& checks);

// What a call costs from `home`: by the plan's own prefixes where they say more than the kind.
Tariff TariffFrom(const std::string& home, const DialNumber& number, const PhoneFacts& facts);

}  // namespace klikpad
