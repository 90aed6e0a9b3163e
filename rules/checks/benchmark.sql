-- row: a figure of the brand in a published comparison
-- takes: metric word
SELECT b.ref, b.period AS at, b.metric AS label, b.value, b.unit, b.quote
FROM benchmarks b WHERE b.ours = 1 AND b.metric = :metric AND b.value IS NOT NULL
