// Audit → one self-contained HTML file: no scripts, nothing loaded from elsewhere, fit for print.

#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "model/audit.h"
#include "report/wording.h"

namespace klikpad {

// What the HTML report is made of, beside the audit: the files of `reports`.
struct HtmlTemplate {
  std::string page;   // report.html.mustache
  std::string style;  // report.css
};

// `lang` "nl" or "en". An error only for a template that is not well formed.
Result<std::string> HtmlReport(const Audit& audit, const ReportWording& wording,
                               const HtmlTemplate& parts, std::string_view lang);

// All that the template shows, worded and cut, not yet escaped.
Json HtmlView(const Audit& audit, const ReportWording& wording, std::string_view lang);

}  // namespace klikpad
