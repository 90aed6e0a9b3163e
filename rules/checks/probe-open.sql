-- row: a test question that no person answered, and that was not waited for long enough
-- takes: channel channel, minutes integer = 60
SELECT p.ref, p.asked_at AS at, p.context AS label, p.quote
FROM probes p
WHERE p.channel = :channel AND coalesce(p.answered_s, p.waited_s, p.asked_s) - p.asked_s <= :minutes * 60
  AND (p.answered_s IS NULL OR p.human = 'no')
