-- row: what may be a contact of such a channel, but not the brand's, or no contact at all, while none surely is
-- takes: channels list of channel, uses list of use = [contact, follow]
-- takes: except list of role = [news, news-item, press, jobs, terms, privacy, search-results]
-- rests on: site
-- Texts of the press, the law and the like name accounts of others.
SELECT c.ref, c.page_id, c.channel AS label, coalesce(c.handle, c.value) AS value, 'handle' AS unit, c.quote
FROM json_each(:channels) j CROSS JOIN contacts c ON c.channel = j.value
  JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
WHERE (c.owner = 'unknown' OR (c.owner = 'own' AND c.confidence = 'weak')) AND c.for_customers = 1 AND c.use IN (SELECT value FROM json_each(:uses))
  AND (c.region <> 'main' OR NOT EXISTS (SELECT 1 FROM page_roles r WHERE r.page_id = c.page_id
       AND r.role IN (SELECT value FROM json_each(:except))))
  AND NOT EXISTS (SELECT 1 FROM contacts d WHERE d.owner = 'own' AND d.channel = c.channel AND d.confidence <> 'weak' AND d.for_customers = 1
                  AND d.use IN (SELECT value FROM json_each(:uses)))
