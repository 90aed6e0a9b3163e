-- row: a contact of such a channel that stands on a page of that role
-- takes: channels list of channel, role role
-- takes: uses list of use = [contact, follow], surface surface = site
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM contacts c JOIN pages p ON p.id = c.page_id JOIN page_roles r ON r.page_id = p.id
WHERE c.channel IN (SELECT value FROM json_each(:channels)) AND r.role = :role
  AND p.surface = :surface AND c.owner = 'own' AND c.confidence <> 'weak' AND c.for_customers = 1
  AND c.use IN (SELECT value FROM json_each(:uses))
