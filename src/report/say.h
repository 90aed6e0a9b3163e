// A report's voice in one language: its texts, and figures, dates and names in words.

#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/audit.h"
#include "report/wording.h"

namespace klikpad {

class Say {
 public:
  // `lang` "nl", else English.
  Say(const Audit& audit, const ReportWording& wording, std::string_view lang)
      : audit_(audit), wording_(wording), is_dutch_(lang == "nl") {}

  std::string_view Lang() const { return is_dutch_ ? "nl" : "en"; }
  const std::string& In(const Bilingual& text) const { return is_dutch_ ? text.nl : text.en; }

  using Values = std::initializer_list<std::pair<std::string_view, std::string>>;
  // A text of the wording with {name} filled in; the key itself when there is none.
  std::string Text(const std::string& key, Values values = {}) const;
  // A word of a group, else the word itself.
  std::string Word(const std::string& group, const std::string& word) const;

  // A remark of klikpad's own (reports/remarks.yaml); nothing when the text is none.
  std::optional<std::string> Known(std::string_view text) const {
    return wording_.remarks.Tell(text, is_dutch_);
  }
  // The same, and any other text as it is.
  std::string Remark(const std::string& text) const { return Known(text).value_or(text); }

  // What an auditor wrote, in this language where he gave it in both.
  const std::string& Noted(const std::string& text) const;

  // "1 uur 25 minuten", "3 clicks"; a number without a unit as Number; text as it is.
  std::string Value(const std::string& value, const std::string& unit) const;
  // "3 klikken"
  std::string Clicks(int clicks) const { return Value(std::to_string(clicks), "clicks"); }
  // At most one decimal, with the language's own marks: "62,5", "18.400".
  std::string Number(double value) const;
  // "9 april 2013, 08:30 UTC", the day alone when there is no time,
  // "april 2013" for a month; other text as it is.
  std::string Date(const std::string& iso) const;
  std::string Channel(const std::string& id) const;
  // Of the site's page with that index: a language tag, "" when not known.
  std::string PageLang(int page) const;
  // A channel, role, use, tariff or state by its word, else the word itself.
  std::string Name(const std::string& word) const;
  // "the website", "the contact page"
  std::string Look(const Coverage& row) const;
  // "a, b en c"
  std::string List(const std::vector<std::string>& parts) const;

  const Audit& Of() const { return audit_; }

 private:
  const Audit& audit_;
  const ReportWording& wording_;
  bool is_dutch_;
};

}  // namespace klikpad
