// Wording the steps by which a verdict was reached.

#include "judge/explain.h"

#include <fmt/format.h>

#include "base/text.h"
#include "judge/rule_read.h"

namespace klikpad {

namespace {

std::string CallText(const CallTrace& call) {
  std::vector<std::string> arguments;
  for (const Argument& a : call.arguments) {
    arguments.push_back(a.name + ": " +
                        (a.type.is_list ? "[" + Join(a.words, ", ") + "]" : a.words.front()));
  }
  std::string text = call.check;
  if (!arguments.empty()) text += " (" + Join(arguments, ", ") + ")";
  text += fmt::format(": {} row{}", call.rows, call.rows == 1 ? "" : "s");
  if (call.rows > 0 && !call.counts) text += ", too few to count";
  if (!call.missing.empty())
    text += ", but it rests on " + Join(call.missing, ", ") + ": incomplete";
  return text;
}

void Add(std::string& out, std::string_view name, const std::string& text) {
  out += fmt::format("{:<14} {}\n", name, ForTerminal(text));
}

void AddEvidence(std::string& out, std::string_view name, const std::vector<EvidenceRow>& rows) {
  for (const EvidenceRow& row : rows) {
    std::vector<std::string> parts = {row.ref};
    for (const std::string* part : {&row.url, &row.place, &row.at, &row.label, &row.value}) {
      if (!part->empty()) parts.push_back(*part);
    }
    Add(out, name, Join(parts, " · ") + " · \"" + row.quote + "\"");
    name = "";
  }
}

}  // namespace

std::string Explain(const Rule& rule, const JudgedRule& judged) {
  const RuleTrace& trace = judged.trace;
  const Finding& finding = judged.finding;
  std::string out;
  Add(out, "rule", finding.pack + "/" + finding.rule + ": " + finding.title.en);
  for (const CallTrace& call : trace.look_at) Add(out, "looked at", CallText(call));
  for (const CallTrace& call : trace.needs_rows) Add(out, "needs rows", CallText(call));
  int number = 0;
  for (const auto& one : trace.cases) {
    ++number;
    for (const CallTrace& call : one.calls) {
      Add(out, fmt::format("case {}", number), OutcomeText(one.outcome) + " if " + CallText(call));
    }
  }
  if (trace.is_otherwise) Add(out, "otherwise", OutcomeText(rule.otherwise));
  if (!trace.needed.empty()) Add(out, "needs looks", Join(trace.needed, ", "));
  if (!trace.missing.empty()) Add(out, "incomplete", Join(trace.missing, ", "));
  Add(out, "verdict", OutcomeText(finding.outcome) + ": " + finding.says.en);
  AddEvidence(out, "evidence", finding.evidence);
  if (finding.evidence_count > static_cast<int>(finding.evidence.size())) {
    Add(out, "", fmt::format("… {} rows in all", finding.evidence_count));
  }
  AddEvidence(out, "beside", finding.also);
  Add(out, "source", finding.source.en + " (" + finding.source_from + ")");
  return out;
}

std::string DescribeCheck(const Check& check) {
  std::vector<std::string> parameters;
  for (const Parameter& p : check.parameters) {
    std::string text = p.name + " " + p.type.Text();
    if (!p.by_default.empty()) {
      const auto& words = p.by_default.front().words;
      text += " = " + (p.type.is_list ? "[" + Join(words, ", ") + "]" : words.front());
    }
    parameters.push_back(text);
  }
  std::string out = check.name + ": " + check.row + "\n";
  if (!parameters.empty()) out += "  takes " + Join(parameters, ", ") + "\n";
  if (!check.rests_on.empty()) out += "  rests on " + Join(check.rests_on, ", ") + "\n";
  return out;
}

}  // namespace klikpad
