// What can be wrong with a pack before it is asked.

#include "judge/pack_lint.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "judge/rule_read.h"

namespace klikpad {

namespace {

using Names = std::set<std::string>;

bool IsVerdict(Outcome outcome) { return outcome != Outcome::kNotAssessed; }

void AddArguments(const std::vector<Call>& calls, Names& names) {
  for (const Call& call : calls) {
    for (const Argument& argument : call.arguments) names.insert(argument.name);
  }
}

// What a sentence may name when these calls gave the rows: columns that all of them have.
Names RowNames(const std::vector<Call>& calls) {
  Names names = {"count", "rows"};
  for (const std::string& column : CheckColumns()) {
    const bool is_everywhere = std::all_of(calls.begin(), calls.end(), [&](const Call& call) {
      return call.check->HasColumn(column);
    });
    if (is_everywhere && !calls.empty()) names.insert(column);
  }
  if (names.contains("page_id")) names.insert({"url", "title"});
  return names;
}

// Each way in which the rule can come to that outcome must be able to fill the sentence; a case
// with words of its own fills those.
std::vector<Names> NamesFor(const Rule& rule, const Names& parameters, Outcome outcome) {
  std::vector<Names> ways;
  for (const DecideCase& one : rule.decide) {
    if (one.outcome != outcome || one.says) continue;
    Names names = RowNames(one.calls);
    names.insert(parameters.begin(), parameters.end());
    ways.push_back(std::move(names));
  }
  // Without look_at klikpad's own reason is said.
  if (rule.otherwise == outcome && rule.look_at) {
    Names names = parameters;
    names.merge(RowNames({*rule.look_at}));
    ways.push_back(std::move(names));
  }
  return ways;
}

Result<void> LintText(const Bilingual& text, const std::vector<Names>& ways, const Yaml& yaml) {
  auto used = Placeholders(text.nl);
  if (!used) return tl::unexpected(used.error());
  for (const std::string& name : *used) {
    for (const Names& names : ways) {
      if (names.contains(name)) continue;
      return yaml.Complain("unknown placeholder {" + name + "}",
                           Nearest(name, {names.begin(), names.end()}));
    }
  }
  return {};
}

Result<void> LintCases(const Rule& rule, const Names& parameters, const Yaml& yaml) {
  const std::vector<Yaml>& items = yaml.Find("decide")->Items();
  for (std::size_t i = 0; i < rule.decide.size(); ++i) {
    const DecideCase& one = rule.decide[i];
    if (!one.says) continue;
    Names names = RowNames(one.calls);
    names.insert(parameters.begin(), parameters.end());
    if (auto ok = LintText(*one.says, {names}, *items[i].Find("says")); !ok) return ok;
  }
  return {};
}

// Whether some way to that outcome has no words of its own.
bool NeedsWords(const Rule& rule, Outcome outcome) {
  if (outcome != Outcome::kPlus && outcome != Outcome::kMinus) return false;
  return rule.otherwise == outcome ||
         std::any_of(rule.decide.begin(), rule.decide.end(),
                     [&](const DecideCase& one) { return one.outcome == outcome && !one.says; });
}

Result<void> LintSays(const Rule& rule, const Names& parameters, const Yaml& yaml) {
  const auto outcomes = rule.Outcomes();
  for (const Outcome outcome : outcomes) {
    if (NeedsWords(rule, outcome) && !rule.Says(outcome)) {
      return yaml.Find("says")->Complain("nothing is said for '" + OutcomeText(outcome) + "'");
    }
  }
  for (const auto& member : yaml.Find("says")->Members()) {
    const Outcome outcome = *OutcomeFromText(member.key);
    if (std::find(outcomes.begin(), outcomes.end(), outcome) == outcomes.end()) {
      return member.value.Complain("this rule never says '" + member.key + "'");
    }
    const auto ways = NamesFor(rule, parameters, outcome);
    if (auto ok = LintText(*rule.Says(outcome), ways, member.value); !ok) return ok;
  }
  return {};
}

// A verdict that rests on rows not seen needs a look that was complete, and something to show.
Result<void> LintAbsence(const Rule& rule, const Yaml& yaml) {
  bool rests_on_absence = IsVerdict(rule.otherwise);
  bool has_share = false;
  for (std::size_t i = 0; i < rule.decide.size(); ++i) {
    if (i > 0 && IsVerdict(rule.decide[i].outcome)) rests_on_absence = true;
    for (const Call& call : rule.decide[i].calls) has_share |= call.share.has_value();
  }
  if ((rests_on_absence || has_share) && rule.absence_needs.empty()) {
    return yaml.Complain("rule '" + rule.id +
                         "' can speak of what was not seen: absence_needs says which looks must be "
                         "complete");
  }
  if (rule.look_at && rule.absence_needs.empty()) {
    return yaml.Complain("rule '" + rule.id +
                         "' is not applicable without rows of look_at: absence_needs says which "
                         "looks must be complete");
  }
  const bool is_shown = rule.look_at.has_value();
  if (IsVerdict(rule.otherwise) && rule.otherwise != Outcome::kNotApplicable && !is_shown) {
    return yaml.Complain("rule '" + rule.id +
                         "' can decide without a row to show: give it look_at");
  }
  if (has_share && !is_shown) return yaml.Complain("share is a part of the rows of look_at");
  return {};
}

}  // namespace

Result<void> LintRule(const Rule& rule, const Pack& pack, const Yaml& yaml) {
  Names parameters;
  for (const auto& [name, value] : pack.parameters) parameters.insert(name);
  if (rule.look_at) AddArguments({*rule.look_at}, parameters);
  for (const DecideCase& one : rule.decide) AddArguments(one.calls, parameters);
  if (auto ok = LintAbsence(rule, yaml); !ok) return ok;
  if (auto ok = LintCases(rule, parameters, yaml); !ok) return ok;
  if (auto ok = LintSays(rule, parameters, yaml); !ok) return ok;
  for (const char* key : {"title", "fix", "why"}) {
    const Yaml* text = yaml.Find(key);
    if (!text) continue;
    auto parsed = ParseBilingual(*text);
    if (auto ok = LintText(*parsed, {parameters}, *text); !ok) return ok;
  }
  return {};
}

}  // namespace klikpad
