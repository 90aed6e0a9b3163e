// Audit → Markdown (GitHub's), for the summary of a CI job: result, matrix, findings, holes.

#pragma once

#include <string>
#include <string_view>

#include "model/audit.h"
#include "report/wording.h"

namespace klikpad {

// `lang` "nl" or "en".
std::string MarkdownReport(const Audit& audit, const ReportWording& wording, std::string_view lang);

// Text that Markdown and HTML read as nothing but text, on one line.
std::string MarkdownText(std::string_view text);

}  // namespace klikpad
