-- row: an incident without an apology of the brand to all within a day
-- rests on: timeline
SELECT i.ref, i.started_at AS at, i.subject AS label, i.quote
FROM incidents i
WHERE NOT EXISTS (SELECT 1 FROM coverage v WHERE v.kind = 'timeline' AND v.scope = ''
    AND (v.from_s > i.started_s OR v.to_s < i.started_s + 86400))
  AND NOT EXISTS (SELECT 1 FROM messages m JOIN traits t ON t.message_id = m.id AND t.trait = 'apology'
  WHERE m.ours = 1 AND m.reply_to IS NULL AND m.at_s BETWEEN i.started_s AND i.started_s + 86400)
