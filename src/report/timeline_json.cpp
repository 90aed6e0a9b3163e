// Figures of a timeline → JSON.

#include "report/timeline_json.h"

namespace klikpad {
namespace {

Json OrNull(const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(); }

Json Strings(const std::vector<std::string>& texts) {
  Json::Array items;
  for (const std::string& text : texts) items.emplace_back(text);
  return Json(std::move(items));
}

Json Counted(const std::vector<std::pair<std::string, std::int64_t>>& counts) {
  Json json{Json::Object{}};
  for (const auto& [name, count] : counts) json.Set(name, count);
  return json;
}

Json ReadingJson(const TimelineCounts& counts) {
  Json::Array bad;
  for (const BadRow& row : counts.bad_rows) {
    bad.push_back(Json().Set("file", row.file).Set("line", row.line).Set("why", row.why));
  }
  return Json()
      .Set("files", Strings(counts.files))
      .Set("zones", Strings(counts.zones))
      .Set("rows", counts.rows)
      .Set("bad", counts.bad)
      .Set("bad_rows", Json(std::move(bad)))
      .Set("repeated", counts.repeated)
      .Set("ambiguous_times", counts.ambiguous_times)
      .Set("skipped_times", counts.skipped_times)
      .Set("cut_texts", counts.cut_texts)
      .Set("repaired_texts", counts.repaired_texts);
}

Json AnswersJson(const AnswerTimes& times) {
  return Json()
      .Set("kind", times.kind)
      .Set("name", times.name)
      .Set("questions", times.conversations)
      .Set("answered", times.answered)
      .Set("within_hour", times.within_hour)
      .Set("within_day", times.within_day)
      .Set("median_seconds", OrNull(times.median_s))
      .Set("p90_seconds", OrNull(times.p90_s));
}

}  // namespace

Json TimelineJson(const TimelineFigures& timeline) {
  if (!timeline.is_there) return Json();
  Json::Array answers, incidents;
  for (const AnswerTimes& times : timeline.answers) answers.push_back(AnswersJson(times));
  for (const IncidentTimes& incident : timeline.incidents) {
    incidents.push_back(Json()
                            .Set("subject", incident.subject)
                            .Set("started_at", incident.started_at)
                            .Set("confirmed_after_seconds", OrNull(incident.confirmed_s))
                            .Set("all_clear_after_seconds", OrNull(incident.all_clear_s))
                            .Set("messages", incident.updates));
  }
  return Json()
      .Set("reading", ReadingJson(timeline.counts))
      .Set("from_at", timeline.from_at)
      .Set("to_at", timeline.to_at)
      .Set("messages", timeline.messages)
      .Set("ours", timeline.ours)
      .Set("replies", timeline.replies)
      .Set("open", timeline.open)
      .Set("answers", Json(std::move(answers)))
      .Set("topics", Counted(timeline.topics))
      .Set("reply_traits", Counted(timeline.traits))
      .Set("incidents", Json(std::move(incidents)))
      .Set("taken_back", timeline.taken_back);
}

}  // namespace klikpad
