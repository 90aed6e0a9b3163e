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

  // Countries to try for a number at byte `at` of that block (npos: its end), the likeliest first,
  // at most four. `before` is the folded text on its line before it.
  std::vector<std::string> ForBlock(int block, std::size_t at, std::string_view before);
  // Countries of the page as a whole, the likeliest first. The first is sure when the audit, the
  // host or the page's language names it.
  const std::vector<std::string>& OfPage() const { return page_countries_; }
  bool IsSure() const { return is_sure_; }
  // A number with a country code was met: its country becomes one to try.
  void Met(const std::string& country);

  // The country that the text of a heading or an address line names, "" when it names none.
  static std::string NamedIn(const PhoneFacts& facts, std::string_view text, bool is_title);

 private:
  void ReadStructuredData();
  void SplitLines();
  const std::string& SectionOf(int line);
  const std::string& NamedInLine(int line);
  std::string NamedInHeadings(int heading);
  void Add(const std::string& country);

  const Page& page_;
  const PhoneFacts& facts_;
  std::vector<std::string> page_countries_;
  bool is_sure_ = false;
  // Visible text outside navigation, line by line: addresses are broken with <br>.
  struct Line {
    int block = 0;
    std::string_view text;
  };
  std::vector<Line> lines_;
  std::vector<int> first_lines_;         // by block: index of its first line
  std::map<int, std::string> named_;     // by line
  std::map<int, std::string> sections_;  // by line
};

}  // namespace klikpad
