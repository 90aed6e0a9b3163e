-- row: a contact of such a channel, anywhere on that surface
-- takes: channels list of channel
-- takes: uses list of use = [contact, follow], surface surface = site
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM json_each(:channels) j CROSS JOIN contacts c ON c.channel = j.value JOIN pages p ON p.id = c.page_id
WHERE p.surface = :surface
  AND c.owner = 'own' AND c.confidence <> 'weak' AND c.for_customers = 1 AND c.use IN (SELECT value FROM json_each(:uses))
