-- row: a reply of the brand that bears none of these marks
-- takes: traits list of trait
-- rests on: nothing
-- The marks of a message come whole with the message.
SELECT m.ref, m.at, m.topic AS label, m.quote
FROM messages m
WHERE m.ours = 1 AND m.reply_to IS NOT NULL AND NOT EXISTS (SELECT 1 FROM traits t
  WHERE t.message_id = m.id AND t.trait IN (SELECT value FROM json_each(:traits)))
