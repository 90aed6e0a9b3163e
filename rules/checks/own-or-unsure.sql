-- row: an own contact of such a channel; of a channel without any, what may be one
-- takes: channels list of channel, uses list of use = [contact, follow]
-- rests on: nothing
-- To look at: with the second kind of rows a rule goes on to say that it is not sure (unsure-anywhere).
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM json_each(:channels) j CROSS JOIN contacts c ON c.channel = j.value
  JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
WHERE c.for_customers = 1 AND c.use IN (SELECT value FROM json_each(:uses))
  AND ((c.owner = 'own' AND c.confidence <> 'weak') OR (c.owner IN ('own', 'unknown') AND NOT EXISTS (
       SELECT 1 FROM contacts d WHERE d.owner = 'own' AND d.channel = c.channel AND d.confidence <> 'weak' AND d.for_customers = 1
       AND d.use IN (SELECT value FROM json_each(:uses)))))
