-- row: a figure that was observed
-- takes: name word
SELECT m.ref, m.at, m.name AS label, m.value, m.unit, m.quote FROM metrics m WHERE m.name = :name
