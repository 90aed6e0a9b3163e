-- row: a link to, or a widget of, a network or product that no longer exists
-- rests on: nothing
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM contacts c JOIN channels k ON k.channel = c.channel AND k.dead = 1
  JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
WHERE c.owner IN ('own', 'unknown') AND c.use IN ('contact', 'follow') AND c.data_only = 0
