// The sections of observations.yaml, each one entry at a time.

#pragma once

#include "brand/entry_reader.h"

namespace klikpad {

// observed_events.cpp
void ReadProbe(const Yaml& yaml, EntryContext& context, Observations& into);
void ReadIncident(const Yaml& yaml, EntryContext& context, Observations& into);
// observed_print.cpp
void ReadTouchpoint(const Yaml& yaml, EntryContext& context, Observations& into);
// observed_benchmarks.cpp
void ReadBenchmark(const Yaml& yaml, EntryContext& context, Observations& into);
// observed_figures.cpp
void ReadFollowers(const Yaml& yaml, EntryContext& context, Observations& into);
void ReadSurvey(const Yaml& yaml, EntryContext& context, Observations& into);
void ReadMetric(const Yaml& yaml, EntryContext& context, Observations& into);
void ReadTeam(const Yaml& yaml, EntryContext& context, Observations& into);

}  // namespace klikpad
