-- row: an own phone number of such a tariff
-- takes: tariffs list of tariff = [free, basic, shared, premium, mobile, foreign, unknown]
SELECT c.ref, c.page_id, c.tariff AS label, c.value, 'phone' AS unit, c.quote
FROM contacts c JOIN pages p ON p.id = c.page_id
WHERE p.surface = 'site' AND c.channel = 'phone' AND c.owner = 'own' AND c.for_customers = 1 AND c.use = 'contact'
  AND c.confidence <> 'weak'
  AND coalesce(c.tariff, 'unknown') IN (SELECT value FROM json_each(:tariffs))
