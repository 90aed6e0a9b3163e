-- row: two pages that show the same two ways to contact in opposite order, one example page for each order
-- rests on: nothing
-- Two pages prove the difference; the order on one page is known once it was read.
WITH place AS (SELECT c.page_id, c.channel, min(c.position) AS position
               FROM contacts c JOIN pages p ON p.id = c.page_id AND p.surface = 'site'
               WHERE c.use = 'contact' AND c.owner = 'own' AND c.visible = 1 AND c.position IS NOT NULL
               GROUP BY c.page_id, c.channel),
 pair AS (SELECT a.channel AS x, b.channel AS y, a.position < b.position AS forth,
            min(a.page_id) AS page_id, count(*) AS n
          FROM place a JOIN place b ON a.page_id = b.page_id AND a.channel < b.channel
            AND a.position <> b.position
          GROUP BY 1, 2, 3)
SELECT p.ref, p.page_id, iif(q.forth, q.x || ' > ' || q.y, q.y || ' > ' || q.x) AS label,
  q.n AS value, 'pages' AS unit, p.quote
FROM pair q JOIN pages p ON p.id = q.page_id
WHERE EXISTS (SELECT 1 FROM pair r WHERE r.x = q.x AND r.y = q.y AND r.forth <> q.forth)
