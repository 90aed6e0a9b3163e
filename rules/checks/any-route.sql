-- row: whatever way there is from a page of that role to the channel; label: its weakest words
-- takes: channel channel, role role = home
SELECT x.ref, x.page_id, coalesce(x.weakest_label, x.quote) AS label, x.clicks AS value,
  'clicks' AS unit, x.quote
FROM reach x JOIN page_roles r ON r.page_id = x.page_id JOIN pages p ON p.id = x.page_id
WHERE p.surface = 'site' AND r.role = :role AND x.target_kind = 'channel' AND x.target = :channel
  AND x.clicks IS NOT NULL
