-- row: a link on a page of that role whose label means one thing, while a link that means the other leads to the same page
-- takes: role role, one words, other words
SELECT l.ref, l.page_id, l.label, q.title AS value, 'text' AS unit, l.quote
FROM links l JOIN page_roles r ON r.page_id = l.page_id AND r.role = :role
  JOIN pages q ON q.id = l.to_page
WHERE EXISTS (SELECT 1 FROM links m WHERE m.page_id = l.page_id AND m.to_page = l.to_page AND m.id <> l.id
  AND ((term(:one, l.label) IS NOT NULL AND term(:other, m.label) IS NOT NULL)
    OR (term(:other, l.label) IS NOT NULL AND term(:one, m.label) IS NOT NULL)))
