-- row: a reply of the brand
SELECT m.ref, m.at, m.topic AS label, m.quote FROM messages m WHERE m.ours = 1 AND m.reply_to IS NOT NULL
