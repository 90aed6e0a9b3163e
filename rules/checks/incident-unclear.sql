-- row: an incident of which nobody can tell when it was confirmed: its beginning lies outside the timeline, or the message may be about something else
-- takes: minutes integer = 60
-- rests on: timeline
SELECT i.ref, i.started_at AS at, i.subject AS label, i.quote
FROM incidents i
WHERE i.confirmed_s IS NULL
  AND NOT EXISTS (SELECT 1 FROM confirmations c WHERE c.incident_id = i.id AND c.sure = 1 AND c.after_s <= :minutes * 60)
  AND (EXISTS (SELECT 1 FROM coverage c WHERE c.kind = 'timeline' AND (c.from_s > i.started_s OR c.to_s < i.started_s + :minutes * 60))
    OR EXISTS (SELECT 1 FROM confirmations c WHERE c.incident_id = i.id AND c.sure = 0))
