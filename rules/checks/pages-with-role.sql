-- row: a page of that role
-- takes: role role, surface surface = site
SELECT p.ref, p.page_id, p.title AS label, p.clicks AS value, 'clicks' AS unit, p.quote
FROM pages p JOIN page_roles r ON r.page_id = p.id
WHERE r.role = :role AND p.surface = :surface AND p.was_read = 1
