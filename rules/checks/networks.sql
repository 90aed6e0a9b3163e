-- row: a social network on which the brand is present, and what for
-- takes: uses list of use, owners list of owner = [own]
SELECT c.ref, c.page_id, c.channel AS label, c.use AS value, 'word' AS unit, c.quote
FROM contacts c JOIN channels k ON k.channel = c.channel AND k.family = 'social'
  JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
WHERE c.owner IN (SELECT value FROM json_each(:owners)) AND c.use IN (SELECT value FROM json_each(:uses))
