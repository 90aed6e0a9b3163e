-- row: the first confirmation of an incident, later than so many minutes or (late = no) within them
-- takes: minutes integer = 60, late yes-no
-- rests on: timeline
WITH first AS (
  SELECT c.*, row_number() OVER (PARTITION BY c.incident_id ORDER BY c.after_s, c.ref) AS n FROM confirmations c WHERE c.sure = 1)
SELECT f.ref, f.at, f.subject AS label, f.after_s / 60 AS value, 'minutes' AS unit, f.quote
FROM first f JOIN incidents i ON i.id = f.incident_id
WHERE f.n = 1 AND (f.after_s > :minutes * 60) = :late
  AND (:late = 0 OR i.confirmed_s IS NOT NULL OR NOT EXISTS (SELECT 1 FROM coverage c WHERE c.kind = 'timeline' AND c.from_s > i.started_s))
  AND (:late = 0 OR NOT EXISTS (SELECT 1 FROM confirmations d WHERE d.incident_id = i.id AND d.sure = 0 AND d.after_s <= :minutes * 60))
