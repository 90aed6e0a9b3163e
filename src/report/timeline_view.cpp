// The timeline in words, for HTML and Markdown.

#include "report/timeline_view.h"

#include <fmt/format.h>

#include "report/markdown_report.h"
#include "report/site_text.h"

namespace klikpad {
namespace {

std::string Count(std::int64_t count) { return std::to_string(count); }

std::string Share(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return "–";
  return fmt::format("{} %", (100 * part + whole / 2) / whole);
}

std::string Duration(const std::optional<std::int64_t>& seconds, const Say& say) {
  if (!seconds) return "–";
  return say.Value(std::to_string((*seconds + 30) / 60), "minutes");
}

ToldAnswers TellAnswers(const AnswerTimes& times, const std::string& name, const Say& say) {
  return {name,
          Count(times.conversations),
          Share(times.answered, times.conversations),
          Duration(times.median_s, say),
          Duration(times.p90_s, say),
          Share(times.within_hour, times.conversations),
          Share(times.within_day, times.conversations)};
}

std::string HourName(const std::string& hour) {
  const int from = std::atoi(hour.c_str());
  return fmt::format("{}–{}", from, from + 1);
}

void TellReading(const TimelineFigures& timeline, const Say& say, ToldTimeline& told) {
  const TimelineCounts& counts = timeline.counts;
  std::vector<std::string> zones;
  for (const std::string& zone : counts.zones) zones.push_back(CleanText(zone, 60));
  told.sentences.push_back(say.Text("timeline-read", {{"n", Count(timeline.messages)},
                                                      {"ours", Count(timeline.ours)},
                                                      {"from", say.Date(timeline.from_at)},
                                                      {"to", say.Date(timeline.to_at)},
                                                      {"zone", say.List(zones)}}));
  if (counts.bad > 0) {
    told.remarks.push_back(
        say.Text("timeline-bad", {{"n", Count(counts.bad)}, {"m", Count(counts.rows)}}));
    for (const BadRow& row : counts.bad_rows) {
      told.remarks.push_back(
          say.Text("timeline-bad-row", {{"file", CleanText(row.file, 80)},
                                        {"line", Count(row.line)},
                                        {"why", CleanText(say.Remark(row.why), 200)}}));
    }
  }
  const std::pair<const char*, std::int64_t> marks[] = {
      {"timeline-repeated", counts.repeated},       {"timeline-twice", counts.ambiguous_times},
      {"timeline-skipped", counts.skipped_times},   {"timeline-cut", counts.cut_texts},
      {"timeline-repaired", counts.repaired_texts}, {"timeline-open", timeline.open}};
  for (const auto& [key, count] : marks) {
    if (count > 0) told.remarks.push_back(say.Text(key, {{"n", Count(count)}}));
  }
}

void TellShares(const TimelineFigures& timeline, const Say& say, ToldTimeline& told) {
  const std::int64_t posts = timeline.ours - timeline.replies;
  for (const auto& [topic, count] : timeline.topics) {
    told.facts.emplace_back(say.Text("timeline-topic", {{"topic", say.Word("topic", topic)}}),
                            fmt::format("{} ({})", count, Share(count, posts)));
  }
  for (const auto& [trait, count] : timeline.traits) {
    told.facts.emplace_back(say.Text("timeline-trait", {{"trait", say.Word("trait", trait)}}),
                            fmt::format("{} ({})", count, Share(count, timeline.replies)));
  }
  told.facts.emplace_back(say.Text("timeline-taken-back"), Count(timeline.taken_back));
}

}  // namespace

ToldTimeline TellTimeline(const Audit& audit, const Say& say) {
  const TimelineFigures& timeline = audit.timeline;
  ToldTimeline told;
  TellReading(timeline, say, told);
  TellShares(timeline, say, told);
  for (const AnswerTimes& times : timeline.answers) {
    if (times.kind == "all") {
      told.all.push_back(TellAnswers(times, say.Text("timeline-all"), say));
    } else if (times.kind == "channel") {
      told.all.push_back(TellAnswers(times, say.Channel(times.name), say));
    } else if (times.kind == "hours") {
      told.all.push_back(TellAnswers(times, say.Word("within", times.name), say));
    } else if (times.kind == "weekday") {
      told.weekdays.push_back(TellAnswers(times, say.Word("weekday", times.name), say));
    } else {
      told.hours.push_back(TellAnswers(times, HourName(times.name), say));
    }
  }
  for (const IncidentTimes& incident : timeline.incidents) {
    const std::string key = !incident.confirmed_s  ? "timeline-incident-silent"
                            : incident.all_clear_s ? "timeline-incident"
                                                   : "timeline-incident-open";
    told.incidents.push_back(
        say.Text(key, {{"at", say.Date(incident.started_at)},
                       {"subject", CleanText(say.Word("subject", incident.subject), 80)},
                       {"confirmed", Duration(incident.confirmed_s, say)},
                       {"clear", Duration(incident.all_clear_s, say)},
                       {"n", Count(incident.updates)}}));
  }
  return told;
}

Json TimelineView(const Audit& audit, const Say& say) {
  if (!audit.timeline.is_there) return Json(false);
  const ToldTimeline told = TellTimeline(audit, say);
  const auto rows = [](const std::vector<ToldAnswers>& list) {
    Json json{Json::Array{}};
    for (const ToldAnswers& row : list) {
      json.Add(Json()
                   .Set("name", row.name)
                   .Set("questions", row.questions)
                   .Set("answered", row.answered)
                   .Set("median", row.median)
                   .Set("p90", row.p90)
                   .Set("within_hour", row.within_hour)
                   .Set("within_day", row.within_day));
    }
    return json;
  };
  Json groups{Json::Array{}};
  for (const auto& [key, list] : {std::pair{"timeline-by-hours", &told.all},
                                  {"timeline-by-weekday", &told.weekdays},
                                  {"timeline-by-hour", &told.hours}}) {
    if (list->empty()) continue;
    groups.Add(Json().Set("name", say.Text(key)).Set("rows", rows(*list)));
  }
  Json facts{Json::Array{}}, incidents{Json::Array{}}, remarks{Json::Array{}};
  for (const auto& [name, value] : told.facts) {
    facts.Add(Json().Set("name", name).Set("value", value));
  }
  for (const std::string& text : told.incidents) incidents.Add(text);
  for (const std::string& text : told.remarks) remarks.Add(text);
  std::string sentences;
  for (const std::string& text : told.sentences) sentences += (sentences.empty() ? "" : " ") + text;
  const bool has_answers = !groups.Items().empty();
  const bool has_incidents = !told.incidents.empty();
  const bool has_remarks = !told.remarks.empty();
  return Json()
      .Set("says", sentences)
      .Set("has_answers", has_answers)
      .Set("groups", std::move(groups))
      .Set("facts", std::move(facts))
      .Set("has_incidents", has_incidents)
      .Set("incidents", std::move(incidents))
      .Set("has_remarks", has_remarks)
      .Set("remarks", std::move(remarks));
}

std::string TimelineMarkdown(const Audit& audit, const Say& say) {
  if (!audit.timeline.is_there) return {};
  const ToldTimeline told = TellTimeline(audit, say);
  std::string out = fmt::format("## {}\n\n", say.Text("timeline-title"));
  for (const std::string& text : told.sentences) out += MarkdownText(text) + "\n";
  const auto table = [&](const std::string& key, const std::vector<ToldAnswers>& rows) {
    if (rows.empty()) return;
    out += fmt::format(
        "\n| {} | {} | {} | {} | {} | {} | {} |\n|---|---:|---:|---:|---:|---:|---:|\n",
        MarkdownText(say.Text(key)), say.Text("timeline-questions"), say.Text("timeline-answered"),
        say.Text("timeline-median"), say.Text("timeline-p90"), say.Text("timeline-within-hour"),
        say.Text("timeline-within-day"));
    for (const ToldAnswers& row : rows) {
      out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", MarkdownText(row.name),
                         row.questions, row.answered, row.median, row.p90, row.within_hour,
                         row.within_day);
    }
  };
  table("timeline-by-hours", told.all);
  table("timeline-by-weekday", told.weekdays);
  table("timeline-by-hour", told.hours);
  out += "\n";
  for (const auto& [name, value] : told.facts) {
    out += fmt::format("- {}: {}\n", MarkdownText(name), MarkdownText(value));
  }
  for (const std::string& text : told.incidents) out += "- " + MarkdownText(text) + "\n";
  for (const std::string& text : told.remarks) out += "- " + MarkdownText(text) + "\n";
  return out + "\n";
}

}  // namespace klikpad
