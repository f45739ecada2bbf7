-- What was asked of the account about orders that are to go there, and people whose data was erased here.

-- One row for each request to delete: one order, or the orders from `begin_at` until `end_at` (at most 24 hours).
CREATE TABLE deletions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    external_order_id TEXT,
    begin_at TEXT,
    end_at TEXT,
    asked_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asking', 'asked', 'refused', 'unknown')),
    http_status INTEGER,
    reason TEXT,
    CHECK ((external_order_id IS NULL) = (begin_at IS NOT NULL)),
    CHECK ((begin_at IS NULL) = (end_at IS NULL))
) STRICT;
CREATE INDEX deletions_order ON deletions (external_order_id) WHERE external_order_id IS NOT NULL;
CREATE INDEX deletions_period ON deletions (begin_at, end_at) WHERE begin_at IS NOT NULL;

-- That a person was erased, without who it was.
CREATE TABLE erasures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    orders INTEGER NOT NULL,
    revisions INTEGER NOT NULL,
    cards INTEGER NOT NULL
) STRICT;

-- Keyed hashes of what erased people were known by, to say so when they are imported again.
CREATE TABLE erased_people (hash BLOB PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
