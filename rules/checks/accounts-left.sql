-- row: an account of such a channel of which the site says that the brand no longer uses it
-- takes: channels list of channel, states list of word = [left]
-- rests on: site
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM json_each(:channels) j CROSS JOIN contacts c ON c.channel = j.value JOIN pages p ON p.id = c.page_id
WHERE p.surface = 'site' AND c.state IN (SELECT value FROM json_each(:states)) AND c.owner IN ('own', 'unknown')
