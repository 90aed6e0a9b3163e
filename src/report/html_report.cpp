// View and template brought together.

#include "report/html_report.h"

#include "report/mustache.h"

namespace klikpad {

Result<std::string> HtmlReport(const Audit& audit, const ReportWording& wording,
                               const HtmlTemplate& parts, std::string_view lang) {
  Json view = HtmlView(audit, wording, lang);
  view.Set("style", parts.style);
  return RenderMustache(parts.page, view);
}

}  // namespace klikpad
