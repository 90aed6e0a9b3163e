-- row: a way from where a customer begins on that surface to one of the channels, in at most so many clicks
-- takes: surface surface, channels list of channel, clicks integer
-- A page that was not read can only make a way longer than it is.
SELECT x.ref, x.page_id, x.target AS label, x.clicks AS value, 'clicks' AS unit, x.quote
FROM json_each(:channels) w CROSS JOIN reach x ON x.target_kind = 'channel' AND x.target = w.value
JOIN pages p ON p.id = x.page_id
WHERE p.surface = :surface AND p.clicks = 0 AND x.tier = 'shortest' AND x.uses_search = 0 AND x.clicks <= :clicks
