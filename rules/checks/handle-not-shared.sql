-- row: a handle of the channel on one surface that does not stand on the other
-- takes: channel channel, here surface, there surface
-- rests on: site, store
SELECT c.ref, c.page_id, p.surface AS label, c.handle AS value, 'handle' AS unit, c.quote
FROM contacts c JOIN pages p ON p.id = c.page_id AND p.surface = :here
WHERE c.channel = :channel AND c.owner = 'own' AND c.use <> 'share' AND c.handle IS NOT NULL
  AND c.handle NOT IN (SELECT d.handle FROM contacts d JOIN pages q ON q.id = d.page_id AND q.surface = :there
    WHERE d.channel = :channel AND d.owner = 'own' AND d.use <> 'share' AND d.handle IS NOT NULL)
