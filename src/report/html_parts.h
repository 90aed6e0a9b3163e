// The parts of the HTML report's view, each the JSON that one section of the template shows.

#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "model/audit.h"
#include "report/say.h"
#include "report/ways.h"
#include "report/wording.h"

namespace klikpad {

// {text, href}
Json LinkView(const std::string& text, const std::string& href);
// [{is_page | is_click | is_channel, text, href}]
Json WayView(const std::vector<WayNode>& way);

// Rows of the matrix, and the way to each channel.
Json StartsView(const Audit& audit, const ReportWording& wording, const Say& say);
Json MatrixView(const Audit& audit, const ReportWording& wording, const Say& say);
// The cards of one outcome under their heading.
Json GroupView(const Audit& audit, Outcome outcome, const Say& say);
// Tally of the whole and of each pack.
Json TallyView(const Audit& audit, const Say& say);
// Sections of tables: figures, and what the auditor noted. None without any.
Json ObservedView(const Audit& audit, const Say& say);
// Looks, holes, what was set aside, settings.
Json LooksView(const Audit& audit, const Say& say);
Json HolesView(const Audit& audit, const Say& say);
Json AnnexView(const Audit& audit, const Say& say);
Json SettingsView(const Audit& audit, const Say& say);

}  // namespace klikpad
