-- row: a message that said "it works" and the later one, within so many hours and about the same service, that said it does not
-- takes: hours integer = 6
SELECT m.ref, m.at, m.subject AS label, m.status AS value, 'word' AS unit, m.quote
FROM messages m
WHERE m.ours = 1 AND (
  (m.status = 'up' AND EXISTS (SELECT 1 FROM messages o
    WHERE o.ours = 1 AND o.at_s > m.at_s AND o.at_s <= m.at_s + :hours * 3600
      AND o.status IN ('limited', 'down') AND coalesce(o.subject, '') = coalesce(m.subject, '')))
  OR (m.status IN ('limited', 'down') AND EXISTS (SELECT 1 FROM messages o
    WHERE o.ours = 1 AND o.at_s < m.at_s AND o.at_s >= m.at_s - :hours * 3600
      AND o.status = 'up' AND coalesce(o.subject, '') = coalesce(m.subject, ''))))
