// The summary on the terminal.

#include "report/summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/site_text.h"

namespace klikpad {
namespace {

constexpr std::size_t kValueWidth = 34;
constexpr std::size_t kShownHoles = 5;

// One harmless line of at most so many bytes.
std::string Short(std::string_view text, std::size_t width) { return CleanText(text, width - 1); }

// Columns that a UTF-8 text takes, near enough: its characters.
std::size_t Columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string Padded(std::string text, std::size_t width) {
  const std::size_t columns = Columns(text);
  if (columns < width) text.append(width - columns, ' ');
  return text;
}

std::string ChannelName(const Audit& audit, const std::string& id) {
  for (const ChannelTitle& channel : audit.channels) {
    if (channel.id == id) return channel.name.en;
  }
  return id;
}

std::string Clicks(std::optional<int> clicks) {
  if (!clicks) return "no way found";
  return *clicks == 1 ? "1 click" : fmt::format("{} clicks", *clicks);
}

// What stands in the app or a store alone has no clicks from the home page.
std::string ClicksOrSurface(const Audit& audit, const Contact& contact) {
  if (contact.clicks || contact.places.empty()) return Clicks(contact.clicks);
  const int page = contact.places.front().page;
  if (page < 0 || page >= static_cast<int>(audit.look.pages.size())) return Clicks(std::nullopt);
  switch (audit.look.pages[static_cast<std::size_t>(page)].surface) {
    case Surface::kApp:
      return "in the app";
    case Surface::kStore:
      return "in a store";
    case Surface::kSite:
      break;
  }
  return Clicks(std::nullopt);
}

bool IsBrandsOwn(const Contact& contact) {
  return contact.owner == Owner::kOwn &&
         (contact.use == Use::kContact || contact.use == Use::kFollow);
}

// The way through the site's search, told only where it is shorter than by links.
std::string BySearch(const Audit& audit, std::size_t contact) {
  for (const Route& route : audit.routes) {
    const bool is_it = route.contact == static_cast<int>(contact) && route.uses_search;
    if (is_it && route.tier == Tier::kShortest) {
      return fmt::format("  ({} with the site's search)", Clicks(route.clicks));
    }
  }
  return {};
}

std::string ContactLine(const Audit& audit, std::size_t index) {
  const Contact& contact = audit.contacts[index];
  const std::string value = contact.display.empty() ? contact.value : contact.display;
  std::string line = "  " + Padded(ChannelName(audit, contact.channel), 14) + " " +
                     Padded(ClicksOrSurface(audit, contact), 13) + " " +
                     Padded(Short(value, kValueWidth), kValueWidth) + " ";
  if (!contact.places.empty()) line += Short(contact.places.front().url, 60);
  return line + BySearch(audit, index) + "\n";
}

const Coverage* WholeSite(const Audit& audit) {
  for (const Coverage& row : audit.coverage) {
    if (row.kind == LookKind::kSite && row.scope.empty()) return &row;
  }
  return nullptr;
}

std::string CoverageLines(const Audit& audit) {
  const Coverage* site = WholeSite(audit);
  if (site == nullptr) return {};
  std::string lines = fmt::format("site: {} of {} pages read", site->seen, site->expected);
  if (site->complete == Complete::kYes) return lines + ", complete\n";
  lines += ", not complete: what was not found may still be there\n";
  for (std::size_t i = 0; i < std::min(kShownHoles, site->holes.size()); ++i) {
    const Hole& hole = site->holes[i];
    lines += fmt::format("  not read: {} ({})\n", Short(hole.url, 70), Short(hole.text, 80));
  }
  if (site->holes.size() > kShownHoles) {
    lines += fmt::format("  … and {} more in audit.json under coverage\n",
                         site->holes.size() - kShownHoles);
  }
  return lines;
}

std::string Mark(Outcome outcome) {
  switch (outcome) {
    case Outcome::kPlus:
      return "+";
    case Outcome::kMinus:
      return "-";
    case Outcome::kNotApplicable:
      return " ";
    case Outcome::kNotAssessed:
      return "?";
  }
  return " ";
}

std::string TallyLine(const Tally& tally) {
  std::string line = fmt::format("{} plus, {} minus", tally.plus, tally.minus);
  if (tally.not_assessed > 0) line += fmt::format(", {} not assessed", tally.not_assessed);
  if (tally.not_applicable > 0) line += fmt::format(", {} not applicable", tally.not_applicable);
  if (tally.score) line += fmt::format("; score {:.0f} of 100", *tally.score);
  return line + "\n";
}

// What was judged, a line each; what does not apply is only counted.
std::string FindingLines(const Audit& audit) {
  std::string lines;
  for (const auto& [pack, tally] : audit.pack_tallies) {
    lines += "\n" + pack + ": " + TallyLine(tally);
    for (const Finding& finding : audit.findings) {
      if (finding.pack != pack || finding.outcome == Outcome::kNotApplicable) continue;
      lines += fmt::format("  {} {} {}\n", Mark(finding.outcome), Padded(finding.rule, 28),
                           Short(finding.says.en.empty() ? finding.reason : finding.says.en, 110));
    }
  }
  return lines;
}

}  // namespace

std::string Summary(const Audit& audit) {
  std::string text =
      fmt::format("{}  {}\n", Short(audit.brand.name, 60), Short(audit.brand.start, 80));
  for (const std::string& problem : audit.look.problems) text += "! " + Short(problem, 120) + "\n";
  text += CoverageLines(audit);
  text += "\nclicks from the home page to the brand's own channels, the opening click included\n";
  bool has_any = false;
  for (std::size_t i = 0; i < audit.contacts.size(); ++i) {
    const Contact& contact = audit.contacts[i];
    if (!IsBrandsOwn(contact) || contact.confidence == Confidence::kWeak) continue;
    has_any = true;
    text += ContactLine(audit, i);
  }
  if (!has_any) text += "  none was found\n";
  return text + FindingLines(audit);
}

std::string ColoredSummary(const Audit& audit) {
  constexpr std::string_view kGreen = "\x1b[32m", kRed = "\x1b[31m", kYellow = "\x1b[33m",
                             kPlain = "\x1b[0m";
  const std::string plain = Summary(audit);
  std::string text;
  for (std::string_view line : Split(plain, '\n')) {
    if (!text.empty()) text += '\n';
    const std::string_view color = line.starts_with("! ")     ? kYellow
                                   : line.starts_with("  + ") ? kGreen
                                   : line.starts_with("  - ") ? kRed
                                   : line.starts_with("  ? ") ? kYellow
                                                              : "";
    if (color.empty()) {
      text += line;
    } else {
      text.append(color).append(line).append(kPlain);
    }
  }
  return text;
}

}  // namespace klikpad
