-- row: a question of a weekday for which hours are stated, when of at least so many asked within those hours none was answered in a day
-- takes: questions integer = 3
-- rests on: timeline/conversations
SELECT c.ref, c.asked_at AS at, c.channel AS label, c.quote
FROM conversations c
WHERE c.state IN ('answered', 'unanswered') AND c.hours = 'inside' AND (c.channel, c.weekday) IN (
  SELECT d.channel, d.weekday FROM conversations d
  WHERE d.state IN ('answered', 'unanswered') AND d.hours = 'inside'
  GROUP BY d.channel, d.weekday
  HAVING count(*) >= :questions AND sum(d.state = 'answered' AND d.seconds <= 86400) = 0)
