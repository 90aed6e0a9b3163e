-- row: a message that said "it works" and the later one, within so many hours and about the same service, that said it does not
-- takes: hours integer = 6
SELECT m.ref, m.at, m.subject AS label, m.status AS value, 'word' AS unit, m.quote
FROM messages m
WHERE m.ours = 1 AND EXISTS (SELECT 1 FROM messages o
  WHERE o.ours = 1 AND coalesce(o.subject, '') = coalesce(m.subject, '')
    AND ((m.status = 'up' AND o.status IN ('limited', 'down') AND o.at_s - m.at_s BETWEEN 1 AND :hours * 3600)
      OR (o.status = 'up' AND m.status IN ('limited', 'down') AND m.at_s - o.at_s BETWEEN 1 AND :hours * 3600)))
