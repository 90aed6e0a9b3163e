-- row: a touchpoint that names a contact, by whether it can be read
-- takes: legible list of legible
SELECT t.ref, t.kind AS label, t.value, 'text' AS unit, t.quote
FROM touchpoints t
WHERE t.channel IS NOT NULL AND t.legible IN (SELECT value FROM json_each(:legible))
