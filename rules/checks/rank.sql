-- row: the brand's place in a published comparison that lies (or does not lie) in the best part of those compared
-- takes: metric word, share number = 0.34, inside yes-no = yes
SELECT b.ref, b.period AS at, b.who AS label, b.rank AS value, 'rank' AS unit, b.quote
FROM benchmarks b
WHERE b.ours = 1 AND b.metric = :metric AND b.rank IS NOT NULL AND b.of IS NOT NULL
  AND (b.rank <= iif(b.of * :share < 1, 1, b.of * :share)) = :inside
