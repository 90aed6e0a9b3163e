-- row: a figure of the brand in a published comparison
-- takes: metric word, channel channel
SELECT b.ref, coalesce(b.period, b.noted_on) AS at, b.who AS label, b.value, b.unit, b.quote
FROM benchmarks b
WHERE b.ours = 1 AND b.metric = :metric AND (b.channel IS NULL OR b.channel = :channel) AND b.value IS NOT NULL
