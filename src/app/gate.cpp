// Holding an audit against the gate.

#include "app/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <ostream>
#include <set>

#include "app/commands.h"
#include "app/run_log.h"
#include "base/files.h"
#include "base/text.h"

namespace klikpad {
namespace {

constexpr std::size_t kMostBaseline = 4u << 20;

void Note(const World& world, std::string_view event, const std::string& message,
          const Json& more) {
  *world.err << LogLine(world.log_format, world.now ? world.now() : 0, event, message, more);
}

std::set<std::string> LooksNamed(const Library& library) {
  std::set<std::string> looks;
  for (const Pack& pack : library.packs) {
    for (const Rule& rule : pack.rules) {
      looks.insert(rule.absence_needs.begin(), rule.absence_needs.end());
    }
  }
  return looks;
}

std::string InClicks(int clicks) {
  return clicks == 1 ? "1 click" : fmt::format("{} clicks", clicks);
}

// Fewest clicks to an own contact of the channel.
std::optional<int> ClicksTo(const Audit& audit, const std::string& channel) {
  std::optional<int> fewest;
  for (const Contact& contact : audit.contacts) {
    const bool is_way = contact.use == Use::kContact || contact.use == Use::kFollow;
    if (contact.channel != channel || contact.owner != Owner::kOwn || !is_way) continue;
    if (contact.clicks) fewest = std::min(fewest.value_or(*contact.clicks), *contact.clicks);
  }
  return fewest;
}

std::vector<std::string> RuleNames(const Library& library) {
  std::vector<std::string> names;
  for (const Pack& pack : library.packs) {
    for (const Rule& rule : pack.rules) names.push_back(pack.name + "/" + rule.id);
  }
  return names;
}

// "minus", "phone-offered", "contact-essentials/phone-offered"
Result<void> AddFailOn(const std::string& what, const Library& library, Gate& gate) {
  if (what == "minus") return gate.fails_on_minus = true, Result<void>();
  if (what == "not-assessed") return gate.fails_on_not_assessed = true, Result<void>();
  if (what == "problem") return gate.fails_on_problem = true, Result<void>();
  const std::vector<std::string> names = RuleNames(library);
  std::vector<std::string> known = {"minus", "not-assessed", "problem"};
  bool is_known = false;
  for (const std::string& name : names) {
    const std::string rule = name.substr(name.find('/') + 1);
    known.insert(known.end(), {name, rule});
    if (what != name && what != rule) continue;
    gate.fails_on_rules.push_back(name);
    is_known = true;
  }
  if (is_known) return {};
  return Fail(fmt::format("--fail-on '{}' is none of minus, not-assessed and problem, nor a rule "
                          "of the packs that are asked",
                          what),
              "", 0, Nearest(what, known));
}

// What is "not accepted": without a baseline every minus.
void AddFailedOn(const Audit& audit, const Gate& gate, const BaselineChange& change,
                 std::vector<std::string>& failed) {
  const bool has_baseline = !gate.baseline_file.empty();
  for (const Finding& finding : audit.findings) {
    const std::string name = finding.pack + "/" + finding.rule;
    const bool is_named = std::find(gate.fails_on_rules.begin(), gate.fails_on_rules.end(), name) !=
                          gate.fails_on_rules.end();
    if (finding.outcome == Outcome::kMinus && (gate.fails_on_minus || is_named)) {
      const bool is_accepted = has_baseline && (gate.updates_baseline || !change.IsFresh(finding));
      if (!is_accepted) failed.push_back(fmt::format("{}: {}", name, finding.says.en));
    }
    if (finding.outcome == Outcome::kNotAssessed && gate.fails_on_not_assessed) {
      failed.push_back(fmt::format("{}: {}", name, finding.reason));
    }
  }
  if (!gate.fails_on_problem) return;
  failed.insert(failed.end(), audit.look.problems.begin(), audit.look.problems.end());
}

// Says what is new and what is over; writes the baseline anew when that is asked for.
int HoldAgainstBaseline(const Audit& audit, const Library& library, const Gate& gate,
                        const BaselineChange& change, const World& world) {
  for (const std::string& name : change.resolved) {
    Note(world, "resolved", "no longer a minus: " + name, Json().Set("rule", name));
  }
  if (!gate.updates_baseline) {
    for (const std::string& name : change.fresh) {
      Complain(world, {"a new minus: " + name, "", 0, ""}, kExitRegression);
    }
    return change.fresh.empty() ? kExitPassed : kExitRegression;
  }
  if (const std::string why = WhyNoBaseline(audit); !why.empty()) {
    return Complain(world, {"the baseline stays as it was: " + why, gate.baseline_file, 0, ""},
                    kExitInconclusive);
  }
  const Baseline renewed = Renewed(audit, library, gate.baseline);
  const auto written = WriteFile(gate.baseline_file, BaselineText(renewed));
  if (!written) return Complain(world, written.error(), kExitFailure);
  const std::string what = fmt::format("{} accepted findings written to {}",
                                       renewed.accepted.size(), gate.baseline_file);
  Note(world, "baseline", what, Json().Set("file", gate.baseline_file));
  return kExitPassed;
}

}  // namespace

Result<std::pair<std::string, int>> ParseMaxClicks(const std::string& text,
                                                   const Channels& channels) {
  const std::size_t equals = text.find('=');
  const std::string channel = text.substr(0, equals);
  if (channels.Find(channel) == nullptr) {
    return Fail(fmt::format("--max-clicks: '{}' is no channel", channel), "", 0,
                Nearest(channel, channels.Ids()));
  }
  int clicks = -1;
  if (equals != std::string::npos) {
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + equals + 1, end, clicks);
    if (error != std::errc() || stop != end) clicks = -1;
  }
  if (clicks < 0) return Fail(fmt::format("--max-clicks '{}' is not of the form twitter=2", text));
  return std::pair{channel, clicks};
}

double CoveredShare(const Audit& audit, const Library& library) {
  const std::set<std::string> named = LooksNamed(library);
  if (named.empty()) return 1;
  const auto complete =
      std::count_if(audit.coverage.begin(), audit.coverage.end(), [&](const Coverage& row) {
        return row.complete == Complete::kYes && named.count(row.Name()) > 0;
      });
  return static_cast<double>(complete) / static_cast<double>(named.size());
}

Result<Gate> MakeGate(const GateArguments& arguments, const Channels& channels,
                      const Library& library) {
  Gate gate;
  gate.min_coverage = arguments.min_coverage;
  gate.min_score = arguments.min_score;
  for (const std::string& text : arguments.max_clicks) {
    auto limit = ParseMaxClicks(text, channels);
    if (!limit) return tl::unexpected(limit.error());
    gate.max_clicks.push_back(std::move(*limit));
  }
  for (const std::string& what : arguments.fail_on) {
    if (auto ok = AddFailOn(what, library, gate); !ok) return tl::unexpected(ok.error());
  }
  gate.baseline_file = arguments.baseline;
  gate.updates_baseline = arguments.updates_baseline;
  std::error_code ignored;
  const bool is_there = std::filesystem::exists(gate.baseline_file, ignored);
  if (gate.baseline_file.empty() || (gate.updates_baseline && !is_there)) return gate;
  if (!is_there) {
    return Fail("is not there; --update-baseline writes it", gate.baseline_file);
  }
  const auto text = ReadFile(gate.baseline_file, kMostBaseline);
  if (!text) return tl::unexpected(text.error());
  auto baseline = ParseBaseline(*text, gate.baseline_file);
  if (!baseline) return tl::unexpected(baseline.error());
  gate.baseline = std::move(*baseline);
  return gate;
}

int PassGate(const Audit& audit, const Library& library, const Gate& gate, const World& world) {
  const double covered = CoveredShare(audit, library);
  if (gate.min_coverage && covered < *gate.min_coverage) {
    const std::string what =
        fmt::format("inconclusive: {:.0f} % of the looks are complete, {:.0f} % asked for",
                    100 * covered, 100 * *gate.min_coverage);
    return Complain(world, {what, "", 0, ""}, kExitInconclusive);
  }
  int code = kExitPassed;
  BaselineChange change;
  if (!gate.baseline_file.empty()) {
    change = Compare(audit, library, gate.baseline);
    code = HoldAgainstBaseline(audit, library, gate, change, world);
    if (code == kExitFailure || code == kExitInconclusive) return code;
  }
  std::vector<std::string> failed = FailedAssertions(audit, gate);
  AddFailedOn(audit, gate, change, failed);
  for (const std::string& what : failed) Complain(world, {what, "", 0, ""}, kExitAssertion);
  return code != kExitPassed || failed.empty() ? code : kExitAssertion;
}

AcceptedFindings AcceptedBy(const Gate& gate, const Audit& audit, const Library& library) {
  if (gate.baseline_file.empty()) return {};
  const bool is_renewed = gate.updates_baseline && WhyNoBaseline(audit).empty();
  return AcceptedOf(audit, library,
                    is_renewed ? Renewed(audit, library, gate.baseline) : gate.baseline);
}

std::vector<std::string> FailedAssertions(const Audit& audit, const Gate& gate) {
  std::vector<std::string> failed;
  if (gate.min_score && !audit.tally.score) {
    failed.push_back(fmt::format("no score: nothing was judged, and --min-score {} was asked for",
                                 *gate.min_score));
  } else if (gate.min_score && *audit.tally.score < *gate.min_score) {
    failed.push_back(
        fmt::format("score {:.1f} is below --min-score {}", *audit.tally.score, *gate.min_score));
  }
  for (const auto& [channel, most] : gate.max_clicks) {
    const std::optional<int> clicks = ClicksTo(audit, channel);
    if (!clicks) {
      failed.push_back(
          fmt::format("no way to {} was found, at most {} asked for", channel, InClicks(most)));
    } else if (*clicks > most) {
      failed.push_back(
          fmt::format("{} takes {}, at most {} asked for", channel, InClicks(*clicks), most));
    }
  }
  return failed;
}

}  // namespace klikpad
