-- row: a message of the brand
SELECT m.ref, m.at, m.topic AS label, m.quote FROM messages m WHERE m.ours = 1
