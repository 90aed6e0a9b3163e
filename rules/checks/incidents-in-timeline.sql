-- row: an incident of whose first day the timeline tells
-- rests on: nothing
-- Where the timeline lies is a fact of the look, not something that was not seen.
SELECT i.ref, i.started_at AS at, i.subject AS label, i.quote
FROM incidents i
WHERE NOT EXISTS (SELECT 1 FROM coverage v WHERE v.kind = 'timeline' AND v.scope = ''
    AND (v.from_s > i.started_s OR v.to_s < i.started_s + 86400))
