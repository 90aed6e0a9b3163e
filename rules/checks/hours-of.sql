-- row: the weekly opening time of a channel of such a family, one row a page
-- takes: families list of family
-- rests on: nothing
-- One page's hours are summed; they come whole with the page. The same span said twice counts once.
WITH span AS (SELECT page_id, channel, weekday, opens, closes, min(id) AS id
              FROM hours WHERE page_id IN (SELECT id FROM pages WHERE surface = 'site')
              GROUP BY page_id, channel, weekday, opens, closes),
 week AS (SELECT s.channel, s.page_id, min(s.id) AS id, sum(s.closes - s.opens) AS minutes
          FROM span s GROUP BY s.channel, s.page_id)
SELECT h.ref, w.page_id, w.channel AS label, w.minutes AS value, 'minutes' AS unit, h.quote
FROM week w JOIN hours h ON h.id = w.id JOIN channels k ON k.channel = w.channel
WHERE k.family IN (SELECT value FROM json_each(:families))
