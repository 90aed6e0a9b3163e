-- row: a contact of that channel on a page that has none of these roles, or is one about contact, too
-- takes: channel channel, roles list of role
-- rests on: nothing
-- A page that was read has all its roles; another page can only add rows.
SELECT c.ref, c.page_id, p.title AS label, c.value, 'text' AS unit, c.quote
FROM contacts c JOIN pages p ON p.id = c.page_id
WHERE p.surface = 'site' AND c.channel = :channel AND c.owner = 'own' AND c.for_customers = 1 AND c.use = 'contact'
  AND c.confidence <> 'weak'
  AND (NOT EXISTS (SELECT 1 FROM page_roles r WHERE r.page_id = c.page_id
                   AND r.role IN (SELECT value FROM json_each(:roles)))
       OR EXISTS (SELECT 1 FROM page_roles r WHERE r.page_id = c.page_id AND r.role IN ('home', 'contact', 'service', 'imprint')))
