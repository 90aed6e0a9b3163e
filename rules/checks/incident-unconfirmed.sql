-- row: an incident about which the brand said nothing for a day, although the timeline covers its beginning
-- takes: minutes integer = 60
-- rests on: timeline
SELECT i.ref, i.started_at AS at, i.subject AS label, i.quote
FROM incidents i
WHERE NOT EXISTS (SELECT 1 FROM confirmations c WHERE c.incident_id = i.id)
  AND NOT EXISTS (SELECT 1 FROM coverage c WHERE c.kind = 'timeline' AND (c.from_s > i.started_s OR c.to_s < i.started_s + :minutes * 60))
