-- row: an incident about which the brand said nothing for a day
-- rests on: timeline
SELECT i.ref, i.started_at AS at, i.subject AS label, i.quote
FROM incidents i
WHERE i.confirmed_s IS NULL AND NOT EXISTS (SELECT 1 FROM messages m
  WHERE m.ours = 1 AND m.status IN ('down', 'limited') AND (m.subject = i.subject OR m.subject IS NULL OR i.subject IS NULL)
    AND m.at_s BETWEEN i.started_s AND i.started_s + 86400)
