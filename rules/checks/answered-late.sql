-- row: a customer's question that was answered later than within so many minutes, or never
-- takes: minutes integer = 60, within list of within = [inside, outside, unknown]
-- rests on: timeline/conversations
SELECT c.ref, c.asked_at AS at, c.channel AS label, c.seconds / 60 AS value,
  iif(c.seconds IS NULL, NULL, 'minutes') AS unit, c.quote
FROM conversations c
WHERE (c.state = 'unanswered' OR (c.state = 'answered' AND c.seconds > :minutes * 60))
  AND c.hours IN (SELECT value FROM json_each(:within))
