// The footer prints "0900 - 555 01 23", the contact page adds "gebruikelijke belkosten".

#include "find/site/tariffs.h"

#include <map>
#include <string>

namespace klikpad {
namespace {

struct Said {
  bool is_basic = false, has_price = false;
};

}  // namespace

void AgreeOnTariffs(SiteLook& look) {
  std::map<std::string, Said> said;
  for (const SitePage& page : look.pages) {
    for (const ContactPoint& point : page.found.contacts) {
      if (point.channel != "phone") continue;
      Said& of = said[point.value];
      of.is_basic |= point.tariff == Tariff::kBasic;
      of.has_price |= point.cents.has_value();
    }
  }
  for (SitePage& page : look.pages) {
    for (ContactPoint& point : page.found.contacts) {
      if (point.channel != "phone" || point.tariff != Tariff::kPremium) continue;
      const Said& of = said[point.value];
      if (of.is_basic && !of.has_price) point.tariff = Tariff::kBasic;
    }
  }
}

}  // namespace klikpad
