-- The sorts of the list that had no index: by errors, by items, by currency. None has a column that sending writes.

CREATE INDEX orders_errors ON orders (errors, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_item_count ON orders (item_count, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_currency ON orders (currency, id, deleted_at) WHERE deleted_at IS NULL;
