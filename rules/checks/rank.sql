-- row: the brand's place in the latest published comparison, inside (or outside) its best part: the best third when parts = 3, and always the first
-- takes: metric word, channel channel, parts integer = 3, inside yes-no = yes
-- rests on: benchmark
SELECT b.ref, coalesce(b.period, b.noted_on) AS at, b.rank || '/' || b.of AS label, b.rank AS value, 'rank' AS unit, b.quote
FROM benchmarks b
WHERE b.ours = 1 AND b.metric = :metric AND (b.channel IS NULL OR b.channel = :channel)
  AND b.rank IS NOT NULL AND b.of IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM benchmarks n WHERE n.ours = 1 AND n.metric = b.metric AND n.rank IS NOT NULL AND n.of IS NOT NULL
    AND (n.channel IS NULL OR n.channel = :channel) AND n.noted_s > coalesce(b.noted_s, 0))
  AND (b.rank = 1 OR b.rank * :parts <= b.of) = :inside
