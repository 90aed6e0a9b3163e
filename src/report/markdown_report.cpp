// The Markdown report.

#include "report/markdown_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/clicks_matrix.h"
#include "report/observed_tables.h"
#include "report/site_text.h"
#include "report/telling.h"
#include "report/timeline_view.h"
#include "report/ways.h"

namespace klikpad {
namespace {

constexpr std::size_t kShownRows = 5;
constexpr std::size_t kShownHoles = 20;

std::string Link(const std::string& text, const std::string& href) {
  if (href.empty()) return MarkdownText(text);
  return fmt::format("[{}](<{}>)", MarkdownText(text), href);
}

std::string Head(const Audit& audit, const Say& say) {
  const std::string date = CleanText(say.Date(audit.run.started_at), 40);
  std::string out = fmt::format(
      "# {}: {}\n\n{}: {} · {}: {}\n\n", MarkdownText(say.Text("report-title")),
      MarkdownText(CleanText(audit.brand.name, 120)), say.Text("start-page"),
      Link(ShownAddress(audit.brand.start), LinkTarget(audit.brand.start)), say.Text("looked-on"),
      MarkdownText(date.empty() ? say.Text("unknown-date") : date));
  const std::vector<std::string> problems = TellProblems(audit, say);
  if (problems.empty()) return out;
  out += fmt::format("> **{}**\n", MarkdownText(say.Text("problems-of-run")));
  for (const std::string& problem : problems) out += "> - " + MarkdownText(problem) + "\n";
  return out + "\n";
}

std::string TallyRow(const std::string& name, const Tally& tally, const Say& say) {
  return fmt::format("| {} | {} | {} | {} | {} | {} |\n", MarkdownText(name), tally.plus,
                     tally.minus, tally.not_assessed, tally.not_applicable,
                     tally.score ? say.Number(*tally.score) : "–");
}

std::string TallyTable(const Audit& audit, const Say& say) {
  std::string out = fmt::format("## {}\n\n", say.Text("result"));
  if (audit.findings.empty()) {
    return out + MarkdownText(say.Text("no-rules") + " " + TellCoverage(audit, say)) + "\n\n";
  }
  out += fmt::format("| {} | {} | {} | {} | {} | {} |\n|---|---:|---:|---:|---:|---:|\n",
                     say.Text("pack"), say.Word("count", "plus"), say.Word("count", "minus"),
                     say.Word("count", "not_assessed"), say.Word("count", "not_applicable"),
                     say.Text("score"));
  if (audit.pack_tallies.size() > 1) {
    for (const auto& [name, tally] : audit.pack_tallies) out += TallyRow(name, tally, say);
  }
  out += TallyRow(audit.pack_tallies.size() == 1 ? audit.pack_tallies[0].first : say.Text("total"),
                  audit.tally, say);
  return out + "\n" + MarkdownText(TellCoverage(audit, say)) + "\n\n";
}

std::string MatrixCells(const MatrixRow& row) {
  std::string cells;
  for (std::size_t i = 0; i < kMatrixColumns; ++i) {
    const bool is_nearest = row.nearest >= 0 && MatrixColumn(row.clicks) == i;
    const char* mark = i == kNoWayColumn ? "×" : is_nearest ? "●" : "○";
    cells += row.counts[i] == 0  ? "  |"
             : row.counts[i] > 1 ? fmt::format(" {} {} |", mark, row.counts[i])
                                 : fmt::format(" {} |", mark);
  }
  return cells;
}

std::string Nearest(const Audit& audit, const MatrixRow& row, const Say& say) {
  if (row.nearest < 0) return TellUnseen(audit, row.channel, say);
  std::string text = ContactText(audit.contacts[static_cast<std::size_t>(row.nearest)]);
  if (!row.clicks) return text;
  return text + fmt::format(" ({}{})", row.is_at_most ? "≤ " : "", say.Clicks(*row.clicks));
}

std::string Matrix(const Audit& audit, const ReportWording& wording, const Say& say) {
  const std::vector<MatrixRow> rows = ClicksMatrix(audit, wording.always_shown);
  const bool has_search = HasSearch(rows);
  std::string out = fmt::format(
      "## {}\n\n{}\n\n| {} | 0 | 1 | 2 | 3 | 4+ | {} |{} {} |\n"
      "|---|:-:|:-:|:-:|:-:|:-:|:-:|{}---|\n",
      say.Text("clicks-title"), MarkdownText(say.Text("clicks-by-links")), say.Text("channel"),
      say.Text("no-way"), has_search ? " " + say.Text("with-search") + " |" : "",
      say.Text("nearest"), has_search ? ":-:|" : "");
  for (const MatrixRow& row : rows) {
    out += fmt::format("| {} |{}", MarkdownText(say.Channel(row.channel)), MatrixCells(row));
    if (has_search) {
      out += row.with_search ? fmt::format(" {} |", *row.with_search) : std::string(" – |");
    }
    out += " " + MarkdownText(Nearest(audit, row, say)) + " |\n";
  }
  return out + "\n";
}

std::string Evidence(const Finding& finding, const Say& say) {
  std::string out;
  for (const EvidenceLine& line : TellRows(finding.evidence, kShownRows, say)) {
    const bool has_words = !line.figure.empty() || !line.quote.empty() || !line.at.empty();
    out += "  -";
    if (!line.figure.empty()) out += " " + MarkdownText(line.figure);
    if (!line.quote.empty()) out += " “" + MarkdownText(line.quote) + "”";
    if (!line.at.empty()) out += " " + MarkdownText(line.at);
    if (!line.page.empty()) out += (has_words ? " – " : " ") + Link(line.page, line.href);
    if (!line.noted.empty()) out += (has_words ? " – " : " ") + MarkdownText(line.noted);
    out += "\n";
  }
  const std::size_t all =
      std::max(finding.evidence.size(), static_cast<std::size_t>(finding.evidence_count));
  const std::size_t listed = RowsTold(finding.evidence, kShownRows, say);
  if (all > listed) {
    out += "  - " + say.Text("more-rows", {{"n", std::to_string(all - listed)}}) + "\n";
  }
  return out;
}

std::string Group(const Audit& audit, Outcome outcome, const Say& say) {
  const auto findings = WithOutcome(audit, outcome);
  if (findings.empty()) return {};
  const std::string word(Word(outcome));
  std::string out = fmt::format("## {} ({})\n\n", say.Word("group", word), findings.size());
  for (const Finding* finding : findings) {
    std::string says = CleanText(say.In(finding->says), 1200);
    if (says.empty()) says = CleanText(finding->reason, 1200);
    out += fmt::format("- **{}** ({}) {}\n", MarkdownText(CleanText(say.In(finding->title), 300)),
                       MarkdownText(finding->rule), MarkdownText(says));
    if (outcome != Outcome::kPlus && outcome != Outcome::kMinus) continue;
    out += Evidence(*finding, say);
    if (outcome == Outcome::kMinus && !say.In(finding->fix).empty()) {
      out += fmt::format("  - *{}:* {}\n", say.Text("how-to-fix"),
                         MarkdownText(CleanText(say.In(finding->fix), 1200)));
    }
  }
  return out + "\n";
}

// A cell: the pipe that would end it is escaped by MarkdownText.
std::string Cell(const ToldCell& cell) {
  std::string text = MarkdownText(cell.text);
  if (!cell.soft.empty()) text += " (" + MarkdownText(cell.soft) + ")";
  return text;
}

std::string Tables(const std::string& heading, const std::vector<ToldTable>& tables) {
  if (tables.empty()) return {};
  std::string out = fmt::format("## {}\n\n", MarkdownText(heading));
  for (const ToldTable& table : tables) {
    out += fmt::format("### {}\n\n|", MarkdownText(table.title));
    for (const std::string& column : table.head) out += " " + MarkdownText(column) + " |";
    out += "\n|";
    for (std::size_t i = 0; i < table.head.size(); ++i) out += "---|";
    for (const auto& row : table.rows) {
      out += "\n|";
      for (const ToldCell& cell : row) out += " " + Cell(cell) + " |";
    }
    out += "\n\n";
    if (!table.more.empty()) out += MarkdownText(table.more) + "\n\n";
  }
  return out;
}

std::string Holes(const Audit& audit, const Say& say) {
  const std::vector<Hole> holes = AllHoles(audit);
  if (holes.empty()) return {};
  std::string out = fmt::format("## {}\n\n", say.Text("holes-title"));
  for (std::size_t i = 0; i < std::min(kShownHoles, holes.size()); ++i) {
    out += fmt::format("- {}: {}\n", Link(ShownAddress(holes[i].url), LinkTarget(holes[i].url)),
                       MarkdownText(say.Word("hole", std::string(Word(holes[i].reason)))));
  }
  if (holes.size() > kShownHoles) {
    out +=
        "- " + say.Text("holes-more", {{"n", std::to_string(holes.size() - kShownHoles)}}) + "\n";
  }
  return out + "\n";
}

}  // namespace

std::string MarkdownText(std::string_view text) {
  std::string out;
  for (const char c : CleanText(text, 4000)) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (std::string_view("\\`*_{}[]()#+!|~$@").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  // GitHub makes links of bare addresses: as entities, their marks are text.
  return ReplaceAll(ReplaceAll(std::move(out), "://", "&#58;//"), "www.", "www&#46;");
}

std::string MarkdownReport(const Audit& audit, const ReportWording& wording,
                           std::string_view lang) {
  const Say say(audit, wording, lang);
  std::string out = Head(audit, say) + TallyTable(audit, say) + Matrix(audit, wording, say);
  for (const Outcome outcome :
       {Outcome::kMinus, Outcome::kPlus, Outcome::kNotAssessed, Outcome::kNotApplicable}) {
    out += Group(audit, outcome, say);
  }
  out += TimelineMarkdown(audit, say);
  out += Tables(say.Text("metrics-heading"), TellMetrics(audit, say));
  out += Tables(say.Text("observed-heading"), TellObservations(audit, say));
  return out + Holes(audit, say);
}

}  // namespace klikpad
