-- row: a host to which the site leads and of whose certificate every browser warns
-- rests on: nothing
SELECT h.ref, h.host AS label, h.fault AS value, 'word' AS unit, h.quote
FROM hosts h
WHERE h.linked = 1 AND h.fault IN ('expired', 'not-yet-valid', 'other-host', 'self-signed')
