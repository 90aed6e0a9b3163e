-- row: an incident that was observed
SELECT i.ref, i.started_at AS at, i.subject AS label, i.quote FROM incidents i
