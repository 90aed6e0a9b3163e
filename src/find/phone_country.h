// Which country a number without a country code belongs to: that of its section of the page, else
// that of the page.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/brand.h"
#include "model/page.h"
#include "rules/phones.h"

namespace klikpad {

class PhoneCountries {
 public:
  PhoneCountries(const Page& page, const PhoneFacts& facts, const PageContext& context);

  // Countries to try for a number in that block, the likeliest first, at most four. `before` is the
  // folded text between the block's start or the number before it and this number.
  std::vector<std::string> ForBlock(int block, std::string_view before);
  // Countries of the page as a whole, the likeliest first. The first is sure when the audit, the
  // host or the page's language names it.
  const std::vector<std::string>& OfPage() const { return page_countries_; }
  bool IsSure() const { return is_sure_; }
  // A number with a country code was met: its country becomes one to try.
  void Met(const std::string& country);

  // The country that the text of a heading or an address line names, "" when it names none.
  static std::string NamedIn(const PhoneFacts& facts, std::string_view text, bool is_title);

 private:
  void ReadPostalSigns();
  void ReadStructuredData();
  const std::string& SectionOf(int block);
  const std::string& NamedInBlock(int block);
  void Add(const std::string& country);

  const Page& page_;
  const PhoneFacts& facts_;
  std::vector<std::string> page_countries_;
  bool is_sure_ = false;
  std::map<int, std::string> named_;     // by block
  std::map<int, std::string> sections_;  // by block
};

}  // namespace klikpad
