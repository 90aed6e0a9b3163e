-- row: a contact that a page of the site gives in its structured data alone
-- takes: channels list of channel
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM json_each(:channels) w CROSS JOIN contacts c ON c.channel = w.value
JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
WHERE c.owner = 'own' AND c.data_only = 1
