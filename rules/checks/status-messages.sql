-- row: a message of the brand that says how a service is doing
SELECT m.ref, m.at, m.subject AS label, m.status AS value, 'word' AS unit, m.quote
FROM messages m WHERE m.ours = 1 AND m.status IS NOT NULL
