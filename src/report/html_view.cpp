// The whole view of the HTML report.

#include "report/html_parts.h"
#include "report/html_report.h"
#include "report/site_text.h"
#include "report/telling.h"
#include "report/timeline_view.h"

namespace klikpad {

Json LinkView(const std::string& text, const std::string& href) {
  return Json().Set("text", text).Set("href", href);
}

Json WayView(const std::vector<WayNode>& way) {
  Json nodes{Json::Array{}};
  for (const WayNode& node : way) {
    nodes.Add(LinkView(node.text, node.href)
                  .Set("is_page", node.kind == WayNode::Kind::kPage)
                  .Set("is_click", node.kind == WayNode::Kind::kClick)
                  .Set("is_channel", node.kind == WayNode::Kind::kChannel));
  }
  return nodes;
}

namespace {

// What the table of contents names, in the order of the template.
class Contents {
 public:
  void Add(const std::string& id, const std::string& text, const std::string& count = "") {
    entries_.Add(Json().Set("id", id).Set("text", text).Set("count", count));
  }
  void AddGroup(const Json& group) {
    Add(group["id"].AsString(), group["heading"].AsString(),
        std::to_string(group["count"].AsInt()));
  }
  Json Take() { return std::move(entries_); }

 private:
  Json entries_{Json::Array{}};
};

}  // namespace

Json HtmlView(const Audit& audit, const ReportWording& wording, std::string_view lang) {
  const Say say(audit, wording, lang);
  Json texts{Json::Object{}};
  for (const auto& [key, text] : wording.texts) texts.Set(key, say.In(text));
  Json problems{Json::Array{}};
  for (const std::string& problem : TellProblems(audit, say)) problems.Add(problem);
  Json groups{Json::Array{}}, open_groups{Json::Array{}};
  for (const Outcome outcome : {Outcome::kMinus, Outcome::kPlus}) {
    groups.Add(GroupView(audit, outcome, say));
  }
  for (const Outcome outcome : {Outcome::kNotAssessed, Outcome::kNotApplicable}) {
    if (!WithOutcome(audit, outcome).empty()) open_groups.Add(GroupView(audit, outcome, say));
  }
  Contents contents;
  contents.Add("result", say.Text("result"));
  contents.Add("clicks", say.Text("clicks-title"));
  contents.Add("ways", say.Text("ways-title"));
  Json starts = StartsView(audit, wording, say);
  if (starts["has_starts"].AsBool()) contents.Add("starts", say.Text("starts-title"));
  if (!audit.findings.empty()) {
    contents.Add("overview", say.Text("overview-title"), std::to_string(audit.findings.size()));
    for (const Json* list : {&groups, &open_groups}) {
      for (const Json& group : list->Items()) contents.AddGroup(group);
    }
  }
  Json timeline = TimelineView(audit, say);
  if (timeline.IsObject()) contents.Add("timeline", say.Text("timeline-title"));
  Json observed = ObservedView(audit, say);
  for (const Json& section : observed.Items()) {
    contents.Add(section["id"].AsString(), section["heading"].AsString());
  }
  for (const std::string id : {"holes", "looks", "annex", "method"}) {
    contents.Add(id, say.Text(id + "-title"));
  }
  const bool has_problems = !problems.Items().empty();
  const std::string brand = CleanText(audit.brand.name, 120);
  const std::string date = CleanText(say.Date(audit.run.started_at), 40);
  return Json()
      .Set("lang", say.Lang())
      .Set("t", std::move(texts))
      .Set("brand", brand)
      .Set("start", LinkView(ShownAddress(audit.brand.start), LinkTarget(audit.brand.start)))
      .Set("date", date.empty() ? say.Text("unknown-date") : date)
      .Set("has_problems", has_problems)
      .Set("problems", std::move(problems))
      .Set("contents", contents.Take())
      .Set("has_rules", !audit.findings.empty())
      .Set("coverage", TellCoverage(audit, say))
      .Set("tally", TallyView(audit, say))
      .Set("matrix", MatrixView(audit, wording, say))
      .Set("starts", std::move(starts))
      .Set("groups", std::move(groups))
      .Set("open_groups", std::move(open_groups))
      .Set("timeline", std::move(timeline))
      .Set("observed", std::move(observed))
      .Set("holes", HolesView(audit, say))
      .Set("looks", LooksView(audit, say))
      .Set("annex", AnnexView(audit, say))
      .Set("settings", SettingsView(audit, say))
      .Set("made_by", say.Text("made-by", {{"version", KLIKPAD_VERSION}}));
}

}  // namespace klikpad
