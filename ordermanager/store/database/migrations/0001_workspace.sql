-- The first schema of a workspace. Times are UTC ISO text with microseconds (store/times.py), sentences and drafts JSON.

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    base_url TEXT NOT NULL,
    is_sandbox INTEGER NOT NULL CHECK (is_sandbox IN (0, 1)),
    cost_basis TEXT NOT NULL CHECK (cost_basis IN ('unit', 'line')),
    repeat_policy TEXT NOT NULL CHECK (repeat_policy IN ('ask', 'send_again')),
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    stop_reason TEXT,
    stopped_at TEXT NOT NULL DEFAULT '',
    not_before TEXT NOT NULL DEFAULT '',
    batch_size INTEGER NOT NULL DEFAULT 0,
    extra TEXT NOT NULL DEFAULT '{}',
    created_at TEXT NOT NULL,
    removed_at TEXT -- kept as a row: what was sent through it stays in the history
) STRICT;
CREATE UNIQUE INDEX accounts_name ON accounts (lower(name)) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX accounts_default ON accounts (is_default) WHERE is_default = 1 AND removed_at IS NULL;

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    layout TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL DEFAULT '',
    undone_at TEXT NOT NULL DEFAULT '',
    counts TEXT NOT NULL DEFAULT '{}',
    details TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- What a list shows of an order and what it is sorted by; narrow, because a million of them are scanned.
-- `follows` is the revision whose state the order mirrors; NULL while the order stands for itself (draft, ready).
CREATE TABLE orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK (state IN
        ('draft', 'ready', 'queued', 'sending', 'held', 'accepted', 'rejected', 'unconfirmed', 'superseded')),
    follows INTEGER,
    attention INTEGER NOT NULL CHECK (attention IN (0, 1)),
    unconfirmed INTEGER NOT NULL DEFAULT 0 CHECK (unconfirmed >= 0),
    revisions INTEGER NOT NULL DEFAULT 0 CHECK (revisions >= 0),
    external_order_id TEXT NOT NULL,
    order_key TEXT NOT NULL, -- numbers in it padded, so that 9 stands before 10; also how an id is looked up
    status TEXT NOT NULL,
    date TEXT NOT NULL,
    total TEXT, -- the very digits
    total_number REAL, -- the same, to sort by
    currency TEXT NOT NULL,
    email TEXT COLLATE NOCASE NOT NULL,
    phone TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    external_customer_id TEXT NOT NULL,
    item_count INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    first_finding TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('hand', 'import', 'paste')),
    import_id INTEGER REFERENCES imports (id),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL, -- of the text
    state_at TEXT NOT NULL,
    deleted_at TEXT,
    draft_hash BLOB NOT NULL,
    CHECK ((follows IS NULL) = (state IN ('draft', 'ready'))),
    CHECK (attention = 0 OR state = 'draft')
) STRICT;

-- One per sort of the list; deleted_at is in each, always NULL, or the table would be read for it. State is in none
-- but its own, or each step of sending would rewrite them all.
CREATE INDEX orders_changed ON orders (changed_at, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_date ON orders (date, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_key ON orders (order_key, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_total ON orders (total_number, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_status ON orders (status, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_state ON orders (state, changed_at, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_name ON orders (name_key, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_email ON orders (email, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_phone ON orders (phone, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_customer ON orders (external_customer_id, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX orders_attention ON orders (changed_at, id, deleted_at, attention) WHERE deleted_at IS NULL AND attention = 1;
CREATE INDEX orders_deleted ON orders (id) WHERE deleted_at IS NOT NULL;
CREATE INDEX orders_unconfirmed ON orders (changed_at, id, deleted_at, unconfirmed) WHERE deleted_at IS NULL AND unconfirmed > 0;

CREATE TABLE order_texts (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    draft TEXT NOT NULL,
    findings TEXT NOT NULL,
    words TEXT NOT NULL -- what it is found by; the search index can be made anew from them
) STRICT;

-- Every change of an order's text after the first, with the text as it was before.
CREATE TABLE order_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('edited', 'imported', 'undone', 'deleted', 'restored')),
    import_id INTEGER REFERENCES imports (id),
    before TEXT
) STRICT;
CREATE INDEX order_changes_order ON order_changes (order_id, id);

-- Which orders an import brought, and what it made of them: `after` is the hash of the text that it wrote,
-- `before` the order as it was (JSON of row, draft and findings), only where the order was here already.
CREATE TABLE import_orders (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    order_id INTEGER NOT NULL REFERENCES orders (id),
    after BLOB NOT NULL,
    before TEXT,
    PRIMARY KEY (import_id, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_orders_order ON import_orders (order_id, import_id);

CREATE TABLE products (
    external_item_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    item TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX products_name ON products (name_key, external_item_id);

-- How many orders are in each state, and how many drafts need attention, so that the folder list costs nothing at a
-- million orders. Kept by store/orders/counts.py in the same transaction: a trigger for it makes a bulk insert twice as slow.
CREATE TABLE order_counts (
    name TEXT PRIMARY KEY,
    orders INTEGER NOT NULL CHECK (orders >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO order_counts VALUES ('draft', 0), ('ready', 0), ('queued', 0), ('sending', 0), ('held', 0), ('accepted', 0),
    ('rejected', 0), ('unconfirmed', 0), ('superseded', 0), ('attention', 0);
