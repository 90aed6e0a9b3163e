// A form reduced to what tells its kind: its fields counted by what they ask for, and the words
// around.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/page.h"
#include "rules/form_words.h"

namespace klikpad {

// What the fields of a form are, counted; radio buttons and boxes of one name count once.
struct FormFields {
  int shown = 0;  // all that a visitor fills in
  int typed = 0;  // text, e-mail, number and the like
  int passwords = 0;
  int areas = 0;     // for a message; not those of captchas
  int searches = 0;  // type=search
  int selects = 0, ticks = 0, files = 0, dates = 0;
  int resumes = 0;  // of the files
  std::map<FieldSense, int> senses;
  int Of(FieldSense sense) const {
    auto it = senses.find(sense);
    return it == senses.end() ? 0 : it->second;
  }
};

FormFields CountFields(const Form& form, const FormWords& words);

// The words that stand for the form as a whole.
struct WordsAround {
  std::vector<std::string> names;    // id, name, class, another address that receives it
  std::vector<std::string> submit;   // on its buttons
  std::vector<std::string> heading;  // above it
  std::vector<std::string> opening;  // its own first words
  std::vector<std::string> page;     // title and address of the page
  std::vector<std::string> address;  // of the page alone: a title may name the brand
};

WordsAround ReadWordsAround(const Page& page, const Form& form);

// The heading that stands above something at `heading` (an index in Page::blocks), "" when none.
std::string HeadingText(const Page& page, int heading);

}  // namespace klikpad
