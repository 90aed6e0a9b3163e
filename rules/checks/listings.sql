-- row: a listing of the brand's app in a store
SELECT l.ref, l.page_id, l.store AS label, l.title AS value, 'text' AS unit, l.quote FROM listings l
