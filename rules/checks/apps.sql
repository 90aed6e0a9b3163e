-- row: an app of the brand: its listing in a store, else the first screen that a tester saw
SELECT l.ref, l.page_id, l.store AS label, l.title AS value, 'text' AS unit, l.quote FROM listings l WHERE l.owner = 'own'
UNION ALL
SELECT p.ref, p.page_id, p.surface AS label, p.title AS value, 'text' AS unit, p.quote
FROM pages p WHERE p.surface = 'app' AND p.clicks = 0
