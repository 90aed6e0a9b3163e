-- row: a contact that a page of the site gives in its structured data, alone or beside its text
-- takes: channels list of channel, syntaxes list of word = [JSON-LD, microdata, RDFa]
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM json_each(:channels) w CROSS JOIN contacts c ON c.channel = w.value
JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
WHERE c.owner = 'own'
  AND (c.data_only = 1 OR EXISTS (SELECT 1 FROM json_each(:syntaxes) s WHERE instr(c.signals, s.value) > 0))
