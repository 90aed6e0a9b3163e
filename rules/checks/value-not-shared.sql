-- row: a contact of such a channel on one surface that stands nowhere on the other
-- takes: channels list of channel, here surface, there surface
-- rests on: site, store
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM json_each(:channels) w CROSS JOIN contacts c ON c.channel = w.value
JOIN pages p ON p.id = c.page_id AND p.surface = :here
WHERE c.owner = 'own' AND c.use = 'contact'
  AND c.for_customers = 1
  AND NOT EXISTS (SELECT 1 FROM contacts d JOIN pages q ON q.id = d.page_id AND q.surface = :there
    WHERE d.channel = c.channel AND d.value = c.value AND d.use = 'contact' AND d.for_customers = 1)
