-- row: a text that promises help at any hour, on a page from which the channel is further than so many clicks
-- takes: channel channel, words words, clicks integer = 1, roles list of role = [service, ask, contact], unsure yes-no = no
-- takes: not_with list of words = [bot, hours-other, self-service]
-- rests on: site
-- A machine, a portal or an app that works at any hour promises nobody who helps.
-- unsure = yes: the same where accounts of the channel are there, but none that surely is the brand's.
SELECT t.ref, t.page_id, p.title AS label, term(:words, t.quote) AS value, 'text' AS unit, t.quote
FROM texts t JOIN pages p ON p.id = t.page_id
WHERE p.surface = 'site' AND term(:words, t.quote) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM json_each(:not_with) n WHERE term(n.value, t.quote) IS NOT NULL)
  AND EXISTS (SELECT 1 FROM page_roles r WHERE r.page_id = t.page_id
              AND r.role IN (SELECT value FROM json_each(:roles)))
  AND EXISTS (SELECT 1 FROM reach x WHERE x.page_id = t.page_id AND x.target_kind = 'channel'
              AND x.target = :channel AND x.tier = 'shortest' AND x.uses_search = 0
              AND (x.clicks IS NULL OR x.clicks > :clicks))
  AND (EXISTS (SELECT 1 FROM contacts c WHERE c.channel = :channel AND c.owner = 'unknown'
               AND c.for_customers = 1 AND c.use IN ('contact', 'follow'))
       AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.channel = :channel AND c.owner = 'own'
                       AND c.use IN ('contact', 'follow'))) = :unsure
