// The tally and the finding cards of the HTML report.

#include <algorithm>
#include <set>

#include "report/html_parts.h"
#include "report/site_text.h"
#include "report/telling.h"

namespace klikpad {
namespace {

constexpr std::size_t kShownRows = 10;
constexpr std::size_t kShownWays = 3;

Json RowsView(const std::vector<EvidenceRow>& rows, const Say& say) {
  Json views{Json::Array{}};
  for (const EvidenceLine& line : TellRows(rows, kShownRows, say)) {
    views.Add(Json()
                  .Set("is_bare", line.quote.empty() && line.figure.empty() && line.at.empty())
                  .Set("row_lang", line.lang)
                  .Set("quote", line.quote)
                  .Set("figure", line.figure)
                  .Set("at", line.at)
                  .Set("page", line.page)
                  .Set("href", line.href)
                  .Set("place", line.place)
                  .Set("noted", line.noted));
  }
  return views;
}

// Rows often speak of the same way: each is shown once.
Json WaysView(const Audit& audit, const Finding& finding, const Say& say) {
  Json ways{Json::Array{}};
  std::set<std::string> seen;
  for (const EvidenceRow& row : finding.evidence) {
    if (ways.Items().size() == kShownWays) break;
    Json way = WayView(WayOfRow(audit, row, say));
    if (way.Items().empty() || !seen.insert(way.Text()).second) continue;
    ways.Add(Json().Set("steps", std::move(way)));
  }
  return ways;
}

std::string MoreRows(const Finding& finding, const Say& say) {
  const std::size_t all =
      std::max(finding.evidence.size(), static_cast<std::size_t>(finding.evidence_count));
  const std::size_t shown = RowsTold(finding.evidence, kShownRows, say);
  return all > shown ? say.Text("more-rows", {{"n", std::to_string(all - shown)}}) : "";
}

// Stands in addresses that are shared: pack and rule, which are words of a-z, 0-9 and hyphens.
std::string Anchor(const Finding& finding) {
  std::string anchor;
  for (const char c : finding.pack + "--" + finding.rule) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '_';
    anchor += is_plain ? c : '-';
  }
  return anchor;
}

std::string AboutOf(const Audit& audit, const std::string& pack, const Say& say) {
  for (const auto& [name, about] : audit.pack_abouts) {
    if (name == pack) return CleanText(say.In(about), 300);
  }
  return {};
}

// "Wet op de veren (geldt sinds 1 april 2013)"
std::string SourceText(const Finding& finding, const Say& say) {
  const std::string cite = CleanText(say.In(finding.source), 400);
  const std::string since = CleanText(say.Date(finding.source_from), 40);
  // A law holds from a day; what is known by its year or month says so in its own title.
  const bool is_day = finding.source_from.size() >= 10;
  if (cite.empty() || since.empty() || !is_day) return cite;
  return say.Text("source-since", {{"source", cite}, {"date", since}});
}

Json CardView(const Audit& audit, const Finding& finding, const Say& say) {
  const std::string word(Word(finding.outcome));
  const bool is_settled = finding.outcome == Outcome::kPlus || finding.outcome == Outcome::kMinus;
  std::string says = CleanText(say.In(finding.says), 1200);
  if (says.empty()) says = CleanText(finding.reason, 1200);
  Json rows = RowsView(finding.evidence, say), also = RowsView(finding.also, say);
  Json ways = WaysView(audit, finding, say);
  const bool has_rows = !rows.Items().empty(), has_also = !also.Items().empty();
  const bool has_ways = !ways.Items().empty();
  return Json()
      .Set("class", finding.outcome == Outcome::kPlus    ? "plus"
                    : finding.outcome == Outcome::kMinus ? "minus"
                                                         : "open")
      .Set("verdict", say.Word("verdict", word))
      .Set("anchor", Anchor(finding))
      .Set("pack", finding.pack)
      .Set("short", say.Word("short-verdict", word))
      .Set("rule", finding.pack + " / " + finding.rule)
      .Set("title", CleanText(say.In(finding.title), 300))
      .Set("says", says)
      .Set("why", is_settled ? CleanText(say.In(finding.why), 1200) : "")
      .Set("fix", finding.outcome == Outcome::kMinus ? CleanText(say.In(finding.fix), 1200) : "")
      .Set("from", SourceText(finding, say))
      .Set("has_rows", has_rows)
      .Set("rows", std::move(rows))
      .Set("more", MoreRows(finding, say))
      .Set("has_also", has_also)
      .Set("also", std::move(also))
      .Set("has_ways", has_ways)
      .Set("ways", std::move(ways));
}

std::string ScoreText(const Tally& tally, const Say& say) {
  return tally.score ? say.Number(*tally.score) : say.Text("score-none");
}

Json CountsView(const Tally& tally, const Say& say) {
  Json counts{Json::Array{}};
  const std::pair<Outcome, int> all[] = {{Outcome::kPlus, tally.plus},
                                         {Outcome::kMinus, tally.minus},
                                         {Outcome::kNotAssessed, tally.not_assessed},
                                         {Outcome::kNotApplicable, tally.not_applicable}};
  for (const auto& [outcome, count] : all) {
    const std::string word(Word(outcome));
    counts.Add(Json().Set("class", word).Set("name", say.Word("count", word)).Set("count", count));
  }
  return counts;
}

}  // namespace

Json GroupView(const Audit& audit, Outcome outcome, const Say& say) {
  Json cards{Json::Array{}};
  for (const Finding* finding : WithOutcome(audit, outcome)) {
    cards.Add(CardView(audit, *finding, say));
  }
  const std::string word(Word(outcome));
  const std::size_t count = cards.Items().size();
  return Json()
      .Set("id", "findings-" + word)
      .Set("heading", say.Word("group", word))
      .Set("note", say.Word(count > 0 ? "group-note" : "group-empty", word))
      .Set("count", count)
      .Set("cards", std::move(cards));
}

Json TallyView(const Audit& audit, const Say& say) {
  const Tally& tally = audit.tally;
  Json packs{Json::Array{}};
  for (const auto& [name, pack] : audit.pack_tallies) {
    packs.Add(Json()
                  .Set("name", name)
                  .Set("about", AboutOf(audit, name, say))
                  .Set("counts", CountsView(pack, say))
                  .Set("score", ScoreText(pack, say)));
  }
  const int settled = tally.plus + tally.minus;
  return Json()
      .Set("score", ScoreText(tally, say))
      .Set("has_score", tally.score.has_value())
      .Set("counts", CountsView(tally, say))
      .Set("basis", say.Text("score-basis", {{"n", std::to_string(settled)},
                                             {"m", std::to_string(settled + tally.not_assessed)}}))
      .Set("has_packs", audit.pack_tallies.size() > 1)
      .Set("packs", std::move(packs));
}

}  // namespace klikpad
