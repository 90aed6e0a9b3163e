// Running rules over the evidence.

#include "judge/judge.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "judge/look.h"
#include "judge/rows.h"
#include "judge/sentences.h"

namespace klikpad {

namespace {

using Names = std::set<std::string>;
using Strings = std::vector<std::string>;

class RuleJudge {
 public:
  RuleJudge(const RowFinder& finder, const Looks& looks, const Pack& pack, const Rule& rule,
            const Wording& wording)
      : finder_(finder), looks_(looks), pack_(pack), rule_(rule), wording_(wording) {}

  // A failure that is the check's mistake; running out makes the rule not assessed.
  Result<JudgedRule> Run() {
    if (auto done = Decide(); !done) {
      if (!done.error().ran_out) return Blame(done.error().error);
      NotAssessed("ran-out", {}, done.error().error.message);
    }
    Finding& finding = judged_.finding;
    finding.pack = pack_.name;
    finding.rule = rule_.id;
    finding.weight = rule_.weight;
    finding.source = rule_.cite;
    finding.source_from = rule_.from;
    if (auto done = finder_.Locate(rows_); !done) return Blame(done.error().error);
    if (auto done = Also(); !done) {
      if (!done.error().ran_out) return Blame(done.error().error);
    }
    finding.evidence = rows_.shown;
    finding.evidence_count = static_cast<int>(std::min<std::int64_t>(rows_.count, 1'000'000'000));
    FillSentences(pack_, rule_, deciding_, Says(), wording_, finding);
    return std::move(judged_);
  }

 private:
  using Done = tl::expected<void, QueryFailure>;

  Done Decide() {
    if (auto done = LookAt(); !done || is_decided_) return done;
    if (auto done = NeedRows(); !done || is_decided_) return done;
    Names rested_on;  // of the checks that had no rows so far
    for (std::size_t i = 0; i < rule_.decide.size(); ++i) {
      if (auto done = Try(rule_.decide[i], i > 0, rested_on); !done || is_decided_) return done;
    }
    judged_.trace.is_otherwise = true;
    deciding_ = rule_.look_at ? std::vector<Call>{*rule_.look_at} : std::vector<Call>{};
    rows_ = looked_at_;
    Settle(rule_.otherwise, true, rested_on);
    return {};
  }

  Done LookAt() {
    if (!rule_.look_at) return {};
    CallTrace trace;
    auto found = RunCall(*rule_.look_at, looked_at_, trace);
    if (!found) return tl::unexpected(found.error());
    judged_.trace.look_at = {trace};
    if (!trace.counts) {
      Settle(Outcome::kNotApplicable, true,
             {rule_.look_at->check->rests_on.begin(), rule_.look_at->check->rests_on.end()});
    } else if (!trace.missing.empty()) {
      NotAssessed("incomplete", trace.missing);
    }
    return {};
  }

  Done NeedRows() {
    for (const Call& call : rule_.needs_rows) {
      CallTrace trace;
      FoundRows found;
      auto count = RunCall(call, found, trace);
      if (!count) return tl::unexpected(count.error());
      judged_.trace.needs_rows.push_back(trace);
      if (!trace.counts && !is_decided_) NotAssessed("no-rows", {}, call.check->row);
    }
    return {};
  }

  // The case decides when one of its checks has rows and may speak.
  Done Try(const DecideCase& one, bool is_later, Names& rested_on) {
    RuleTrace::CaseTrace trace{one.outcome, {}};
    FoundRows sound;
    std::vector<Call> sound_calls;
    Names unsound;
    for (const Call& call : one.calls) {
      FoundRows found;
      CallTrace call_trace;
      auto count = RunCall(call, found, call_trace);
      if (!count) return tl::unexpected(count.error());
      trace.calls.push_back(call_trace);
      if (!call_trace.counts) continue;
      if (!call_trace.missing.empty()) {
        unsound.insert(call_trace.missing.begin(), call_trace.missing.end());
        continue;
      }
      sound_calls.push_back(call);
      Merge(found, sound);
    }
    judged_.trace.cases.push_back(trace);
    if (!sound_calls.empty()) {
      rows_ = std::move(sound);
      deciding_ = std::move(sound_calls);
      case_ = &one;
      Settle(one.outcome, is_later, rested_on);
      if (one.outcome == Outcome::kNotAssessed) {
        judged_.finding.reason += " Seen: " + deciding_.front().check->row;
      }
      return {};
    }
    if (!unsound.empty()) {
      NotAssessed("incomplete", {unsound.begin(), unsound.end()});
      return {};
    }
    for (const Call& call : one.calls) {
      rested_on.insert(call.check->rests_on.begin(), call.check->rests_on.end());
    }
    return {};
  }

  // The words of the case that decided, else those of the rule; none without evidence to fill in.
  const Bilingual* Says() const {
    if (deciding_.empty()) return nullptr;
    return case_ && case_->says ? &*case_->says : rule_.Says(judged_.finding.outcome);
  }

  // An outcome that rests on rows not found needs complete looks.
  void Settle(Outcome outcome, bool is_by_absence, const Names& rested_on) {
    if (is_by_absence && outcome != Outcome::kNotAssessed) {
      Names needed(rule_.absence_needs.begin(), rule_.absence_needs.end());
      needed.insert(rested_on.begin(), rested_on.end());
      judged_.trace.needed.assign(needed.begin(), needed.end());
      const auto missing = Incomplete(judged_.trace.needed);
      if (!missing.empty()) return NotAssessed("incomplete", missing);
    }
    is_decided_ = true;
    judged_.finding.outcome = outcome;
    if (outcome == Outcome::kNotAssessed) {
      const auto missing = is_by_absence ? Incomplete(rule_.absence_needs) : Strings{};
      judged_.trace.missing = missing;
      Because(missing.empty() ? "undecided" : "incomplete", missing);
    }
    if (outcome == Outcome::kNotApplicable) Because("nothing-to-look-at", {});
  }

  void NotAssessed(const std::string& reason, const std::vector<std::string>& missing,
                   const std::string& detail = "") {
    is_decided_ = true;
    judged_.finding.outcome = Outcome::kNotAssessed;
    judged_.trace.missing = missing;
    rows_ = {};
    deciding_.clear();
    Because(reason, missing);
    if (detail.empty()) return;
    std::string& text = judged_.finding.reason;
    if (text.ends_with('.')) text.pop_back();
    text += ": " + detail;
  }

  void Because(const std::string& reason, const std::vector<std::string>& missing) {
    judged_.finding.says = wording_.Reason(reason, missing);
    judged_.finding.reason = judged_.finding.says.en;
  }

  tl::expected<std::int64_t, QueryFailure> RunCall(const Call& call, FoundRows& rows,
                                                   CallTrace& trace) {
    trace.check = call.check->name;
    trace.arguments = call.arguments;
    auto count = finder_.Find(call, rows);
    if (!count) return count;
    trace.rows = *count;
    trace.counts = *count >= call.at_least;
    trace.missing = Incomplete(call.check->rests_on);
    if (call.share) {
      trace.counts &=
          static_cast<double>(*count) >= *call.share * static_cast<double>(looked_at_.count) - 1e-9;
      for (std::string& look : Incomplete(rule_.absence_needs)) trace.missing.push_back(look);
    }
    return count;
  }

  Done Also() {
    FoundRows found;
    for (const Call& call : rule_.also) {
      CallTrace trace;
      if (auto count = RunCall(call, found, trace); !count) return tl::unexpected(count.error());
    }
    if (auto done = finder_.Locate(found); !done) return done;
    judged_.finding.also = std::move(found.shown);
    return {};
  }

  std::vector<std::string> Incomplete(const std::vector<std::string>& names) const {
    std::vector<std::string> missing;
    for (const std::string& name : names) {
      if (!looks_.IsComplete(name)) missing.push_back(name);
    }
    return missing;
  }

  void Merge(FoundRows& from, FoundRows& into) const {
    into.count += from.count;
    for (EvidenceRow& row : from.shown) finder_.Keep(std::move(row), into);
  }

  tl::unexpected<Error> Blame(Error error) const {
    error.message = "rule " + pack_.name + "/" + rule_.id + ": " + error.message;
    if (error.file.empty()) {
      error.file = pack_.file;
      error.line = rule_.line;
    }
    return tl::unexpected(std::move(error));
  }

  const RowFinder& finder_;
  const Looks& looks_;
  const Pack& pack_;
  const Rule& rule_;
  const Wording& wording_;
  JudgedRule judged_;
  FoundRows looked_at_;
  FoundRows rows_;                    // the evidence of the verdict
  std::vector<Call> deciding_;        // the checks that gave it
  const DecideCase* case_ = nullptr;  // that decided; null for otherwise
  bool is_decided_ = false;
};

// The wording, with what the auditor wrote in both languages.
Result<Wording> WithNotes(const EvidenceDb& db, const Wording& wording) {
  auto rows = db.Run("SELECT quote, nl, en FROM translations");
  if (!rows) return tl::unexpected(rows.error().error);
  Wording with = wording;
  for (const auto& row : rows->rows) {
    with.said[row[0].AsString()] = {row[1].AsString(), row[2].AsString()};
  }
  return with;
}

}  // namespace

Result<JudgedRule> JudgeRule(const EvidenceDb& db, const Pack& pack, const Rule& rule,
                             const Wording& wording, const QueryLimits& limits) {
  auto finder = RowFinder::Make(db, limits);
  if (!finder) return tl::unexpected(finder.error().error);
  auto looks = Looks::Read(db);
  if (!looks) return tl::unexpected(looks.error().error);
  const auto said = WithNotes(db, wording);
  if (!said) return tl::unexpected(said.error());
  return RuleJudge(*finder, *looks, pack, rule, *said).Run();
}

Result<Judgement> Judge(const EvidenceDb& db, const std::vector<Pack>& packs,
                        const Wording& wording, const QueryLimits& limits) {
  auto finder = RowFinder::Make(db, limits);
  if (!finder) return tl::unexpected(finder.error().error);
  auto looks = Looks::Read(db);
  if (!looks) return tl::unexpected(looks.error().error);
  const auto said = WithNotes(db, wording);
  if (!said) return tl::unexpected(said.error());
  Judgement judgement;
  for (const Pack& pack : packs) {
    std::vector<Finding> findings;
    for (const Rule& rule : pack.rules) {
      auto judged = RuleJudge(*finder, *looks, pack, rule, *said).Run();
      if (!judged) return tl::unexpected(judged.error());
      findings.push_back(std::move(judged->finding));
    }
    judgement.pack_tallies.emplace_back(pack.name, CountTally(findings));
    std::move(findings.begin(), findings.end(), std::back_inserter(judgement.findings));
  }
  judgement.tally = CountTally(judgement.findings);
  return judgement;
}

Tally CountTally(const std::vector<Finding>& findings) {
  Tally tally;
  double plus = 0, minus = 0;
  for (const Finding& finding : findings) {
    switch (finding.outcome) {
      case Outcome::kPlus:
        ++tally.plus;
        plus += finding.weight;
        break;
      case Outcome::kMinus:
        ++tally.minus;
        minus += finding.weight;
        break;
      case Outcome::kNotApplicable:
        ++tally.not_applicable;
        break;
      case Outcome::kNotAssessed:
        ++tally.not_assessed;
        break;
    }
  }
  if (plus + minus > 0) tally.score = 100 * plus / (plus + minus);
  return tally;
}

}  // namespace klikpad
