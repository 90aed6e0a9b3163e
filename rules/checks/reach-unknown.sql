-- row: a channel for which nobody worked out whether and how far it is from pages of that role
-- takes: channels list of channel, role role = home, tier tier = shortest
-- rests on: nothing
-- Reach holds a row even where there is no way: no row at all means that nobody looked.
SELECT k.ref, k.channel AS label, k.quote
FROM channels k
WHERE k.channel IN (SELECT value FROM json_each(:channels))
  AND NOT EXISTS (SELECT 1 FROM reach x JOIN page_roles r ON r.page_id = x.page_id AND r.role = :role
                  WHERE x.target_kind = 'channel' AND x.target = k.channel AND x.tier = :tier)
