-- row: a customer's question that was answered within so many minutes
-- takes: minutes integer = 60, within list of within = [inside, outside, unknown]
SELECT c.ref, c.asked_at AS at, c.channel AS label, c.seconds / 60 AS value, 'minutes' AS unit, c.quote
FROM conversations c
WHERE c.state = 'answered' AND c.seconds <= :minutes * 60
  AND c.hours IN (SELECT value FROM json_each(:within))
