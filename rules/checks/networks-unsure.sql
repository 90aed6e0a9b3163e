-- row: an account on a social network on which no account surely is the brand's
-- takes: except list of role = [news, news-item, press, jobs, terms, privacy, search-results]
-- rests on: site
-- Texts of the press, the law and the like name accounts of others.
SELECT c.ref, c.page_id, c.channel AS label, coalesce(c.handle, c.value) AS value, 'handle' AS unit, c.quote
FROM contacts c JOIN channels k ON k.channel = c.channel AND k.family = 'social'
  JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
WHERE c.owner = 'unknown' AND c.data_only = 0 AND c.use IN ('contact', 'follow')
  AND (c.region <> 'main' OR NOT EXISTS (SELECT 1 FROM page_roles r WHERE r.page_id = c.page_id
       AND r.role IN (SELECT value FROM json_each(:except))))
  AND c.channel NOT IN (SELECT d.channel FROM contacts d WHERE d.owner = 'own' AND d.use IN ('contact', 'follow'))
