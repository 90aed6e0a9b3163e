-- row: a customer's question that was answered, however late
SELECT c.ref, c.asked_at AS at, c.channel AS label, c.seconds / 60 AS value, 'minutes' AS unit, c.quote
FROM conversations c WHERE c.state = 'answered'
