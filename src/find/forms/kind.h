// What a form is for, told from its fields, names, buttons and the words around it.

#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/page.h"
#include "model/words.h"
#include "rules/form_words.h"

namespace klikpad {

struct FormVerdict {
  FormKind kind = FormKind::kOther;
  double lead = 0;           // over the next kind; under 1 is a close call
  bool has_message = false;  // a field for a text of one's own
  bool has_phone = false;
  bool promises_callback = false;
  std::vector<std::string> signs;  // what spoke for the kind, the strongest first
};

FormVerdict JudgeForm(const Page& page, const Form& form, const FormWords& words);

}  // namespace klikpad
