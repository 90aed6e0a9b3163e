-- row: where a customer begins on that surface: the app's first screen, a store listing
-- takes: surface surface
SELECT p.ref, p.page_id, p.title AS label, p.title AS value, 'text' AS unit, p.quote
FROM pages p WHERE p.surface = :surface AND p.clicks = 0 AND p.was_read = 1
