// Loading what the reports are made of.

#include "app/reports.h"

#include <algorithm>
#include <memory>

#include "base/files.h"
#include "base/yaml.h"
#include "report/html_report.h"
#include "report/json_report.h"
#include "report/junit_report.h"
#include "report/markdown_report.h"
#include "report/summary.h"

namespace klikpad {
namespace {

struct Parts {
  ReportWording wording;
  HtmlTemplate html;
};

Result<std::shared_ptr<const Parts>> LoadParts(const std::string& data_folder) {
  auto parts = std::make_shared<Parts>();
  const auto reports = Yaml::Load(data_folder + "/reports/wording.yaml");
  if (!reports) return tl::unexpected(reports.error());
  const auto rules = Yaml::Load(data_folder + "/rules/wording.yaml");
  if (!rules) return tl::unexpected(rules.error());
  const auto remarks = Yaml::Load(data_folder + "/reports/remarks.yaml");
  if (!remarks) return tl::unexpected(remarks.error());
  auto wording = ParseReportWording(*reports, *rules, *remarks);
  if (!wording) return tl::unexpected(wording.error());
  parts->wording = std::move(*wording);
  auto page = ReadFile(data_folder + "/reports/report.html.mustache");
  if (!page) return tl::unexpected(page.error());
  parts->html.page = std::move(*page);
  auto style = ReadFile(data_folder + "/reports/report.css");
  if (!style) return tl::unexpected(style.error());
  parts->html.style = std::move(*style);
  return parts;
}

// A report that is one text.
auto AsOne(std::function<Result<std::string>(const Audit&)> make) {
  return [make = std::move(make)](const Audit& audit, const TextSink& sink) -> Result<void> {
    const auto text = make(audit);
    if (!text) return tl::unexpected(text.error());
    sink(*text);
    return {};
  };
}

}  // namespace

Result<std::vector<Report>> LoadReports(const std::string& data_folder,
                                        std::function<AcceptedFindings(const Audit&)> accepted) {
  auto loaded = LoadParts(data_folder);
  if (!loaded) return tl::unexpected(loaded.error());
  const std::shared_ptr<const Parts> parts = *loaded;
  std::vector<Report> reports = {
      {"json", "audit.json", "",
       [](const Audit& audit, const TextSink& sink) -> Result<void> {
         WriteAuditJson(audit, sink);
         sink("\n");
         return {};
       }},
      {"text", "report.txt", "", AsOne([](const Audit& audit) { return Summary(audit); })},
      {"junit", "junit.xml", "",
       AsOne([accepted](const Audit& audit) { return JunitReport(audit, accepted(audit)); })},
      {"markdown", "report.md", "", AsOne([parts](const Audit& audit) {
         return MarkdownReport(audit, parts->wording, ReportLanguage(audit.brand));
       })}};
  for (const std::string lang : {"nl", "en"}) {
    reports.push_back(
        {"html", "report." + lang + ".html", lang, AsOne([parts, lang](const Audit& audit) {
           return HtmlReport(audit, parts->wording, parts->html, lang);
         })});
  }
  return reports;
}

std::string ReportLanguage(const Brand& brand) {
  const auto& spoken = brand.languages;
  return std::find(spoken.begin(), spoken.end(), "nl") == spoken.end() ? "en" : "nl";
}

}  // namespace klikpad
