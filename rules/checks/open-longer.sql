-- row: one row a side, when the longest open of the first families is open longer a week (or, with ties, as long) than the longest of the second
-- takes: these list of family, those list of family, ties yes-no = no
-- rests on: site
WITH span AS (SELECT page_id, channel, weekday, opens, closes, min(id) AS id
              FROM hours WHERE page_id IN (SELECT id FROM pages WHERE surface = 'site')
              GROUP BY page_id, channel, weekday, opens, closes),
 -- Two lines of a channel that are open at the same time (sales and outages) are one open hour, not two.
 lone AS (SELECT page_id, channel, id, closes, max(opens, coalesce(max(closes) OVER (
            PARTITION BY page_id, channel, weekday ORDER BY opens, closes
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)) AS opens
          FROM span),
 week AS (SELECT s.channel, k.family, s.page_id, min(s.id) AS id,
                 min(sum(max(s.closes - s.opens, 0)), 10080) AS minutes
          FROM lone s JOIN channels k ON k.channel = s.channel GROUP BY s.channel, s.page_id),
 a AS (SELECT * FROM week WHERE family IN (SELECT value FROM json_each(:these))
       ORDER BY minutes DESC, id LIMIT 1),
 b AS (SELECT * FROM week WHERE family IN (SELECT value FROM json_each(:those))
       ORDER BY minutes DESC, id LIMIT 1)
SELECT h.ref, s.page_id, s.channel AS label, s.minutes AS value, 'minutes' AS unit, h.quote
FROM (SELECT * FROM a UNION ALL SELECT * FROM b) s JOIN hours h ON h.id = s.id
WHERE (SELECT minutes FROM a) + :ties > (SELECT minutes FROM b)
