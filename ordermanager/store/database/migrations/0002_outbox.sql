-- Revisions, and all that happens to them: batches, attempts, outcomes, events, runs.

CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL DEFAULT '',
    stopped_reason TEXT,
    first_change INTEGER NOT NULL, -- the newest row of state_changes when it began …
    last_change INTEGER, -- … and when it ended: what lies between is what it must account for
    total INTEGER NOT NULL,
    accepted INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    unconfirmed INTEGER NOT NULL DEFAULT 0,
    waiting INTEGER, -- at the end
    batches INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX runs_open ON runs (finished_at) WHERE finished_at = '';

CREATE TABLE batches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    run_id INTEGER NOT NULL REFERENCES runs (id),
    created_at TEXT NOT NULL,
    orders INTEGER NOT NULL CHECK (orders > 0),
    size INTEGER NOT NULL, -- bytes of the members' bodies
    fingerprint BLOB NOT NULL -- equal for two batches exactly when their request bodies are equal
) STRICT;
CREATE INDEX batches_fingerprint ON batches (account_id, fingerprint, id);
CREATE INDEX batches_run ON batches (run_id, id);

CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch_id INTEGER NOT NULL REFERENCES batches (id),
    started_at TEXT NOT NULL,
    deadline TEXT NOT NULL,
    finished_at TEXT NOT NULL DEFAULT '',
    sent TEXT NOT NULL DEFAULT '',
    http_status INTEGER,
    error TEXT NOT NULL DEFAULT '',
    error_text TEXT NOT NULL DEFAULT '',
    headers TEXT NOT NULL DEFAULT '{}',
    answer TEXT NOT NULL DEFAULT '',
    elapsed REAL NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX attempts_batch ON attempts (batch_id, id);
CREATE INDEX attempts_open ON attempts (id) WHERE finished_at = '';

-- The id is also the place in the queue: ids only grow, and a revision is made at the moment it is queued.
CREATE TABLE revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    number INTEGER NOT NULL CHECK (number > 0),
    state TEXT NOT NULL CHECK (state IN
        ('queued', 'sending', 'held', 'accepted', 'rejected', 'unconfirmed', 'superseded', 'withdrawn')),
    external_order_id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN
        ('INITIALIZED', 'IN_PROGRESS', 'DELIVERED', 'CANCELLED', 'ABANDONED_SHOPPING_CART')),
    size INTEGER NOT NULL CHECK (size > 0),
    not_before TEXT NOT NULL DEFAULT '',
    reason TEXT,
    queued_at TEXT NOT NULL,
    state_at TEXT NOT NULL,
    batch_id INTEGER REFERENCES batches (id), -- the last one that it was claimed for
    UNIQUE (order_id, number),
    CHECK (batch_id IS NOT NULL OR state IN ('queued', 'held', 'superseded', 'withdrawn'))
) STRICT;
CREATE UNIQUE INDEX revisions_one_sending ON revisions (external_order_id) WHERE state = 'sending';
CREATE INDEX revisions_queued ON revisions (id, not_before, external_order_id, status, size) WHERE state = 'queued';
CREATE INDEX revisions_waiting ON revisions (external_order_id, id) WHERE state IN ('queued', 'sending', 'held');
CREATE INDEX revisions_unconfirmed ON revisions (batch_id, id) WHERE state = 'unconfirmed';
CREATE INDEX revisions_later ON revisions (not_before) WHERE state = 'queued' AND not_before <> '';

CREATE TABLE revision_bodies (
    revision_id INTEGER PRIMARY KEY REFERENCES revisions (id),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    draft_hash BLOB NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    external_customer_id TEXT NOT NULL,
    body BLOB NOT NULL -- last, so that the others are read without it
) STRICT;

CREATE TABLE batch_members (
    batch_id INTEGER NOT NULL REFERENCES batches (id),
    revision_id INTEGER NOT NULL REFERENCES revisions (id),
    PRIMARY KEY (batch_id, revision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_members_revision ON batch_members (revision_id, batch_id);

-- One row for every step of every revision; never changed.
CREATE TABLE state_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision_id INTEGER NOT NULL REFERENCES revisions (id),
    at TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    by TEXT NOT NULL CHECK (by IN ('person', 'program', 'server')),
    batch_id INTEGER,
    reason TEXT
) STRICT;
CREATE INDEX state_changes_revision ON state_changes (revision_id, id);

-- What became of each revision that was sent; the id is the revision's.
CREATE TABLE events (
    id INTEGER PRIMARY KEY REFERENCES revisions (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    batch_id INTEGER NOT NULL REFERENCES batches (id),
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('accepted', 'assumed', 'rejected', 'unconfirmed')),
    status TEXT NOT NULL,
    event_key TEXT NOT NULL,
    email TEXT COLLATE NOCASE NOT NULL,
    phone TEXT NOT NULL,
    times_doubtful INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX events_at ON events (at, id);
CREATE INDEX events_key ON events (event_key, id);

CREATE TABLE contacts (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    contact_id TEXT NOT NULL,
    external_customer_id TEXT NOT NULL,
    email TEXT COLLATE NOCASE NOT NULL,
    phone TEXT NOT NULL,
    card TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    PRIMARY KEY (account_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contacts_customer ON contacts (account_id, external_customer_id);
CREATE INDEX contacts_email ON contacts (account_id, email);
CREATE INDEX contacts_phone ON contacts (account_id, phone);

-- What was sent and what was answered does not change. The one way past these triggers is a row in `erasing`, put there
-- and taken away within the transaction that erases a person's data.
CREATE TABLE erasing (since TEXT NOT NULL) STRICT;

CREATE TRIGGER revision_bodies_keep BEFORE UPDATE ON revision_bodies WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'the body of a revision never changes');
END;
CREATE TRIGGER revision_bodies_stay BEFORE DELETE ON revision_bodies WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'the body of a revision is never deleted');
END;
CREATE TRIGGER revisions_keep
BEFORE UPDATE OF id, order_id, number, external_order_id, status, size, queued_at ON revisions
WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a revision never changes except in its state');
END;
CREATE TRIGGER revisions_stay BEFORE DELETE ON revisions WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a revision is never deleted');
END;
CREATE TRIGGER attempts_keep BEFORE UPDATE ON attempts
WHEN old.finished_at <> '' AND NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'a finished attempt never changes');
END;
CREATE TRIGGER attempts_stay BEFORE DELETE ON attempts WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'an attempt is never deleted');
END;
CREATE TRIGGER state_changes_keep BEFORE UPDATE ON state_changes WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'history never changes');
END;
CREATE TRIGGER state_changes_stay BEFORE DELETE ON state_changes WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'history is never deleted');
END;

-- The arrows of design.md 5, and no others. accepted, rejected, superseded and withdrawn are final.
CREATE TRIGGER revisions_steps BEFORE UPDATE OF state ON revisions
WHEN old.state <> new.state AND CASE old.state
    WHEN 'queued' THEN new.state NOT IN ('sending', 'held', 'withdrawn', 'superseded', 'rejected')
    WHEN 'sending' THEN new.state NOT IN ('accepted', 'rejected', 'unconfirmed', 'queued', 'held')
    WHEN 'held' THEN new.state NOT IN ('queued', 'withdrawn', 'superseded')
    WHEN 'unconfirmed' THEN new.state NOT IN ('queued', 'accepted', 'superseded')
    ELSE 1 END BEGIN
    SELECT RAISE(ABORT, 'no such step from this state');
END;
CREATE TRIGGER revisions_doubt_begins AFTER UPDATE OF state ON revisions
WHEN old.state <> 'unconfirmed' AND new.state = 'unconfirmed' BEGIN
    UPDATE orders SET unconfirmed = unconfirmed + 1 WHERE id = new.order_id;
END;
CREATE TRIGGER revisions_doubt_ends AFTER UPDATE OF state ON revisions
WHEN old.state = 'unconfirmed' AND new.state <> 'unconfirmed' BEGIN
    UPDATE orders SET unconfirmed = unconfirmed - 1 WHERE id = new.order_id;
END;
