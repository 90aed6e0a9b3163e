-- row: a test question that was answered later than so many minutes, or was not by then
-- takes: channel channel, minutes integer = 60
SELECT p.ref, p.asked_at AS at, p.context AS label,
  (coalesce(p.answered_s, p.waited_s) - p.asked_s) / 60 AS value, 'minutes' AS unit, p.quote
FROM probes p
WHERE p.channel = :channel AND coalesce(p.answered_s, p.waited_s) - p.asked_s > :minutes * 60
