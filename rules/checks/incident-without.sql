-- row: an incident that the brand spoke of, but for which within a day none of its messages to all says one of these states
-- takes: states list of status = [up]
-- rests on: timeline
SELECT i.ref, i.started_at AS at, i.subject AS label, i.quote
FROM incidents i
WHERE NOT EXISTS (SELECT 1 FROM coverage v WHERE v.kind = 'timeline' AND v.scope = ''
    AND (v.from_s > i.started_s OR v.to_s < i.started_s + 86400))
  AND EXISTS (SELECT 1 FROM messages m WHERE m.ours = 1 AND m.status IS NOT NULL
    AND (m.subject = coalesce(i.service, i.subject) OR m.subject IS NULL OR i.subject IS NULL)
    AND m.at_s BETWEEN i.started_s AND i.started_s + 86400)
  AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.ours = 1 AND m.reply_to IS NULL
    AND m.status IN (SELECT value FROM json_each(:states))
    AND (m.subject = coalesce(i.service, i.subject) OR m.subject IS NULL OR i.subject IS NULL)
    AND m.at_s BETWEEN i.started_s AND i.started_s + 86400)
