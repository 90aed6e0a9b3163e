// Reading one rule of a pack.

#include "judge/rule_read.h"

#include <algorithm>

#include "base/civil_time.h"
#include "base/text.h"
#include "judge/look.h"

namespace klikpad {

namespace {

class RuleReader {
 public:
  RuleReader(const Checks& checks, const KnownWords& words, PackParameters& parameters)
      : checks_(checks), words_(words), parameters_(parameters) {}

  Result<Rule> Read(const Yaml& yaml);

 private:
  Result<void> ReadLogic(const Yaml& yaml, Rule& rule);
  Result<void> ReadTexts(const Yaml& yaml, Rule& rule);
  Result<void> ReadSource(const Yaml& yaml, Rule& rule);
  Result<DecideCase> ReadCase(const Yaml& yaml);
  Result<std::vector<Call>> ReadCalls(const Yaml& yaml);
  Result<Call> ReadCall(const Yaml& yaml);
  Result<Argument> ReadArgument(const Parameter& parameter, const Yaml& yaml);

  const Checks& checks_;
  const KnownWords& words_;
  PackParameters& parameters_;
};

// Reads the member `key` with `parse` into `out`, if it is there.
template <typename T, typename Parse>
Result<void> Optional(const Yaml& yaml, std::string_view key, T& out, Parse parse) {
  const Yaml* member = yaml.Find(key);
  if (!member) return {};
  auto value = parse(*member);
  if (!value) return tl::unexpected(value.error());
  out = std::move(*value);
  return {};
}

Result<Outcome> ParseOutcome(const Yaml& yaml, const std::string& text) {
  if (auto outcome = OutcomeFromText(text)) return *outcome;
  return yaml.Complain("unknown outcome '" + text + "'", Nearest(text, OutcomeTexts()));
}

Result<std::vector<std::string>> ParseLooks(const Yaml& yaml) {
  auto names = yaml.IsNull() ? Result<std::vector<std::string>>{} : yaml.Strings();
  if (!names) return names;
  const auto& known = LookNames();
  for (const std::string& name : *names) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return yaml.Complain("unknown look '" + name + "'", Nearest(name, known));
    }
  }
  return names;
}

bool IsRuleId(const std::string& id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

Result<Rule> RuleReader::Read(const Yaml& yaml) {
  if (auto ok =
          yaml.AllowOnly({"id", "look_at", "needs_rows", "decide", "otherwise", "absence_needs",
                          "also", "title", "says", "fix", "why", "source", "weight"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  Rule rule;
  rule.line = yaml.Line();
  auto id = yaml.Need("id");
  if (!id) return tl::unexpected(id.error());
  rule.id = (*id)->Scalar();
  if (!IsRuleId(rule.id)) {
    return (*id)->Complain("a rule's id is made of lower-case letters, digits and hyphens");
  }
  if (auto ok = ReadLogic(yaml, rule); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadTexts(yaml, rule); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadSource(yaml, rule); !ok) return tl::unexpected(ok.error());
  return rule;
}

Result<void> RuleReader::ReadLogic(const Yaml& yaml, Rule& rule) {
  const auto call = [&](const Yaml& y) { return ReadCall(y); };
  const auto calls = [&](const Yaml& y) { return ReadCalls(y); };
  if (auto ok = Optional(yaml, "look_at", rule.look_at, call); !ok) return ok;
  if (auto ok = Optional(yaml, "needs_rows", rule.needs_rows, calls); !ok) return ok;
  if (auto ok = Optional(yaml, "also", rule.also, calls); !ok) return ok;
  auto decide = yaml.Need("decide");
  if (!decide) return tl::unexpected(decide.error());
  if (!(*decide)->IsList() || (*decide)->Items().empty()) {
    return (*decide)->Complain("decide is a list of cases: - plus: {check: …}");
  }
  for (const Yaml& item : (*decide)->Items()) {
    auto one = ReadCase(item);
    if (!one) return tl::unexpected(one.error());
    rule.decide.push_back(std::move(*one));
  }
  auto otherwise = yaml.Need("otherwise");
  if (!otherwise) return tl::unexpected(otherwise.error());
  auto outcome = ParseOutcome(**otherwise, (*otherwise)->Scalar());
  if (!outcome) return tl::unexpected(outcome.error());
  rule.otherwise = *outcome;
  return Optional(yaml, "absence_needs", rule.absence_needs, ParseLooks);
}

Result<void> RuleReader::ReadTexts(const Yaml& yaml, Rule& rule) {
  for (const char* key : {"title", "says", "fix"}) {
    if (auto needed = yaml.Need(key); !needed) return tl::unexpected(needed.error());
  }
  if (auto ok = Optional(yaml, "title", rule.title, ParseBilingual); !ok) return ok;
  if (auto ok = Optional(yaml, "fix", rule.fix, ParseBilingual); !ok) return ok;
  if (auto ok = Optional(yaml, "why", rule.why, ParseBilingual); !ok) return ok;
  const Yaml& says = *yaml.Find("says");
  if (!says.IsMap()) return says.Complain("says is a map: outcome → nl, en");
  for (const auto& member : says.Members()) {
    auto outcome = ParseOutcome(member.value, member.key);
    if (!outcome) return tl::unexpected(outcome.error());
    auto text = ParseBilingual(member.value);
    if (!text) return tl::unexpected(text.error());
    rule.says.emplace_back(*outcome, std::move(*text));
  }
  return {};
}

Result<void> RuleReader::ReadSource(const Yaml& yaml, Rule& rule) {
  auto source = yaml.Need("source");
  if (!source) return tl::unexpected(source.error());
  if (auto ok = (*source)->AllowOnly({"cite", "from"}); !ok) return ok;
  for (const char* key : {"cite", "from"}) {
    auto member = (*source)->Need(key);
    if (!member) return tl::unexpected(member.error());
    (std::string_view(key) == "cite" ? rule.cite : rule.from) = (*member)->Scalar();
  }
  if (rule.cite.empty()) return (*source)->Complain("cite says where the rule comes from");
  if (!ParseIsoTime(rule.from)) {
    return (*source)->Complain("from is the date from which the rule holds: 2013-04-01");
  }
  if (const Yaml* weight = yaml.Find("weight")) {
    auto value = weight->Number();
    if (!value) return tl::unexpected(value.error());
    if (!(*value > 0 && *value <= 100)) return weight->Complain("weight is above 0, at most 100");
    rule.weight = *value;
  }
  return {};
}

Result<DecideCase> RuleReader::ReadCase(const Yaml& yaml) {
  const Yaml* says = yaml.Find("says");
  if (!yaml.IsMap() || yaml.Members().size() != (says ? 2 : 1)) {
    return yaml.Complain("a case is one outcome with its checks: - plus: {check: …}");
  }
  const auto& members = yaml.Members();
  const auto& member = members.front().key == "says" ? members.back() : members.front();
  auto outcome = ParseOutcome(yaml, member.key);
  if (!outcome) return tl::unexpected(outcome.error());
  auto calls = ReadCalls(member.value);
  if (!calls) return tl::unexpected(calls.error());
  DecideCase one{*outcome, std::move(*calls), std::nullopt};
  if (!says) return one;
  auto text = ParseBilingual(*says);
  if (!text) return tl::unexpected(text.error());
  one.says = std::move(*text);
  return one;
}

Result<std::vector<Call>> RuleReader::ReadCalls(const Yaml& yaml) {
  std::vector<Call> calls;
  if (!yaml.IsList()) {
    auto call = ReadCall(yaml);
    if (!call) return tl::unexpected(call.error());
    calls.push_back(std::move(*call));
    return calls;
  }
  for (const Yaml& item : yaml.Items()) {
    auto call = ReadCall(item);
    if (!call) return tl::unexpected(call.error());
    calls.push_back(std::move(*call));
  }
  if (calls.empty()) return yaml.Complain("no check is named");
  return calls;
}

Result<Call> RuleReader::ReadCall(const Yaml& yaml) {
  if (auto ok = yaml.AllowOnly({"check", "with", "at_least", "share"}); !ok) {
    return tl::unexpected(ok.error());
  }
  auto name = yaml.Need("check");
  if (!name) return tl::unexpected(name.error());
  Call call;
  std::vector<std::string> known;
  for (const auto& check : checks_) {
    known.push_back(check->name);
    if (check->name == (*name)->Scalar()) call.check = check;
  }
  if (!call.check) {
    return (*name)->Complain("unknown check '" + (*name)->Scalar() + "'",
                             Nearest((*name)->Scalar(), known));
  }
  const Yaml* with = yaml.Find("with");
  if (with) {
    std::vector<std::string> names;
    for (const Parameter& p : call.check->parameters) names.push_back(p.name);
    if (auto ok = with->AllowOnly(names); !ok) return tl::unexpected(ok.error());
  }
  for (const Parameter& parameter : call.check->parameters) {
    const Yaml* given = with ? with->Find(parameter.name) : nullptr;
    if (given) {
      auto argument = ReadArgument(parameter, *given);
      if (!argument) return tl::unexpected(argument.error());
      call.arguments.push_back(std::move(*argument));
    } else if (!parameter.by_default.empty()) {
      call.arguments.push_back(parameter.by_default.front());
    } else {
      return yaml.Complain("check '" + call.check->name + "' needs '" + parameter.name + "'");
    }
  }
  if (const Yaml* at_least = yaml.Find("at_least")) {
    auto value = at_least->Int();
    if (!value) return tl::unexpected(value.error());
    if (*value < 1 || *value > 1'000'000) return at_least->Complain("at_least is 1 or more");
    call.at_least = static_cast<int>(*value);
  }
  if (const Yaml* share = yaml.Find("share")) {
    auto value = share->Number();
    if (!value) return tl::unexpected(value.error());
    if (!(*value > 0 && *value <= 1)) return share->Complain("share is above 0, at most 1");
    call.share = *value;
  }
  return call;
}

Result<Argument> RuleReader::ReadArgument(const Parameter& parameter, const Yaml& yaml) {
  if (!yaml.IsScalar() || !yaml.Scalar().starts_with("$")) {
    return ParseArgument(parameter.name, parameter.type, yaml, words_);
  }
  const std::string name = yaml.Scalar().substr(1);
  const auto it = parameters_.values.find(name);
  if (it == parameters_.values.end()) {
    std::vector<std::string> known;
    for (const auto& [key, value] : parameters_.values) known.push_back(key);
    return yaml.Complain("the pack has no parameter '" + name + "'", Nearest(name, known));
  }
  parameters_.used.insert(name);
  return ParseArgument(parameter.name, parameter.type, *it->second, words_);
}

}  // namespace

const std::vector<std::string>& OutcomeTexts() {
  static const std::vector<std::string> texts = {"plus", "minus", "not applicable", "not assessed"};
  return texts;
}

std::string OutcomeText(Outcome outcome) {
  return OutcomeTexts()[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> OutcomeFromText(const std::string& text) {
  const auto& texts = OutcomeTexts();
  const auto it = std::find(texts.begin(), texts.end(), text);
  if (it == texts.end()) return std::nullopt;
  return static_cast<Outcome>(it - texts.begin());
}

Result<Rule> ParseRule(const Yaml& yaml, const Checks& checks, const KnownWords& words,
                       PackParameters& parameters) {
  return RuleReader(checks, words, parameters).Read(yaml);
}

}  // namespace klikpad
