-- row: a customer's question that nobody answered
-- rests on: timeline/conversations
SELECT c.ref, c.asked_at AS at, c.channel AS label, c.quote
FROM conversations c WHERE c.state = 'unanswered'
