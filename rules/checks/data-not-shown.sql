-- row: a contact in the site's structured data that no page shows its visitors
-- takes: channels list of channel
-- rests on: site
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM json_each(:channels) w CROSS JOIN contacts c ON c.channel = w.value
JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
WHERE c.owner = 'own' AND c.data_only = 1
  AND NOT EXISTS (SELECT 1 FROM contacts d JOIN pages q ON q.id = d.page_id AND q.surface = 'site'
    WHERE d.channel = c.channel AND d.value = c.value AND d.data_only = 0)
