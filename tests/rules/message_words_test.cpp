// Messages classed by rules/messages.yaml: every example of a pattern, and precision and recall on
// labelled messages, those apart that were not looked at while the patterns were tuned.

#include "rules/message_words.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"

namespace klikpad {
namespace {

const MessageWords& Known() {
  static const MessageWords words = [] {
    const auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/messages.yaml");
    REQUIRE_MESSAGE(yaml.has_value(), (yaml ? "" : yaml.error().Text()));
    auto parsed = MessageWords::Parse(*yaml);
    REQUIRE_MESSAGE(parsed.has_value(), (parsed ? "" : parsed.error().Text()));
    return std::move(*parsed);
  }();
  return words;
}

using Labels = std::set<std::string>;  // "status up", "trait tip" …

Labels LabelsOf(const MessageClasses& classes, bool has_topic) {
  Labels labels;
  if (classes.status) {
    labels.insert("status " + std::string(Word(*classes.status)));
    if (!classes.subject.empty()) labels.insert("subject " + classes.subject);
  }
  for (const MessageTrait& trait : classes.traits) {
    // Referral and blame are no labels of these cases.
    if (trait.trait == Trait::kReferral || trait.trait == Trait::kBlame) continue;
    labels.insert("trait " + std::string(Word(trait.trait)));
  }
  if (has_topic) labels.insert("topic " + std::string(Word(*classes.topic)));
  return labels;
}

struct Score {
  int right = 0, wrong = 0, missed = 0;
};

void Print(const std::string& part, const std::map<std::string, Score>& scores) {
  for (const auto& [name, s] : scores) {
    MESSAGE(fmt::format("{} {}: precision {:.2f} ({} of {}), recall {:.2f} ({} of {})", part, name,
                        s.right + s.wrong == 0 ? 1.0 : 1.0 * s.right / (s.right + s.wrong), s.right,
                        s.right + s.wrong,
                        s.right + s.missed == 0 ? 1.0 : 1.0 * s.right / (s.right + s.missed),
                        s.right, s.right + s.missed));
  }
}

// Of all cases with `held` or without: by kind of label and all together.
std::map<std::string, Score> Measure(bool held) {
  std::map<std::string, Score> scores;
  const auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/tests/suites/message-cases.yaml");
  REQUIRE_MESSAGE(yaml.has_value(), (yaml ? "" : yaml.error().Text()));
  for (const Yaml& item : yaml->Find("cases")->Items()) {
    if ((item.Find("held") != nullptr) != held) continue;
    const std::string text = item.Find("text")->Scalar();
    const bool is_ours = item.Find("by")->Scalar() == "us";
    const bool is_reply = item.Find("reply") != nullptr;
    const Yaml* topic = item.Find("topic");
    Labels expected;
    if (const Yaml* status = item.Find("status")) {
      expected.insert("status " + status->Scalar());
      if (const Yaml* subject = item.Find("subject"))
        expected.insert("subject " + subject->Scalar());
    }
    if (const Yaml* traits = item.Find("traits")) {
      for (const Yaml& trait : traits->Items()) expected.insert("trait " + trait.Scalar());
    }
    const bool has_topic = topic != nullptr && is_ours;
    if (has_topic) expected.insert("topic " + topic->Scalar());
    const Labels seen = LabelsOf(Known().Classify(text, is_ours, is_reply), has_topic);
    for (const std::string& label : expected) {
      const std::string kind = label.substr(0, label.find(' '));
      const std::string name = kind == "subject" ? kind : label;
      for (const std::string& key : {std::string("all"), name}) {
        (seen.contains(label) ? scores[key].right : scores[key].missed) += 1;
      }
    }
    for (const std::string& label : seen) {
      if (expected.contains(label)) continue;
      const std::string kind = label.substr(0, label.find(' '));
      for (const std::string& key : {std::string("all"), kind == "subject" ? kind : label}) {
        ++scores[key].wrong;
      }
    }
    if (!held && seen != expected) {
      MESSAGE(fmt::format("{}\n   expected {}\n   seen     {}", text,
                          Join({expected.begin(), expected.end()}, ", "),
                          Join({seen.begin(), seen.end()}, ", ")));
    }
  }
  return scores;
}

double Precision(const Score& s) { return 1.0 * s.right / std::max(1, s.right + s.wrong); }
double Recall(const Score& s) { return 1.0 * s.right / std::max(1, s.right + s.missed); }

TEST_CASE("labelled messages that were not looked at are classed right nine times in ten") {
  const auto tuned = Measure(false);
  Print("tuned", tuned);
  CHECK(Precision(tuned.at("all")) >= 0.95);
  CHECK(Recall(tuned.at("all")) >= 0.98);
  const auto held = Measure(true);
  Print("held out", held);
  CHECK(Precision(held.at("all")) >= 0.9);
  CHECK(Recall(held.at("all")) >= 0.95);
  // A status that is wrong makes a contradiction that is none.
  for (const std::string status : {"status up", "status down", "status limited"}) {
    CAPTURE(status);
    CHECK(Precision(tuned.at(status)) == 1);
    CHECK(Precision(held.at(status)) >= 0.85);
  }
}

bool Shows(const std::string& text, bool is_ours, const std::string& trait) {
  for (const MessageTrait& seen : Known().Classify(text, is_ours, is_ours).traits) {
    if (Word(seen.trait) == trait) return true;
  }
  return false;
}

TEST_CASE("each mark has examples that show it and others that do not") {
  const auto yaml = Yaml::Load(std::string(KLIKPAD_ROOT) + "/rules/messages.yaml");
  REQUIRE(yaml.has_value());
  for (const Yaml& item : yaml->Find("traits")->Items()) {
    const std::string trait = item.Find("trait")->Scalar();
    const bool is_ours = item.Find("by")->Scalar() == "us";
    CAPTURE(trait);
    for (const char* key : {"examples", "not_examples"}) {
      REQUIRE(item.Find(key) != nullptr);
      for (const Yaml& example : item.Find(key)->Items()) {
        CAPTURE(example.Scalar());
        CHECK(Shows(example.Scalar(), is_ours, trait) == (std::string(key) == "examples"));
        // Nobody but its author can show a mark.
        CHECK_FALSE(Shows(example.Scalar(), !is_ours, trait));
      }
    }
  }
}

TEST_CASE("only the brand's own words say how a service is doing") {
  CHECK(Known().Classify("De app is niet beschikbaar", true, false).status == ServiceState::kDown);
  CHECK_FALSE(Known().Classify("De app is niet beschikbaar", false, false).status.has_value());
  CHECK_FALSE(Known().Classify("RT @jan: de app ligt plat", true, false).status.has_value());
  CHECK(Known().SubjectOf("internetbankieren") == "internet-banking");
  CHECK(Known().SubjectOf("ideal") == "ideal");
  CHECK(Known().SubjectOf("sfeer") == "");
}

TEST_CASE("a hostile text is classed in time linear in it") {
  const std::string text = ReplaceAll(std::string(50'000, 'a'), "aaaaaaaaaa", "nog niet . ");
  CHECK(Known().Classify(text, true, false).traits.empty());
}

TEST_CASE("mistakes in messages.yaml name file and line") {
  struct Case {
    std::string name, from, to, says;
  };
  const std::vector<Case> cases = {
      {"pattern", "'\\bideal\\b(-?betaling\\w*)?'", "'\\bideal('", "is no pattern"},
      {"trait", "- trait: tip", "- trait: tipp", "did you mean 'tip'"},
      {"state", "- {state: up, patterns", "- {state: upp, patterns", "did you mean 'up'"},
      {"key", "  gap_days: 3", "  gap_dayz: 3", "did you mean 'gap_days'"},
      {"topic", "- topic: benefit", "- topic: benefits", "did you mean 'benefit'"},
  };
  std::string text;
  {
    const auto file = ReadFile(std::string(KLIKPAD_ROOT) + "/rules/messages.yaml");
    REQUIRE(file.has_value());
    text = *file;
  }
  for (const Case& c : cases) {
    CAPTURE(c.name);
    REQUIRE(text.find(c.from) != std::string::npos);
    const auto yaml = Yaml::Parse(ReplaceAll(text, c.from, c.to), "messages.yaml");
    REQUIRE(yaml.has_value());
    const auto words = MessageWords::Parse(*yaml);
    REQUIRE_FALSE(words.has_value());
    CHECK_MESSAGE(words.error().Text().find(c.says) != std::string::npos, words.error().Text());
    CHECK(words.error().line > 0);
  }
}

}  // namespace
}  // namespace klikpad
