// Filling sentences with what was found.

#include "judge/sentences.h"

#include <algorithm>

#include "base/text.h"
#include "model/shown_value.h"

namespace klikpad {

namespace {

constexpr std::size_t kListedRows = 5;
constexpr std::size_t kMaxQuoted = 160;

std::string Shortened(const std::string& text) {
  if (text.size() <= kMaxQuoted) return text;
  return std::string(CutUtf8(text, kMaxQuoted)) + "…";
}

std::string ArgumentText(const Argument& argument, const Wording& wording, Language language) {
  std::vector<std::string> words;
  for (const std::string& word : argument.words) words.push_back(wording.Name(word, language));
  return wording.List(words, language);
}

void AddArguments(const std::vector<Call>& calls, const Wording& wording, Language language,
                  Values& values) {
  for (const Call& call : calls) {
    for (const Argument& argument : call.arguments) {
      values.emplace(argument.name, ArgumentText(argument, wording, language));
    }
  }
}

// The first five labels (else quotes) of the rows, each once: "Facebook, LinkedIn en YouTube".
std::string ListRows(const Finding& finding, const Wording& wording, Language language) {
  std::vector<std::string> parts;
  for (const EvidenceRow& row : finding.evidence) {
    const std::string label = wording.Said(row, row.label, language);
    std::string part =
        label.empty() ? wording.Said(row, row.quote, language) : wording.Name(label, language);
    part = Shortened(part);
    // "telefoon (73 uur)": a figure belongs to its label, but words and texts say too much.
    if (!row.value.empty() && wording.units.contains(row.unit) && row.unit != "clicks") {
      part += " (" + wording.Value(row.value, row.unit, language) + ")";
    }
    if (std::find(parts.begin(), parts.end(), part) != parts.end()) continue;
    if (parts.size() == kListedRows) {
      return Join(parts, ", ") + " …";
    }
    parts.push_back(std::move(part));
  }
  return wording.List(parts, language);
}

// What was seen goes first; then the arguments of the checks that decided, then all others.
Values SentenceValues(const Pack& pack, const Rule& rule, const std::vector<Call>& deciding,
                      const Wording& wording, const Finding& finding, Language language) {
  Values values;
  if (!finding.evidence.empty()) {
    const EvidenceRow& first = finding.evidence.front();
    values = {
        {"ref", first.ref},
        {"at", first.at},
        {"label", Shortened(wording.Name(wording.Said(first, first.label, language), language))},
        {"value", Shortened(wording.Value(wording.Said(first, ShownValue(first), language),
                                          first.unit, language))},
        {"unit", first.unit},
        {"quote", Shortened(wording.Said(first, first.quote, language))},
        {"url", first.url},
        {"title", Shortened(first.title.empty() ? first.url : first.title)},
        {"rows", ListRows(finding, wording, language)},
        {"count", std::to_string(finding.evidence_count)}};
  }
  AddArguments(deciding, wording, language, values);
  for (const auto& [name, words] : pack.parameters) {
    values.emplace(name, wording.Name(words, language));
  }
  if (rule.look_at) AddArguments({*rule.look_at}, wording, language, values);
  for (const DecideCase& one : rule.decide) AddArguments(one.calls, wording, language, values);
  return values;
}

}  // namespace

void FillSentences(const Pack& pack, const Rule& rule, const std::vector<Call>& deciding,
                   const Bilingual* says, const Wording& wording, Finding& finding) {
  for (const Language language : {Language::kNl, Language::kEn}) {
    const Values values = SentenceValues(pack, rule, deciding, wording, finding, language);
    const auto fill = [&](const Bilingual& from, Bilingual& to) {
      (language == Language::kNl ? to.nl : to.en) = FillIn(In(from, language), values);
    };
    fill(rule.title, finding.title);
    fill(rule.why, finding.why);
    if (finding.outcome == Outcome::kMinus) fill(rule.fix, finding.fix);
    if (says) fill(*says, finding.says);
  }
}

Bilingual AboutPack(const Pack& pack, const Wording& wording) {
  Bilingual about;
  for (const Language language : {Language::kNl, Language::kEn}) {
    Values values;
    for (const auto& [name, words] : pack.parameters) {
      values.emplace(name, wording.Name(words, language));
    }
    (language == Language::kNl ? about.nl : about.en) = FillIn(In(pack.about, language), values);
  }
  return about;
}

}  // namespace klikpad
