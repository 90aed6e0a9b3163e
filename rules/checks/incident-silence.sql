-- row: a message about an incident that was going on, after which nothing was said of it for so long although it was not over
-- takes: minutes integer = 60
-- rests on: timeline
WITH about AS (
  SELECT i.id AS incident, m.id, m.at_s, m.status,
    lead(m.at_s) OVER (PARTITION BY i.id ORDER BY m.at_s, m.id) AS next_s,
    coalesce(i.ended_s, i.started_s + 86400) AS end_s
  FROM incidents i JOIN messages m ON m.ours = 1 AND m.status IS NOT NULL AND m.reply_to IS NULL
    AND (m.subject = coalesce(i.service, i.subject) OR m.subject IS NULL OR i.subject IS NULL)
    AND m.at_s BETWEEN i.started_s AND i.started_s + 86400
  WHERE NOT EXISTS (SELECT 1 FROM coverage v WHERE v.kind = 'timeline' AND v.scope = ''
    AND (v.from_s > i.started_s OR v.to_s < i.started_s + 86400)))
SELECT m.ref, m.at, m.subject AS label,
  ((CASE WHEN a.next_s < a.end_s THEN a.next_s ELSE a.end_s END) - a.at_s) / 60 AS value,
  'minutes' AS unit, m.quote
FROM about a JOIN messages m ON m.id = a.id
WHERE a.status <> 'up' AND a.at_s < a.end_s
  AND (CASE WHEN a.next_s < a.end_s THEN a.next_s ELSE a.end_s END) - a.at_s > :minutes * 60
