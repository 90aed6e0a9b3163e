-- row: a host of the site that is asked over a secure connection
-- rests on: nothing
SELECT h.ref, h.host AS label, h.quote
FROM hosts h
WHERE h.secure = 1 AND h.linked = 1
