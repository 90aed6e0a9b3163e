-- row: a message of the brand, no reply, about one of these topics
-- takes: topics list of topic
SELECT m.ref, m.at, m.topic AS label, m.quote
FROM messages m
WHERE m.ours = 1 AND m.reply_to IS NULL AND m.topic IN (SELECT value FROM json_each(:topics))
