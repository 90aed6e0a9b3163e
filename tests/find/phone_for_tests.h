// Phones for tests: pages of texts alone, and what is found on them.

#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "find/phone/phone.h"
#include "rules_for_tests.h"

namespace klikpad {

inline Page TextPage(const std::vector<std::string>& lines, const std::string& url = "",
                     const std::string& lang = "") {
  Page page;
  page.url = url;
  page.lang = lang;
  page.document.nodes.push_back({"#document", "", -1, 1, 0, 0, 0, 0});
  int position = 0;
  for (const std::string& line : lines) {
    TextBlock block;
    block.node = 0;
    block.text = line;
    block.position = position++;
    page.blocks.push_back(block);
  }
  return page;
}

// "phone +31206241111, fax +31206241112": channel and value of each, in order.
inline std::string Found(const Page& page, const std::string& country) {
  PageContext context;
  context.country = country;
  Findings findings;
  FindPhones(page, PhoneRulesForTests(), context, findings);
  std::string all;
  for (const ContactPoint& point : findings.contacts) {
    if (!all.empty()) all += ", ";
    all += point.channel + " " + point.value;
  }
  return all;
}

inline ContactPoint First(const std::string& text, const std::string& country) {
  PageContext context;
  context.country = country;
  Findings findings;
  FindPhones(TextPage({text}), PhoneRulesForTests(), context, findings);
  REQUIRE(!findings.contacts.empty());
  return findings.contacts[0];
}

}  // namespace klikpad
