-- row: a customer's question or complaint that is old enough to be judged, asked within such hours
-- takes: within list of within = [inside, outside, unknown]
SELECT c.ref, c.asked_at AS at, c.channel AS label, c.quote
FROM conversations c
WHERE c.state IN ('answered', 'unanswered') AND c.hours IN (SELECT value FROM json_each(:within))
