// A hand-made audit of an invented brand, with something of everything that a report shows.

#pragma once

#include <string>

#include "model/audit.h"
#include "report/html_report.h"
#include "report/wording.h"

namespace klikpad {

Audit SampleAudit();
// The same with an app of two screens, and a listing that nothing leads on from.
Audit SampleWithApp();
// Every text that a site can choose is `attack`, every address too.
Audit HostileAudit(const std::string& attack);

ReportWording TestWording();
HtmlTemplate TestTemplate();
std::string ReadRoot(const std::string& path);  // a file of the source tree

}  // namespace klikpad
