-- row: a link to a host of whose certificate every browser warns
-- rests on: nothing
SELECT l.ref, l.page_id, l.label, h.fault AS value, 'word' AS unit, l.quote
FROM hosts h JOIN links l ON l.to_page IS NULL AND substr(l.url, 1, length(h.root)) = h.root
WHERE h.fault IN ('expired', 'not-yet-valid', 'other-host', 'self-signed')
