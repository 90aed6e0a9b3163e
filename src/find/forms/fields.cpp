// Fields are told by their types first, then by the words in their names and labels.

#include "find/forms/fields.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "base/url.h"

namespace klikpad {
namespace {

constexpr std::size_t kMaxFields = 300;

using WordsIn = std::vector<std::string>;

void Append(WordsIn& to, WordsIn from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

bool IsButton(const FormField& field) {
  return field.tag == "button" || field.type == "submit" || field.type == "button" ||
         field.type == "image" || field.type == "reset";
}

WordsIn WordsOfField(const FormField& field) {
  WordsIn words = WordsOfName(field.name);
  if (field.id != field.name) Append(words, WordsOfName(field.id));
  Append(words, WordsOfText(CutUtf8(field.label, 120)));
  if (field.placeholder != field.label) Append(words, WordsOfText(CutUtf8(field.placeholder, 80)));
  Append(words, WordsOfName(field.autocomplete));
  return words;
}

// The heading with which the form itself begins, else the one above it.
std::string OwnHeading(const Page& page, const Form& form) {
  const auto first = std::upper_bound(
      page.blocks.begin(), page.blocks.end(), form.position,
      [](int position, const TextBlock& block) { return position < block.position; });
  const bool is_own = first != page.blocks.end() && first->kind == TextKind::kHeading &&
                      !first->text.empty() && form.text.starts_with(first->text);
  return is_own ? first->text : HeadingText(page, form.heading);
}

}  // namespace

FormFields CountFields(const Form& form, const FormWords& words) {
  FormFields count;
  std::set<std::pair<std::string, std::string>> choices;  // radio groups count once
  std::size_t read = 0;
  for (const FormField& field : form.fields) {
    if (++read > kMaxFields) break;
    if (IsButton(field) || field.type == "hidden") continue;
    if ((field.type == "radio" || field.type == "checkbox") &&
        !choices.insert({field.type, field.name}).second) {
      continue;
    }
    WordsIn of_field = WordsOfField(field);
    auto fits = [&](FieldSense sense) {
      auto it = words.fields.find(sense);
      return it != words.fields.end() && it->second.Fits(of_field);
    };
    if (fits(FieldSense::kCaptcha)) continue;
    ++count.shown;
    if (field.type == "password") {
      ++count.passwords;
      continue;
    }
    if (field.type == "radio" || field.type == "checkbox") {
      ++count.ticks;
      for (FieldSense sense : {FieldSense::kRating, FieldSense::kRemember}) {
        if (fits(sense)) ++count.senses[sense];
      }
      continue;
    }
    if (field.type == "file") {
      ++count.files;
      if (fits(FieldSense::kResume)) ++count.resumes;
      continue;
    }
    if (field.tag == "textarea") {
      ++count.areas;
    } else if (field.tag == "select") {
      ++count.selects;
    } else {
      ++count.typed;
    }
    if (field.type == "search") ++count.searches;
    if (field.type.starts_with("date") || field.type == "time") ++count.dates;
    for (const auto& [sense, list] : words.fields) {
      const bool is_told_elsewhere = sense == FieldSense::kRemember ||
                                     sense == FieldSense::kCaptcha || sense == FieldSense::kResume;
      if (!is_told_elsewhere && list.Fits(of_field)) ++count.senses[sense];
    }
    if (field.type == "email" && !fits(FieldSense::kEmail)) ++count.senses[FieldSense::kEmail];
    if (field.type == "tel" && !fits(FieldSense::kPhone)) ++count.senses[FieldSense::kPhone];
  }
  return count;
}

WordsAround ReadWordsAround(const Page& page, const Form& form) {
  WordsAround around;
  around.names = WordsOfName(form.id);
  if (form.name != form.id) Append(around.names, WordsOfName(form.name));
  Append(around.names, WordsOfName(CutUtf8(form.css_class, 200)));
  std::optional<Url> action = Url::Parse(form.action);
  std::optional<Url> own = Url::Parse(page.url);
  if (action && own && action->WithoutFragment() != own->WithoutFragment()) {
    Append(around.names, WordsOfName(CutUtf8(PercentDecode(action->PathAndQuery()), 300)));
  }
  for (const FormField& field : form.fields) {
    if (IsButton(field)) Append(around.submit, WordsOfName(field.name));
  }
  for (const std::string& label : form.submits) {
    Append(around.submit, WordsOfText(CutUtf8(label, 80)));
  }
  around.heading = WordsOfText(CutUtf8(OwnHeading(page, form), 150));
  around.opening = WordsOfText(CutUtf8(form.text, 160));
  around.page = WordsOfText(CutUtf8(page.title, 150));
  if (own) around.address = WordsOfName(PercentDecode(own->PathAndQuery()));
  around.page.insert(around.page.end(), around.address.begin(), around.address.end());
  return around;
}

std::string HeadingText(const Page& page, int heading) {
  if (heading < 0 || static_cast<std::size_t>(heading) >= page.blocks.size()) return "";
  return page.blocks[static_cast<std::size_t>(heading)].text;
}

}  // namespace klikpad
