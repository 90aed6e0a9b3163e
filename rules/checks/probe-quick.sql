-- row: a test question that was answered in time
-- takes: channel channel, minutes integer = 60
SELECT p.ref, p.asked_at AS at, p.context AS label, (p.answered_s - p.asked_s) / 60 AS value,
  'minutes' AS unit, p.quote
FROM probes p
WHERE p.channel = :channel AND p.human <> 'no' AND p.answered_s - p.asked_s <= :minutes * 60
