-- row: a page of that role, when nobody worked out how far pages of that role are
-- takes: role role
-- rests on: nothing
-- Reach holds a row even where there is no way: no row at all means that nobody looked.
SELECT p.ref, p.page_id, p.title AS label, p.quote
FROM pages p JOIN page_roles r ON r.page_id = p.id AND r.role = :role
WHERE p.surface = 'site' AND NOT EXISTS (SELECT 1 FROM reach x
  WHERE x.target_kind = 'role' AND x.target = :role AND x.tier = 'shortest')
