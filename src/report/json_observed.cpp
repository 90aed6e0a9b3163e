// Notes and figures as JSON.

#include "report/json_observed.h"

namespace klikpad {
namespace {

Json NotedJson(const Noted& noted) {
  return Json()
      .Set("place", noted.file.empty() ? "" : noted.Place())
      .Set("source", noted.source)
      .Set("observer", noted.by)
      .Set("on", noted.on)
      .Set("note", noted.note)
      .Set("photo", noted.photo_file);
}

Json TimeJson(const std::optional<Moment>& moment) { return moment ? Json(moment->iso) : Json(); }

template <typename T>
Json OrNull(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

std::string Ref(const char* table, std::size_t index) {
  return std::string(table) + "/" + std::to_string(index + 1);
}

Json ProbeJson(const Probe& probe) {
  return Json()
      .Set("channel", probe.channel)
      .Set("asked_at", probe.asked.iso)
      .Set("answered_at", TimeJson(probe.answered))
      .Set("waited_until", TimeJson(probe.waited))
      .Set("human", Word(probe.human))
      .Set("question", probe.question)
      .Set("answer", probe.answer)
      .Set("context", probe.context);
}

Json IncidentJson(const Incident& incident) {
  return Json()
      .Set("subject", incident.subject)
      .Set("started_at", incident.started.iso)
      .Set("ended_at", TimeJson(incident.ended))
      .Set("confirmed_at", TimeJson(incident.confirmed))
      .Set("confirmed_on", incident.confirmed_on)
      .Set("what", incident.what);
}

Json TouchpointJson(const Touchpoint& touchpoint) {
  return Json()
      .Set("kind", touchpoint.kind)
      .Set("channel", touchpoint.channel)
      .Set("value", touchpoint.value)
      .Set("legible", Word(touchpoint.legible))
      .Set("print_mm", OrNull(touchpoint.print_mm))
      .Set("text", touchpoint.text);
}

Json BenchmarkJson(const Benchmark& row) {
  return Json()
      .Set("ours", row.is_ours)
      .Set("who", row.who)
      .Set("measure", row.measure)
      .Set("channel", row.channel)
      .Set("value", OrNull(row.value))
      .Set("unit", row.unit)
      .Set("about", row.is_about)
      .Set("rank", OrNull(row.rank))
      .Set("of", OrNull(row.of))
      .Set("period", row.period);
}

Json MetricJson(const Metric& metric) {
  Json inputs{Json::Array{}};
  for (const std::string& input : metric.inputs) inputs.Add(input);
  return Json()
      .Set("name", metric.name)
      .Set("title", Json().Set("nl", metric.title_nl).Set("en", metric.title_en))
      .Set("channel", metric.channel)
      .Set("account", metric.account)
      .Set("value", metric.value)
      .Set("exact", metric.exact)
      .Set("unit", metric.unit)
      .Set("about", metric.is_about)
      .Set("at", metric.at)
      .Set("derived", metric.is_derived)
      .Set("formula", Json().Set("nl", metric.formula_nl).Set("en", metric.formula))
      .Set("inputs", std::move(inputs))
      .Set("decimals", metric.is_derived ? Json(metric.decimals) : Json())
      .Set("norm", OrNull(metric.norm))
      .Set("met", OrNull(metric.is_met))
      .Set("text", metric.text);
}

template <typename T>
Json RowsJson(const std::vector<T>& rows, const char* table, Json (*write)(const T&)) {
  Json list{Json::Array{}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Json row;
    row.Set("ref", Ref(table, i));
    const Json written = write(rows[i]);
    for (const auto& [key, value] : written.Members()) row.Set(key, value);
    list.Add(row.Set("noted", NotedJson(rows[i].noted)));
  }
  return list;
}

}  // namespace

Json ObservationsJson(const Observations& observed) {
  Json translations{Json::Array{}};
  for (const auto& [text, both] : observed.said) {
    translations.Add(Json().Set("text", text).Set("nl", both.nl).Set("en", both.en));
  }
  return Json()
      .Set("probes", RowsJson(observed.probes, "probes", ProbeJson))
      .Set("incidents", RowsJson(observed.incidents, "incidents", IncidentJson))
      .Set("touchpoints", RowsJson(observed.touchpoints, "touchpoints", TouchpointJson))
      .Set("benchmarks", RowsJson(observed.benchmarks, "benchmarks", BenchmarkJson))
      .Set("translations", std::move(translations));
}

Json MetricsJson(const std::vector<Metric>& metrics) {
  return RowsJson(metrics, "metrics", MetricJson);
}

}  // namespace klikpad
