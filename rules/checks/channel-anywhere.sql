-- row: a contact of such a channel, anywhere on that surface
-- takes: channels list of channel
-- takes: uses list of use = [contact, follow], surface surface = site
-- takes: except list of role = [search-results], not_for list of word = [security]
-- rests on: nothing
-- A page that was read has all its roles. What the text of a page with a role of `except` names is not meant for customers, unless the page is also one about contact;
-- nor is what a word beside it or a mailbox's name gives to a purpose of `not_for`.
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM json_each(:channels) j CROSS JOIN contacts c ON c.channel = j.value JOIN pages p ON p.id = c.page_id
WHERE p.surface = :surface
  AND c.owner = 'own' AND c.confidence <> 'weak' AND c.for_customers = 1 AND c.use IN (SELECT value FROM json_each(:uses))
  AND (c.purpose IS NULL OR c.purpose NOT IN (SELECT value FROM json_each(:not_for)))
  AND (c.region <> 'main'
       OR c.page_id NOT IN (SELECT r.page_id FROM page_roles r WHERE r.role IN (SELECT value FROM json_each(:except)))
       OR c.page_id IN (SELECT r.page_id FROM page_roles r WHERE r.role IN ('home', 'contact', 'service', 'imprint')))
