// The kind of a form by adding up signs. The weights are judgement, held against pages that people
// have annotated; a kind must beat "other", which starts with a small lead.

#include "find/forms/kind.h"

#include <algorithm>
#include <utility>

#include "find/forms/fields.h"

namespace klikpad {
namespace {

constexpr double kOtherLead = 1.5;
constexpr double kNoQuestions = 12;  // more than fields alone can say for a contact form

using WordsIn = std::vector<std::string>;

class Judge {
 public:
  Judge(const Page& page, const Form& form, const FormWords& words)
      : form_(form),
        words_(words),
        fields_(CountFields(form, words)),
        around_(ReadWordsAround(page, form)) {}

  FormVerdict Run() {
    scores_.fill(0);
    Add(FormKind::kOther, kOtherLead, "");
    ReadWords();
    Contact();
    Comment();
    Search();
    LoginAndRegistration();
    Recovery();
    Newsletter();
    OrderAndBooking();
    Other();
    return Verdict();
  }

 private:
  struct Sign {
    FormKind kind;
    double weight;
    std::string words;
  };

  double& Score(FormKind kind) { return scores_[static_cast<std::size_t>(kind)]; }
  void Add(FormKind kind, double weight, std::string why) {
    Score(kind) += weight;
    if (weight > 0 && !why.empty()) signs_.push_back({kind, weight, std::move(why)});
  }
  int Of(FieldSense sense) const { return fields_.Of(sense); }
  bool HasEmail() const { return Of(FieldSense::kEmail) > 0; }

  struct Weight {
    double names, submit, heading, opening, page;
  };
  static Weight WeightOf(FormKind kind) {
    switch (kind) {
      case FormKind::kContact:
        return {3, 1.5, 2, 1.5, 1.5};
      case FormKind::kComment:
        return {3, 2, 2, 1, 0};
      case FormKind::kSearch:
        return {3, 3, 1, 0, 0};
      case FormKind::kLogin:
        return {3, 3, 1, 1, 0.5};
      case FormKind::kRegistration:
        return {3, 3, 1.5, 1, 1};
      case FormKind::kRecovery:
        return {4, 2.5, 2.5, 1.5, 2};
      case FormKind::kNewsletter:
        return {4, 2, 2.5, 2, 0};
      case FormKind::kOrder:
        return {3, 4, 1, 0, 0};
      case FormKind::kBooking:
        return {3, 3, 1.5, 0.5, 0.5};
      case FormKind::kOther:
        return {3, 2, 1.5, 1, 0};
    }
    return {0, 0, 0, 0, 0};
  }

  void ReadWords() {
    for (const auto& [kind, list] : words_.kinds) {
      Weight weight = WeightOf(kind);
      struct Look {
        const WordList* list;
        const WordsIn* words;
        double weight;
        const char* where;
      };
      // A form that builders made is a contact form only when it asks for a message.
      if (kind == FormKind::kContact && fields_.areas > 0 && list.builders.Fits(around_.names)) {
        Add(kind, 1.5, "made by a form builder: " + list.builders.Which(around_.names));
      }
      bool is_account = kind == FormKind::kLogin || kind == FormKind::kRegistration ||
                        kind == FormKind::kRecovery;
      const WordList& pages = kind == FormKind::kContact ? list.pages
                              : is_account               ? list.names
                                                         : list.heading;
      bool is_in_heading = list.heading.Fits(around_.heading);
      for (const Look& look :
           {Look{&list.names, &around_.names, weight.names, "its name says "},
            Look{&list.submit, &around_.submit, weight.submit, "its button says "},
            Look{&list.heading, &around_.heading, weight.heading, "the heading says "},
            Look{&list.heading, &around_.opening, is_in_heading ? 0 : weight.opening,
                 "it begins with "},
            Look{&pages, &around_.page, weight.page, "the page is called "}}) {
        if (look.weight == 0) continue;
        std::string which = look.list->Which(*look.words);
        if (which.empty()) continue;
        Add(kind, look.weight, look.where + which);
      }
    }
  }

  void Contact() {
    const FormKind k = FormKind::kContact;
    if (fields_.areas > 0) {
      Add(k, 3, "a field for a message");
    } else if (PromisesAnswer()) {
      Add(k, 3, "somebody will contact the sender");
    } else if (fields_.shown > 0) {
      Score(k) -= 3.5;
    } else {
      Score(k) -= 1;  // filled in by a script: only its words speak
    }
    if (Of(FieldSense::kMessage) > 0) Add(k, 1, "asks for a message");
    if (HasEmail()) Add(k, 1.5, "asks for an e-mail address");
    if (Of(FieldSense::kPhone) > 0) Add(k, 1, "asks for a phone number");
    if (Of(FieldSense::kName) > 0) Add(k, 0.5, "asks for a name");
    if (Of(FieldSense::kSubject) > 0) Add(k, 1, "asks for a subject");
    if (fields_.passwords > 0) Score(k) -= 6;
    // One form around the whole page holds the site's search too.
    if (fields_.searches > 0 && !(fields_.areas > 0 && HasEmail())) Score(k) -= 3;
    if (IsFirstStep()) Add(k, 10, "its first step asks what the question is about");
    if (Of(FieldSense::kRating) > 0 || Of(FieldSense::kFriend) > 0) Score(k) -= 2;
    if (Of(FieldSense::kQuantity) + Of(FieldSense::kPayment) > 0) Score(k) -= 1.5;
    // A name and an address for letters and nothing to say is no question.
    if (fields_.areas == 0 && !HasEmail() && fields_.shown > 0) Score(k) -= 1;
  }

  // "Laat je gegevens achter, dan nemen we contact met je op": a question without a field for it.
  bool PromisesAnswer() const {
    const bool can_be_reached = HasEmail() || Of(FieldSense::kPhone) > 0;
    return can_be_reached && Of(FieldSense::kName) > 0 && words_.answered.Fits(around_.opening);
  }

  void Comment() {
    const FormKind k = FormKind::kComment;
    if (fields_.areas > 0) {
      Add(k, 3, "a field for a text");
    } else {
      Score(k) -= 2.5;
    }
    if (Of(FieldSense::kMessage) > 0) Add(k, 1, "asks for a text");
    if (Of(FieldSense::kRating) > 0) Add(k, 2.5, "asks for a rating");
    int addresses = Of(FieldSense::kEmail);
    if (Of(FieldSense::kFriend) > 0 && addresses > 0) {
      Add(k, addresses > 1 ? 5 : 2.5, "goes to somebody else");
    }
    if (Of(FieldSense::kWebsite) > 0 && fields_.areas > 0) Add(k, 1.5, "asks for a website");
    if (fields_.areas > 0 && !HasEmail() && Of(FieldSense::kPhone) == 0)
      Add(k, 1, "asks for no address");
    if (fields_.passwords > 0) Score(k) -= 6;
    if (fields_.searches > 0) Score(k) -= 3;
    if (Of(FieldSense::kPhone) > 0) Score(k) -= 1;
  }

  void Search() {
    const FormKind k = FormKind::kSearch;
    if (fields_.searches > 0) Add(k, 4, "a search field");
    if (form_.role == "search") Add(k, 4, "its role is search");
    if (Of(FieldSense::kSearch) > 0) Add(k, 3, "a field for search words");
    if (form_.method == "get") Add(k, 1, "asks by GET");
    if (fields_.typed == 1) Add(k, 0.5, "one field");
    if (HasEmail()) Score(k) -= 4;
    if (fields_.passwords > 0) Score(k) -= 6;
    if (fields_.areas > 0) Score(k) -= 3;
    if (Of(FieldSense::kPhone) > 0) Score(k) -= 2;
    if (fields_.typed == 0 && fields_.selects == 0) Score(k) -= 2;
  }

  void LoginAndRegistration() {
    const FormKind login = FormKind::kLogin, reg = FormKind::kRegistration;
    if (fields_.passwords == 1) Add(login, 4, "one password");
    if (fields_.passwords == 1) Add(reg, 2, "a password");
    if (fields_.passwords >= 2) Add(reg, 4.5, "a password to be repeated");
    if (fields_.passwords >= 2) Score(login) -= 1;
    if (fields_.passwords == 0) Score(login) -= 3, Score(reg) -= 1.5;
    if (Of(FieldSense::kUsername) > 0) Add(login, 0.5, "a user name");
    if (Of(FieldSense::kRemember) > 0) Add(login, 1.5, "remembers the visitor");
    if (fields_.typed > 2) Score(login) -= 2;
    if (fields_.passwords > 0 && fields_.typed >= 3) Add(reg, 2, "asks for more than a login");
    if (Of(FieldSense::kBirth) > 0) Add(reg, 1, "asks for a birthday");
    if (Of(FieldSense::kAddress) > 1 && fields_.passwords > 0) Add(reg, 1, "asks for an address");
    if (fields_.areas > 0) Score(login) -= 4, Score(reg) -= 1;
    if (fields_.areas > 0 && fields_.passwords == 0) Score(reg) -= 1.5;
    if (fields_.typed == 0) Score(reg) -= 3, Score(login) -= 1;
    if (fields_.typed + fields_.selects == 1 && fields_.passwords == 0) Score(reg) -= 1.5;
  }

  void Recovery() {
    const FormKind k = FormKind::kRecovery;
    if (fields_.typed >= 1 && fields_.typed <= 2) Add(k, 0.5, "one or two fields");
    if (fields_.typed > 3) Score(k) -= 3;
    if (fields_.typed == 0 && fields_.passwords == 0) Score(k) -= 4;
    if (fields_.passwords == 1) Score(k) -= 3;
    if (fields_.areas > 0) Score(k) -= 5;
    if (fields_.searches > 0 || Of(FieldSense::kSearch) > 0) Score(k) -= 3;
  }

  void Newsletter() {
    const FormKind k = FormKind::kNewsletter;
    if (HasEmail()) {
      Add(k, 1, "asks for an e-mail address");
    } else {
      Score(k) -= 3;
    }
    if (HasEmail() && fields_.typed == 1) Add(k, 1.5, "and for nothing else");
    if (fields_.typed > 3) Score(k) -= 1.5;
    if (fields_.typed > 6) Score(k) -= 2;
    if (fields_.areas > 0) Score(k) -= 4;
    if (fields_.passwords > 0) Score(k) -= 5;
  }

  void OrderAndBooking() {
    if (Of(FieldSense::kQuantity) > 0) Add(FormKind::kOrder, 2, "asks how many");
    if (Of(FieldSense::kPayment) > 0) Add(FormKind::kOrder, 3, "asks for a payment");
    if (fields_.passwords > 0) Score(FormKind::kOrder) -= 3;
    if (fields_.searches > 0) Score(FormKind::kOrder) -= 2;
    const FormKind k = FormKind::kBooking;
    int dates = Of(FieldSense::kDate) + fields_.dates;
    if (dates > 0) Add(k, dates > 1 ? 2.5 : 1.5, "asks for a date");
    if (Of(FieldSense::kPeople) > 0) Add(k, 1.5, "asks for how many people");
    if (dates == 0 && Of(FieldSense::kPeople) == 0) Score(k) -= 1.5;
    if (fields_.passwords > 0) Score(k) -= 3;
  }

  void Other() {
    const FormKind k = FormKind::kOther;
    if (fields_.resumes > 0) {
      Add(k, 6, "asks for a CV");
      Score(FormKind::kContact) -= kNoQuestions;
    }
    if (const std::string matter = OneMatter(); !matter.empty() && fields_.passwords == 0) {
      Add(k, 6, "is for one matter: " + matter);
      Score(FormKind::kContact) -= kNoQuestions;
    }
    // Only choices to make: pickers, filters, polls.
    if (fields_.typed == 0 && fields_.areas == 0 && fields_.passwords == 0)
      Add(k, 1.5, "only choices");
    // "Was this page helpful? What can be better?"
    const bool asks_for_nobody = !HasEmail() && Of(FieldSense::kPhone) == 0;
    if (asks_for_nobody && (words_.page_feedback.Fits(around_.heading) ||
                            words_.page_feedback.Fits(around_.opening))) {
      Add(k, 6, "asks what the page was worth");
      Score(FormKind::kContact) -= kNoQuestions;
    }
    // A box to copy from, with nothing to send.
    bool sends = !form_.submits.empty() || !form_.action.empty();
    if (fields_.areas > 0 && fields_.shown == fields_.areas && form_.submits.empty() && !sends) {
      Add(k, 2, "sends nothing");
    }
  }

  // "Contact": "Waar gaat uw vraag over?" with choices and "Volgende". The fields for the question
  // itself come behind it.
  bool IsFirstStep() const {
    const bool only_choices = fields_.selects + fields_.ticks > 0 && fields_.typed == 0 &&
                              fields_.areas == 0 && fields_.passwords == 0 && fields_.files == 0;
    if (!only_choices || !words_.steps.Fits(around_.submit)) return false;
    const bool asks = words_.questions.Fits(around_.heading) ||
                      words_.questions.Fits(around_.opening) || Of(FieldSense::kSubject) > 0;
    const auto contact = words_.kinds.find(FormKind::kContact);
    const auto other = words_.kinds.find(FormKind::kOther);
    if (!asks || contact == words_.kinds.end() || other == words_.kinds.end()) return false;
    const bool is_main = form_.region == Region::kMain;
    const bool says_contact = contact->second.heading.Fits(around_.heading) ||
                              contact->second.names.Fits(around_.names) ||
                              (is_main && contact->second.pages.Fits(around_.page));
    return says_contact && !other->second.heading.Fits(around_.heading) &&
           !other->second.names.Fits(around_.names) && OneMatter().empty();
  }

  // "Schade melden", "Retour aanmelden": "" for a form that says contact or asks for questions,
  // too, or says neither. Of a form beside the main part the page tells nothing; of any, its title
  // does not, which names the brand ("Workshops Utrecht").
  std::string OneMatter() const {
    const auto contact = words_.kinds.find(FormKind::kContact);
    if (contact == words_.kinds.end()) return {};
    const bool is_main = form_.region == Region::kMain;
    const FormKindWords& say = contact->second;
    if (say.heading.Fits(around_.heading) || say.heading.Fits(around_.opening) ||
        say.names.Fits(around_.names) || (is_main && say.pages.Fits(around_.page)) ||
        words_.questions.Fits(around_.heading) || words_.questions.Fits(around_.submit)) {
      return {};
    }
    for (const WordsIn* words : {&around_.heading, &around_.submit, &around_.names}) {
      if (std::string which = words_.one_matter.Which(*words); !which.empty()) return which;
    }
    return is_main ? words_.one_matter.Which(around_.address) : std::string();
  }

  FormVerdict Verdict() {
    FormVerdict verdict;
    std::size_t best = 0, next = 1;
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      if (scores_[i] > scores_[best]) best = i;
    }
    next = best == 0 ? 1 : 0;
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      if (i != best && scores_[i] > scores_[next]) next = i;
    }
    verdict.kind = static_cast<FormKind>(best);
    verdict.lead = scores_[best] - scores_[next];
    verdict.has_message = fields_.areas > 0;
    verdict.has_phone = Of(FieldSense::kPhone) > 0;
    WordsIn all = around_.submit;
    for (const WordsIn* more : {&around_.heading, &around_.opening, &around_.names}) {
      all.push_back("|");
      all.insert(all.end(), more->begin(), more->end());
    }
    verdict.promises_callback = words_.callback.Fits(all);
    std::stable_sort(signs_.begin(), signs_.end(),
                     [](const Sign& a, const Sign& b) { return a.weight > b.weight; });
    for (const Sign& sign : signs_) {
      if (sign.kind == verdict.kind && verdict.signs.size() < 5)
        verdict.signs.push_back(sign.words);
    }
    return verdict;
  }

  const Form& form_;
  const FormWords& words_;
  FormFields fields_;
  WordsAround around_;
  std::array<double, Words<FormKind>::kList.size()> scores_{};
  std::vector<Sign> signs_;
};

}  // namespace

FormVerdict JudgeForm(const Page& page, const Form& form, const FormWords& words) {
  return Judge(page, form, words).Run();
}

}  // namespace klikpad
