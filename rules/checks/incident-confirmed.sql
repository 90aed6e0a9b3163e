-- row: the first confirmation of an incident, later than so many minutes or (late = no) within them
-- takes: minutes integer = 60, late yes-no
-- rests on: timeline
WITH sign AS (
  SELECT i.id, i.started_s, i.subject, m.ref, m.at, m.at_s, m.quote
  FROM incidents i JOIN messages m ON m.ours = 1 AND m.status IN ('down', 'limited')
    AND (m.subject = i.subject OR m.subject IS NULL OR i.subject IS NULL)
    AND m.at_s BETWEEN i.started_s AND i.started_s + 86400
  UNION ALL
  SELECT i.id, i.started_s, i.subject, i.ref, i.confirmed_at, i.confirmed_s, i.quote
  FROM incidents i WHERE i.confirmed_s IS NOT NULL),
 first AS (SELECT s.*, row_number() OVER (PARTITION BY s.id ORDER BY s.at_s, s.ref) AS n FROM sign s)
SELECT f.ref, f.at, f.subject AS label, (f.at_s - f.started_s) / 60 AS value, 'minutes' AS unit, f.quote
FROM first f WHERE f.n = 1 AND (f.at_s - f.started_s > :minutes * 60) = :late
