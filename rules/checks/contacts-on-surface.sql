-- row: any way to contact the brand on that surface
-- takes: surface surface
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM contacts c JOIN pages p ON p.id = c.page_id
WHERE p.surface = :surface AND c.use = 'contact' AND c.owner = 'own' AND c.for_customers = 1
