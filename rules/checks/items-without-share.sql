-- row: a news item without a button that spreads it
-- rests on: nothing
-- What one page holds is known once the page was read.
SELECT p.ref, p.page_id, p.title AS label, p.quote
FROM pages p JOIN page_roles r ON r.page_id = p.id AND r.role = 'news-item'
WHERE p.surface = 'site' AND p.was_read = 1
  AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.page_id = p.id AND c.use = 'share')
