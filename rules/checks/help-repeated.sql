-- row: a way to contact the brand that stands on two pages or more; value: on how many
-- rests on: nothing
-- Pages that were not seen could only add to the two.
WITH help AS (
  SELECT c.channel, min(c.id) AS id, count(DISTINCT c.page_id) AS pages
  FROM contacts c JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
  WHERE c.use = 'contact' AND c.owner = 'own' AND c.visible = 1 AND c.position IS NOT NULL
  GROUP BY c.channel)
SELECT c.ref, c.page_id, c.channel AS label, h.pages AS value, 'pages' AS unit, c.quote
FROM help h JOIN contacts c ON c.id = h.id
WHERE h.pages > 1
