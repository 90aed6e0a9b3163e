// Holding an audit against the gate.

#include "app/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "app/commands.h"
#include "base/text.h"

namespace klikpad {
namespace {

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

Result<Gate> MakeGate(const GateArguments& arguments, const Channels& channels) {
  Gate gate;
  gate.min_coverage = arguments.min_coverage;
  gate.min_score = arguments.min_score;
  for (const std::string& text : arguments.max_clicks) {
    auto limit = ParseMaxClicks(text, channels);
    if (!limit) return tl::unexpected(limit.error());
    gate.max_clicks.push_back(std::move(*limit));
  }
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
  const std::vector<std::string> failed = FailedAssertions(audit, gate);
  for (const std::string& what : failed) Complain(world, {what, "", 0, ""}, kExitAssertion);
  return failed.empty() ? kExitPassed : kExitAssertion;
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
