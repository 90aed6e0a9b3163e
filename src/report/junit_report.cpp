// JUnit XML as Jenkins and GitLab read it.

#include "report/junit_report.h"

#include <fmt/format.h>

#include "base/text.h"
#include "report/site_text.h"

namespace klikpad {
namespace {

// XML 1.0, 2.2: beside tab and line breaks no control characters, and neither U+FFFE nor U+FFFF.
std::string Xml(std::string_view text) {
  std::string clean = CleanText(text, 2000);
  for (const std::string_view banned : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    clean = ReplaceAll(std::move(clean), banned, "\uFFFD");
  }
  return EscapeHtml(clean);
}

std::string EvidenceText(const Finding& finding) {
  std::string text;
  for (const EvidenceRow& row : finding.evidence) {
    const std::string place = row.place.empty() ? "" : " " + Xml(row.place);
    text +=
        fmt::format("{}{}: {}\n", Xml(row.url.empty() ? row.ref : row.url), place, Xml(row.quote));
  }
  return text;
}

std::string Skipped(const std::string& reason) {
  return fmt::format(">\n      <skipped message=\"{}\"/>\n    </testcase>\n", Xml(reason));
}

// `because` is null when no baseline accepts the finding.
std::string Case(const Finding& finding, const std::string* because) {
  std::string out = fmt::format("    <testcase classname=\"{}\" name=\"{}: {}\"", Xml(finding.pack),
                                Xml(finding.rule), Xml(finding.title.en));
  const std::string& reason = finding.says.en.empty() ? finding.reason : finding.says.en;
  switch (finding.outcome) {
    case Outcome::kPlus:
      return out + "/>\n";
    case Outcome::kMinus:
      if (because != nullptr) {
        const std::string why = because->empty() ? "" : " (" + *because + ")";
        return out +
               Skipped(fmt::format("minus, accepted by the baseline{}: {}", why, finding.says.en));
      }
      return out + fmt::format(
                       ">\n      <failure type=\"minus\" message=\"{}\">{}</failure>\n"
                       "    </testcase>\n",
                       Xml(finding.says.en), EvidenceText(finding));
    case Outcome::kNotApplicable:
    case Outcome::kNotAssessed:
      return out + Skipped(reason);
  }
  return out;
}

// The attribute, "" when there is no time. JUnit's schema knows no time zone.
std::string Timestamp(const std::string& iso) {
  return iso.size() >= 19 ? fmt::format(" timestamp=\"{}\"", Xml(iso.substr(0, 19))) : "";
}

}  // namespace

std::string JunitReport(const Audit& audit, const AcceptedFindings& accepted) {
  int failures = 0, skipped = 0;
  std::string cases;
  for (const Finding& finding : audit.findings) {
    const auto found = accepted.find(finding.pack + "/" + finding.rule);
    const bool is_minus = finding.outcome == Outcome::kMinus;
    const bool is_accepted = is_minus && found != accepted.end();
    failures += is_minus && !is_accepted ? 1 : 0;
    skipped += is_accepted || finding.outcome == Outcome::kNotApplicable ||
                       finding.outcome == Outcome::kNotAssessed
                   ? 1
                   : 0;
    cases += Case(finding, is_accepted ? &found->second : nullptr);
  }
  const std::string counts = fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\"",
                                         audit.findings.size(), failures, skipped);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {0} time=\"{1}.{2:03}\">\n"
      "  <testsuite name=\"{3}\" {0} time=\"{1}.{2:03}\"{4}>\n{5}  </testsuite>\n"
      "</testsuites>\n",
      counts, audit.run.milliseconds / 1000, audit.run.milliseconds % 1000, Xml(audit.brand.name),
      Timestamp(audit.run.started_at), cases);
}

}  // namespace klikpad
