// Messages classed by rules/messages.yaml: every example of a pattern, and precision and recall on
// labelled messages, those apart that were not looked at while the patterns were tuned.

#include "rules/message_words.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <set>

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

TEST_CASE("labelled messages: precision and recall") {
  const auto tuned = Measure(false);
  Print("tuned", tuned);
  const auto held = Measure(true);
  Print("held out", held);
}

}  // namespace
}  // namespace klikpad
