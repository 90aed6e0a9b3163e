-- row: a link, button or heading that names the channel in jargon and not by its name
-- takes: jargon words, plain list of words, channels list of channel, not_with words = job-words
-- takes: except list of role = [jobs, press, news, news-item, about, privacy, terms]
-- rests on: nothing
-- Pages that speak to colleagues or to the press may use their words; a page's roles come with it. Without the
-- channel there is nothing to be called by another name. A vacancy may be named after the department.
WITH label AS (
  SELECT t.ref, t.page_id, t.quote FROM texts t WHERE t.kind = 'heading'
  UNION ALL SELECT l.ref, l.page_id, l.quote FROM links l WHERE l.label IS NOT NULL)
SELECT x.ref, x.page_id, term(:jargon, x.quote) AS label, x.quote AS value, 'text' AS unit, x.quote
FROM label x JOIN pages p ON p.id = x.page_id AND p.surface = 'site'
WHERE term(:jargon, x.quote) IS NOT NULL AND term(:not_with, x.quote) IS NULL
  AND NOT EXISTS (SELECT 1 FROM json_each(:plain) j WHERE term(j.value, x.quote) IS NOT NULL)
  AND EXISTS (SELECT 1 FROM contacts c WHERE c.channel IN (SELECT value FROM json_each(:channels))
              AND c.owner = 'own' AND c.use IN ('contact', 'follow'))
  AND NOT EXISTS (SELECT 1 FROM page_roles r WHERE r.page_id = x.page_id
                  AND r.role IN (SELECT value FROM json_each(:except)))
