-- The history at a million lines: filters are answered from one index, rare outcomes and what an order was sent under
-- from small ones.

DROP INDEX events_at;
CREATE INDEX events_at ON events (at, id, kind, status, account_id); -- covering: a filter reads nothing else
CREATE INDEX events_status ON events (status, at, id, kind, account_id);
CREATE INDEX events_trouble ON events (kind, at, id, status, account_id) WHERE kind <> 'accepted';
CREATE INDEX events_email ON events (email, id) WHERE email <> '';
CREATE INDEX events_phone ON events (phone, id) WHERE phone <> '';
