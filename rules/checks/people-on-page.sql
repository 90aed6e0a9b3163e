-- row: a contact of such a channel on a page of that role, by whether a human answers there
-- takes: channels list of channel, role role, human human = yes
-- What may be no contact at all (weak) is unknown.
-- In chats and messengers machines answer as often as not; elsewhere people do unless the site says otherwise.
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM contacts c JOIN channels k ON k.channel = c.channel JOIN pages p ON p.id = c.page_id
  JOIN page_roles r ON r.page_id = p.id
WHERE c.channel IN (SELECT value FROM json_each(:channels)) AND r.role = :role
  AND p.surface = 'site' AND c.owner = 'own' AND c.use = 'contact' AND c.for_customers = 1
  AND CASE WHEN c.human = 'no' THEN 'no' WHEN c.confidence = 'weak' THEN 'unknown'
      WHEN c.human = 'unknown' AND k.family IN ('chat', 'messaging') THEN 'unknown' ELSE 'yes' END = :human
