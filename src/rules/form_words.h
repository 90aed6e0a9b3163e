// The words that tell the kind of a form (rules/forms.yaml).

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/words.h"

namespace klikpad {

// What a form's field asks for.
enum class FieldSense {
  kMessage,
  kSubject,
  kEmail,
  kPhone,
  kName,
  kCompany,
  kWebsite,
  kSearch,
  kUsername,
  kQuantity,
  kDate,
  kPeople,
  kPayment,
  kAddress,
  kBirth,
  kRating,
  kFriend,
  kResume,
  kRemember,
  kCaptcha,
};
template <>
struct Words<FieldSense> {
  static constexpr std::array kList{
      "message"sv, "subject"sv,  "email"sv,    "phone"sv,  "name"sv,     "company"sv, "website"sv,
      "search"sv,  "username"sv, "quantity"sv, "date"sv,   "people"sv,   "payment"sv, "address"sv,
      "birth"sv,   "rating"sv,   "friend"sv,   "resume"sv, "remember"sv, "captcha"sv};
};

// Words of a name or a text, folded; names are split at capitals, digits and signs.
std::vector<std::string> WordsOfName(std::string_view name);
std::vector<std::string> WordsOfText(std::string_view text);

// A list of words as rules/forms.yaml writes them: "word" (a beginning), "=word", "*word", "two
// words".
class WordList {
 public:
  Result<void> Add(const Yaml& list);
  bool Fits(const std::vector<std::string>& words) const;
  // The entry that fits, "" when none.
  std::string Which(const std::vector<std::string>& words) const;

 private:
  struct Word {
    std::string text;
    char how = 'b';  // b begins, = whole, * anywhere
  };
  struct Entry {
    std::string written;
    std::vector<Word> words;
    // What the first two bytes of a word must come to (StartOf) to fit the entry's first, or its
    // first byte where it has no second; -1 when any may.
    int start = -1;
  };
  static bool FitsAt(const Entry& entry, const std::vector<std::string>& words, std::size_t at);
  std::vector<Entry> entries_;
};

struct FormKindWords {
  WordList names, submit, heading;
  WordList pages;     // contact only: in the page's title and address
  WordList builders;  // contact only: marks of form builders, which say little alone
};

struct FormWords {
  std::map<FieldSense, WordList> fields;
  std::map<FormKind, FormKindWords> kinds;
  WordList callback;
  WordList answered;       // somebody will contact who leaves a name and an address
  WordList page_feedback;  // "Was this page helpful?": an opinion of a page, no question to anybody
  WordList one_matter;     // claims, returns, events: no questions
  WordList questions;      // a heading or button with these takes questions, whatever the matter
  WordList steps;          // on the button of a form of several steps
  WordList surveys;        // of links to forms of other services: not for questions
  std::vector<std::string> embeds;      // "host" or "host/path", "*" for any run of characters
  std::vector<std::string> not_embeds;  // of these those that hold no form
};

Result<FormWords> ParseFormWords(const Yaml& yaml);

}  // namespace klikpad
