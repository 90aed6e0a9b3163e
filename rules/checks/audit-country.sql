-- row: the audit's country, when it is one of these
-- takes: countries list of word
SELECT a.ref, a.name AS label, a.value, 'text' AS unit, a.quote
FROM audit a WHERE a.name = 'country' AND a.value IN (SELECT value FROM json_each(:countries))
