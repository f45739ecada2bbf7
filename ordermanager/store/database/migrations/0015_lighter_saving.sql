-- Saving an order costs less. Nothing that is stored changes its meaning.
--
-- What 0006 did for the states, for the lists of words in a CHECK that it left: SQLite builds such a list anew for every
-- row that is written, and the same said with OR costs nothing.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql,
    'origin IN (''hand'', ''import'', ''paste'')', 'origin = ''import'' OR origin = ''hand'' OR origin = ''paste''')
WHERE type = 'table' AND name = 'orders';
UPDATE sqlite_schema SET sql = replace(sql,
    'kind IN (''edited'', ''imported'', ''undone'', ''deleted'', ''restored'')',
    'kind = ''imported'' OR kind = ''edited'' OR kind = ''undone'' OR kind = ''deleted'' OR kind = ''restored''')
WHERE type = 'table' AND name = 'order_changes';
UPDATE sqlite_schema SET sql = replace(sql,
    'by IN (''person'', ''program'', ''server'')', 'by = ''program'' OR by = ''person'' OR by = ''server''')
WHERE type = 'table' AND name = 'state_changes';
PRAGMA writable_schema = RESET;
