// The tellings.

#include "report/telling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <set>
#include <tuple>

#include "base/text.h"
#include "model/shown_value.h"
#include "report/clicks_matrix.h"
#include "report/observed_tables.h"
#include "report/site_text.h"

namespace klikpad {
namespace {

const Coverage* LookAt(const Audit& audit, LookKind kind, std::string_view scope) {
  for (const Coverage& row : audit.coverage) {
    if (row.kind == kind && row.scope == scope) return &row;
  }
  return nullptr;
}

bool IsOf(const EvidenceRow& row, std::string_view table) { return row.ref.rfind(table, 0) == 0; }

// The row of what was noted that a ref names, null for other refs.
template <typename T>
const T* NoteOf(const EvidenceRow& row, std::string_view table, const std::vector<T>& rows) {
  if (!IsOf(row, table)) return nullptr;
  const std::size_t number = std::strtoul(row.ref.c_str() + table.size(), nullptr, 10);
  return number >= 1 && number <= rows.size() ? &rows[number - 1] : nullptr;
}

// Labels are words of the model or of the site, by the table that the row is of.
std::string TellLabel(const EvidenceRow& row, const Say& say) {
  for (const std::string_view table : {"contacts/", "hours/", "listings/", "messages/"}) {
    if (IsOf(row, table)) return say.Name(row.label);
  }
  const bool names_channel = IsOf(row, "reach/") || IsOf(row, "routes/");
  const auto* metric = NoteOf(row, "metrics/", say.Of().metrics);
  if (metric != nullptr && metric->name == row.label) {
    const std::string& title = say.Lang() == "nl" ? metric->title_nl : metric->title_en;
    if (!title.empty()) return title;
  }
  if (IsNote(row.ref)) return say.Noted(row.label);
  return names_channel ? say.Channel(row.label) : row.label;
}

// "facebook, linkedin" → "Facebook en LinkedIn"; other text as it is.
std::string TellChannels(const std::string& value, const Say& say) {
  std::vector<std::string> names;
  for (const std::string_view part : Split(value, ',')) {
    const std::string id(Trim(part));
    names.push_back(say.Channel(id));
    if (names.back() == id) return value;
  }
  return say.List(names);
}

std::string TellValue(const EvidenceRow& row, const Say& say) {
  if (IsOf(row, "pages/") && row.unit == "clicks") {
    return row.value == "0" ? "" : say.Text("away", {{"clicks", say.Value(row.value, row.unit)}});
  }
  return row.unit == "text" && IsOf(row, "pages/") ? TellChannels(row.value, say)
                                                   : say.Value(ShownValue(row), row.unit);
}

// "12:3" → "source, line 12"; "" for no place.
std::string TellPlace(const std::string& place, const Say& say) {
  const std::size_t colon = place.find(':');
  const auto is_number = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
  };
  if (colon == std::string::npos || !is_number(place.substr(0, colon)) ||
      !is_number(place.substr(colon + 1))) {
    return CleanText(place, 60);
  }
  if (place == "0:0") return {};
  return say.Text("source-line", {{"n", place.substr(0, colon)}});
}

// Words of a page as they stand; what was noted in the reader's language.
std::string TellQuote(const EvidenceRow& row, const Say& say) {
  if (!IsNote(row.ref)) return row.quote;
  const Audit& audit = say.Of();
  if (const auto* said = NoteOf(row, "benchmarks/", audit.observed.benchmarks)) {
    return TellBenchmark(*said, say);
  }
  if (const auto* said = NoteOf(row, "metrics/", audit.metrics)) {
    return said->is_derived ? row.quote : TellMetric(*said, say);
  }
  return say.Noted(row.quote);
}

}  // namespace

EvidenceLine TellEvidence(const EvidenceRow& row, const Say& say) {
  EvidenceLine line;
  line.quote = CleanText(TellQuote(row, say), 400);
  line.page = CleanText(row.title, 120);
  line.href = LinkTarget(row.url);
  line.lang = say.PageLang(row.page);
  if (line.page.empty()) line.page = ShownAddress(row.url);
  if (!row.source.empty() || !row.observer.empty()) {
    // The observer's initials and the day of the note stand in one text.
    const std::size_t space = row.observer.rfind(' ');
    const bool has_both = space != std::string::npos;
    const std::string day = has_both ? row.observer.substr(space + 1) : "";
    line.noted =
        TellNoted(say.Noted(row.source), has_both ? row.observer.substr(0, space) : row.observer,
                  day, row.place, say);
  } else {
    line.place = TellPlace(row.place, say);
  }
  line.at = CleanText(say.Date(row.at), 40);
  const std::string label = CleanText(TellLabel(row, say), 120);
  const std::string value = CleanText(TellValue(row, say), 120);
  // Said once is enough: the quote and the page's title often are the label or the value.
  const auto is_new = [&](const std::string& text) {
    return !text.empty() && text != line.quote && text != line.page;
  };
  if (is_new(label)) line.figure = label;
  if (is_new(value) && value != label) {
    line.figure += (line.figure.empty() ? "" : ": ") + value;
  }
  if (line.quote == line.page) line.quote.clear();  // the link says it
  if (row.unit == "yes-no") line.quote.clear();     // "KLM: yes" says no more than the figure
  return line;
}

std::vector<EvidenceLine> TellRows(const std::vector<EvidenceRow>& rows, std::size_t most,
                                   const Say& say) {
  std::vector<EvidenceLine> lines;
  for (const EvidenceRow& row : rows) {
    if (lines.size() == most) break;
    EvidenceLine line = TellEvidence(row, say);
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

std::size_t RowsTold(const std::vector<EvidenceRow>& rows, std::size_t most, const Say& say) {
  const std::vector<EvidenceLine> lines = TellRows(rows, most, say);
  return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const auto& row) {
    return std::find(lines.begin(), lines.end(), TellEvidence(row, say)) != lines.end();
  }));
}

const Coverage* WholeSite(const Audit& audit) { return LookAt(audit, LookKind::kSite, ""); }

std::vector<std::string> TellProblems(const Audit& audit, const Say& say) {
  std::vector<std::string> problems;
  const Coverage* site = WholeSite(audit);
  const SiteLook& look = audit.look;
  const bool is_start_read = look.start >= 0 && look.start < static_cast<int>(look.pages.size()) &&
                             look.pages[static_cast<std::size_t>(look.start)].is_read;
  if (!is_start_read) {
    problems.push_back(say.Text("problem-no-start"));
  } else if (site != nullptr && site->complete != Complete::kYes) {
    problems.push_back(say.Text("problem-incomplete", {{"n", std::to_string(site->seen)},
                                                       {"m", std::to_string(site->expected)}}));
  }
  if (look.stopped_early) problems.push_back(say.Text("problem-stopped"));
  for (const std::string& problem : look.problems) {
    problems.push_back(CleanText(say.Remark(problem), 300));
  }
  return problems;
}

std::string TellLook(const Coverage& row, const Say& say) {
  if (!row.holes.empty()) {
    return say.Text("look-holes",
                    {{"n", std::to_string(row.holes.size())}, {"m", std::to_string(row.expected)}});
  }
  if (!row.why.empty()) return CleanText(say.Remark(row.why), 300);
  if (row.complete != Complete::kYes) return {};
  if (row.seen > 0) return say.Text("look-read", {{"n", std::to_string(row.seen)}});
  return row.kind == LookKind::kSite ? say.Text("look-absent") : "";
}

std::vector<std::string> PaceNotes(const Run& run) {
  std::vector<std::string> notes;
  for (const HostPace& pace : run.paces) {
    notes.push_back(fmt::format(
        "{} was asked less often, up to {} ms apart: patience asked for {} times, slow answers {}",
        pace.host, pace.longest_ms, pace.asked_for_patience, pace.slow_answers));
  }
  return notes;
}

std::string TellCoverage(const Audit& audit, const Say& say) {
  const Coverage* site = WholeSite(audit);
  if (site == nullptr) return {};
  const bool is_whole = site->complete == Complete::kYes;
  return say.Text(is_whole ? "coverage-whole" : "coverage-part",
                  {{"n", std::to_string(site->seen)}, {"m", std::to_string(site->expected)}});
}

std::vector<Hole> AllHoles(const Audit& audit) {
  std::vector<Hole> holes;
  std::set<std::string> seen;
  for (const Coverage& row : audit.coverage) {
    for (const Hole& hole : row.holes) {
      if (seen.insert(hole.url).second) holes.push_back(hole);
    }
  }
  std::stable_sort(holes.begin(), holes.end(), [](const Hole& a, const Hole& b) {
    const int far = std::numeric_limits<int>::max();
    return std::make_tuple(a.clicks.value_or(far), std::cref(a.url)) <
           std::make_tuple(b.clicks.value_or(far), std::cref(b.url));
  });
  return holes;
}

std::string TellUnseen(const Audit& audit, const std::string& channel, const Say& say) {
  const Coverage* site = WholeSite(audit);
  if (site == nullptr || site->complete != Complete::kYes) return say.Text("not-seen-partial");
  const Coverage* scripts = LookAt(audit, LookKind::kSite, "scripts");
  const bool may_be_scripted = channel == "chat";
  if (may_be_scripted && (scripts == nullptr || scripts->complete != Complete::kYes)) {
    return say.Text("not-seen-scripts");
  }
  return say.Text("not-seen");
}

std::vector<const Contact*> SetAside(const Audit& audit) {
  std::vector<const Contact*> contacts;
  for (const Contact& contact : audit.contacts) {
    const bool is_asked = contact.use == Use::kContact || contact.use == Use::kFollow;
    if (is_asked && !CountsAsOwn(contact)) contacts.push_back(&contact);
  }
  return contacts;
}

std::vector<const Finding*> WithOutcome(const Audit& audit, Outcome outcome) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : audit.findings) {
    if (finding.outcome == outcome) findings.push_back(&finding);
  }
  return findings;
}

}  // namespace klikpad
