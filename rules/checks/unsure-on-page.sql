-- row: what may be a contact of such a channel on a page of that role, but not the brand's, or no contact at all
-- takes: channels list of channel, role role
-- takes: uses list of use = [contact, follow]
SELECT c.ref, c.page_id, c.channel AS label, coalesce(c.handle, c.value) AS value, 'handle' AS unit, c.quote
FROM contacts c JOIN pages p ON p.id = c.page_id JOIN page_roles r ON r.page_id = p.id
WHERE c.channel IN (SELECT value FROM json_each(:channels)) AND r.role = :role
  AND p.surface = 'site' AND (c.owner = 'unknown' OR (c.owner = 'own' AND c.confidence = 'weak')) AND c.for_customers = 1
  AND c.use IN (SELECT value FROM json_each(:uses))
