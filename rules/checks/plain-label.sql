-- row: a heading or a contact's label that calls the channel by its name
-- takes: channel channel, plain words
SELECT t.ref, t.page_id, term(:plain, t.quote) AS label, t.quote AS value, 'text' AS unit, t.quote
FROM texts t JOIN pages p ON p.id = t.page_id AND p.surface = 'site'
WHERE t.kind = 'heading' AND term(:plain, t.quote) IS NOT NULL
UNION ALL
SELECT c.ref, c.page_id, term(:plain, c.label), c.label, 'text', c.quote
FROM contacts c JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
WHERE c.channel = :channel AND c.owner = 'own' AND c.use IN ('contact', 'follow')
  AND term(:plain, c.label) IS NOT NULL
