-- row: a contact by whether a human answers there
-- takes: human list of human
-- takes: channels list of channel = [twitter, phone, sms, chat, whatsapp, messenger, telegram, signal, apple-messages, viber, line, email, form, callback, facebook, instagram]
SELECT c.ref, c.page_id, c.channel AS label, c.value, 'text' AS unit, c.quote
FROM json_each(:channels) j CROSS JOIN contacts c ON c.channel = j.value JOIN pages p ON p.id = c.page_id
WHERE p.surface = 'site' AND c.use = 'contact' AND c.owner = 'own' AND c.confidence <> 'weak' AND c.data_only = 0
  AND c.human IN (SELECT value FROM json_each(:human))
