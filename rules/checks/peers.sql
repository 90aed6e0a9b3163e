-- row: what another brand offers or reaches
-- takes: metric word, channel channel
SELECT b.ref, coalesce(b.period, b.noted_on) AS at, b.who AS label, b.value, b.unit, b.quote
FROM benchmarks b WHERE b.ours = 0 AND b.metric = :metric AND b.channel = :channel
