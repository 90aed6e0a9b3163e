-- row: a page of that role with more than so many links in its main part; value: how many
-- takes: role role, most integer = 30
-- rests on: nothing
-- Links on one page are counted; those that were not seen would only make them more.
SELECT p.ref, p.page_id, p.title AS label, count(DISTINCT l.url) AS value, 'links' AS unit, p.quote
FROM pages p JOIN page_roles r ON r.page_id = p.id AND r.role = :role
  JOIN links l ON l.page_id = p.id AND l.region = 'main'
WHERE p.surface = 'site' GROUP BY p.id HAVING count(DISTINCT l.url) > :most
