-- row: a way without search from a page of that role to a human (or, sure = no, to perhaps a human), in at most so many clicks
-- takes: channels list of channel, role role = home, tier tier = shortest, clicks integer, sure yes-no = yes
-- A page that was not read can only make a way longer than it is.
SELECT x.ref, x.page_id, x.target AS label, x.clicks AS value, 'clicks' AS unit, x.quote
FROM reach x JOIN page_roles r ON r.page_id = x.page_id JOIN pages p ON p.id = x.page_id
WHERE p.surface = 'site' AND r.role = :role AND x.target_kind = iif(:sure, 'human', 'maybe-human')
  AND x.target IN (SELECT value FROM json_each(:channels))
  AND x.tier = :tier AND x.uses_search = 0 AND x.clicks <= :clicks
