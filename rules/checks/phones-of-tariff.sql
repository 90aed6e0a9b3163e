-- row: an own phone number of such a tariff
-- takes: tariffs list of tariff = [free, basic, shared, premium, mobile, foreign, unknown], offered yes-no = no
-- takes: any_price list of word = [+31900]
-- rests on: nothing
-- With `offered` only where it is surely offered to customers: visible, in the frame of a page or on one about contact. A number
-- that an ordinary page names may be a courier's or a partner's. `any_price`: beginnings of numbers that may cost as little as any
-- other, so that only a price beside them tells.
SELECT c.ref, c.page_id, c.tariff AS label, c.value, 'phone' AS unit, c.quote
FROM contacts c JOIN pages p ON p.id = c.page_id
WHERE p.surface = 'site' AND c.channel = 'phone' AND c.owner = 'own' AND c.for_customers = 1 AND c.use = 'contact'
  AND c.confidence <> 'weak'
  AND coalesce(c.tariff, 'unknown') IN (SELECT value FROM json_each(:tariffs))
  AND (:offered = 0 OR (c.visible = 1
       AND (c.cents > 0 OR substr(c.value, 1, 6) NOT IN (SELECT value FROM json_each(:any_price)))
       AND (c.region IN ('header', 'nav', 'footer')
       OR EXISTS (SELECT 1 FROM page_roles r WHERE r.page_id = c.page_id
                  AND r.role IN ('home', 'contact', 'service', 'ask', 'complaint', 'imprint', 'locations')))))
