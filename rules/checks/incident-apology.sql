-- row: a message to all in which the brand apologises, within a day of an incident's start
SELECT m.ref, m.at, i.subject AS label, m.quote
FROM incidents i JOIN messages m ON m.ours = 1 AND m.reply_to IS NULL
  AND m.at_s BETWEEN i.started_s AND i.started_s + 86400
JOIN traits t ON t.message_id = m.id AND t.trait = 'apology'
