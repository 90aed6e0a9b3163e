-- row: the weekly opening time of a channel of such a family, one row a page
-- takes: families list of family
-- rests on: nothing
-- One page's hours are summed; they come whole with the page. What is open at the same time counts once.
WITH span AS (SELECT page_id, channel, weekday, opens, closes, min(id) AS id
              FROM hours WHERE page_id IN (SELECT id FROM pages WHERE surface = 'site')
              GROUP BY page_id, channel, weekday, opens, closes),
 lone AS (SELECT page_id, channel, id, closes, max(opens, coalesce(max(closes) OVER (
            PARTITION BY page_id, channel, weekday ORDER BY opens, closes
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)) AS opens
          FROM span),
 week AS (SELECT s.channel, s.page_id, min(s.id) AS id,
                 min(sum(max(s.closes - s.opens, 0)), 10080) AS minutes
          FROM lone s GROUP BY s.channel, s.page_id)
SELECT h.ref, w.page_id, w.channel AS label, w.minutes AS value, 'minutes' AS unit, h.quote
FROM week w JOIN hours h ON h.id = w.id JOIN channels k ON k.channel = w.channel
WHERE k.family IN (SELECT value FROM json_each(:families))
