-- row: a message of the brand to all about an incident, within a day of its start
-- takes: states list of status = [up, limited, down]
SELECT m.ref, m.at, m.subject AS label, m.status AS value, 'word' AS unit, m.quote
FROM incidents i JOIN messages m ON m.ours = 1 AND m.reply_to IS NULL
  AND m.status IN (SELECT value FROM json_each(:states))
  AND (m.subject = coalesce(i.service, i.subject) OR m.subject IS NULL OR i.subject IS NULL)
  AND m.at_s BETWEEN i.started_s AND i.started_s + 86400
