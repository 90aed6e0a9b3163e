-- row: a contact where people answer, of another channel than these
-- takes: channels list of channel
-- rests on: nothing
-- NOT IN compares with the list of the rule, not with what was seen.
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM contacts c JOIN pages p ON p.id = c.page_id
WHERE p.surface = 'site' AND c.use = 'contact' AND c.owner = 'own' AND c.for_customers = 1 AND c.human <> 'no'
  AND c.confidence <> 'weak'
  AND c.channel NOT IN (SELECT value FROM json_each(:channels))
