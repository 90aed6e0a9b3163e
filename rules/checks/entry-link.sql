-- row: a link on the home page to a page of that role
-- takes: role role
SELECT l.ref, l.page_id, l.label, l.quote
FROM links l JOIN page_roles h ON h.page_id = l.page_id AND h.role = 'home'
  JOIN page_roles r ON r.page_id = l.to_page AND r.role = :role
  JOIN pages p ON p.id = l.page_id AND p.surface = 'site'
