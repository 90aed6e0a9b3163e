-- row: a social network that the brand is on but through which it offers no contact
-- rests on: site
SELECT c.ref, c.page_id, c.channel AS label, c.use AS value, 'word' AS unit, c.quote
FROM contacts c JOIN channels k ON k.channel = c.channel AND k.family = 'social'
  JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
WHERE c.owner = 'own' AND c.use = 'follow'
  AND c.channel NOT IN (SELECT d.channel FROM contacts d WHERE d.use = 'contact' AND d.owner = 'own')
  -- Messenger is where a Facebook page answers.
  AND NOT (c.channel = 'facebook' AND EXISTS (SELECT 1 FROM contacts d
           WHERE d.channel = 'messenger' AND d.use = 'contact' AND d.owner = 'own'))
