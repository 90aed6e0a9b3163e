// What the reports say, in Dutch and English: the sentences and words of reports/wording.yaml, the
// remarks of reports/remarks.yaml, and the units, looks and roles of rules/wording.yaml, which
// verdicts share.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/yaml.h"
#include "model/audit.h"
#include "report/remarks.h"

namespace klikpad {

struct ReportWording {
  struct Unit {
    Bilingual one, many;  // "{n} klik", "{n} klikken"
  };
  std::map<std::string, Bilingual> texts;
  std::map<std::string, std::map<std::string, Bilingual>> words;  // group → word → shown
  std::map<std::string, Unit> units;
  Remarks remarks;                        // reports/remarks.yaml
  std::vector<std::string> always_shown;  // channels of the matrix even when the brand has none
};

// `reports` is reports/wording.yaml, `rules` is rules/wording.yaml: its units, its looks (as group
// "look") and its roles (as group "role"), `remarks` is reports/remarks.yaml.
Result<ReportWording> ParseReportWording(const Yaml& reports, const Yaml& rules,
                                         const Yaml& remarks);

}  // namespace klikpad
