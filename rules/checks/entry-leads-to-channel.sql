-- row: a link on the home page to a page of that role from where the channel is at most so many clicks away
-- takes: role role, channel channel, clicks integer = 2
SELECT l.ref, l.page_id, l.label, x.clicks AS value, 'clicks' AS unit, l.quote
FROM links l JOIN page_roles h ON h.page_id = l.page_id AND h.role = 'home'
  JOIN pages p ON p.id = l.page_id AND p.surface = 'site'
  JOIN page_roles r ON r.page_id = l.to_page AND r.role = :role
  JOIN reach x ON x.page_id = l.to_page AND x.target_kind = 'channel' AND x.target = :channel
    AND x.tier = 'shortest' AND x.uses_search = 0 AND x.clicks <= :clicks
