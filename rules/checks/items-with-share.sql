-- row: a news item with buttons that spread it, and where to
-- rests on: nothing
-- What one page holds is known once the page was read.
SELECT p.ref, p.page_id, p.title AS label,
  (SELECT group_concat(channel, ', ') FROM (SELECT DISTINCT channel FROM contacts
   WHERE page_id = p.id AND use = 'share' ORDER BY channel)) AS value, 'text' AS unit, p.quote
FROM pages p JOIN page_roles r ON r.page_id = p.id AND r.role = 'news-item'
WHERE p.surface = 'site' AND EXISTS (SELECT 1 FROM contacts c WHERE c.page_id = p.id AND c.use = 'share')
