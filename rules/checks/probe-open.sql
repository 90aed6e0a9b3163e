-- row: a test question without an answer that was not waited for long enough
-- takes: channel channel, minutes integer = 60
SELECT p.ref, p.asked_at AS at, p.context AS label, p.quote
FROM probes p
WHERE p.channel = :channel AND p.answered_s IS NULL
  AND coalesce(p.waited_s - p.asked_s, 0) <= :minutes * 60
