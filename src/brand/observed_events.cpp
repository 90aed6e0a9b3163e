// Questions that the auditor asked, and outages.

#include "brand/observed_sections.h"

namespace klikpad {

void ReadProbe(const Yaml& yaml, EntryContext& context, Observations& into) {
  EntryReader entry(
      yaml, {"channel", "asked", "answered", "waited", "human", "question", "answer", "context"},
      context);
  if (!yaml.IsMap()) return;
  Probe probe;
  probe.channel = entry.NeedChannel("channel");
  probe.asked = entry.NeedTime("asked");
  probe.answered = entry.Time("answered");
  probe.waited = entry.Time("waited");
  probe.human = entry.WordOf("human", Human::kUnknown);
  probe.question = entry.NeedProse("question");
  probe.answer = entry.Prose("answer");
  probe.context = entry.Prose("context");
  probe.noted = entry.Note();
  entry.InOrder("asked", probe.asked, "answered", probe.answered);
  entry.InOrder("asked", probe.asked, "waited", probe.waited);
  if (probe.answered && probe.waited) {
    entry.Complain(*entry.Find("waited"),
                   "waited: is for a question without an answer, and this one was answered");
  }
  if (entry.IsSound()) into.probes.push_back(std::move(probe));
}

void ReadIncident(const Yaml& yaml, EntryContext& context, Observations& into) {
  EntryReader entry(yaml, {"subject", "started", "ended", "confirmed", "confirmed-on", "what"},
                    context);
  if (!yaml.IsMap()) return;
  Incident incident;
  incident.subject = entry.NeedProse("subject");
  incident.started = entry.NeedTime("started");
  incident.ended = entry.Time("ended");
  incident.confirmed = entry.Time("confirmed");
  incident.confirmed_on = entry.Text("confirmed-on");
  incident.what = entry.Prose("what");
  incident.noted = entry.Note();
  entry.InOrder("started", incident.started, "ended", incident.ended);
  entry.InOrder("started", incident.started, "confirmed", incident.confirmed);
  if (!incident.confirmed && !incident.confirmed_on.empty()) {
    entry.Complain(*entry.Find("confirmed-on"),
                   "confirmed-on: says where, but 'confirmed' is missing");
  }
  if (entry.IsSound()) into.incidents.push_back(std::move(incident));
}

}  // namespace klikpad
