-- row: a host to which no secure connection came about, though one may for browsers
-- rests on: nothing
SELECT h.ref, h.host AS label, h.fault AS value, 'word' AS unit, h.quote
FROM hosts h
WHERE h.linked = 1 AND h.fault IN ('unknown-issuer', 'other')
