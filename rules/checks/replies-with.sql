-- row: a reply of the brand that bears one of these marks; label: which
-- takes: traits list of trait
-- rests on: nothing
-- The marks of one message are listed; they come whole with the message.
SELECT m.ref, m.at, (SELECT group_concat(trait, ', ') FROM (SELECT trait FROM traits
  WHERE message_id = m.id AND trait IN (SELECT value FROM json_each(:traits)) ORDER BY trait)) AS label, m.quote
FROM messages m
WHERE m.ours = 1 AND m.reply_to IS NOT NULL AND EXISTS (SELECT 1 FROM traits t
  WHERE t.message_id = m.id AND t.trait IN (SELECT value FROM json_each(:traits)))
