-- row: a page from which the page of that role is further than so many clicks, or out of reach
-- takes: role role, clicks integer = 2
-- rests on: site
-- The links of a page in another language than the home page's were not followed, and stand nowhere: of it nothing is known.
SELECT p.ref, p.page_id, p.title AS label, x.clicks AS value, 'clicks' AS unit, p.quote
FROM pages p JOIN reach x ON x.page_id = p.id AND x.target_kind = 'role' AND x.target = :role
  AND x.tier = 'shortest' AND x.uses_search = 0
WHERE p.surface = 'site' AND p.was_read = 1 AND (x.clicks IS NULL OR x.clicks > :clicks)
  AND (x.clicks IS NOT NULL OR EXISTS (SELECT 1 FROM links l WHERE l.page_id = p.id)
       OR EXISTS (SELECT 1 FROM page_roles r JOIN pages h ON h.id = r.page_id
                  WHERE r.role = 'home' AND substr(h.lang, 1, 2) IS substr(p.lang, 1, 2)))
