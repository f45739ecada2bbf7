-- The members of a batch are nearly always revisions that lie side by side: then its own row says from where to where, and
-- none is written for each of them. `batch_members` is for the others; `batch_revisions` shows both kinds.

ALTER TABLE batches ADD COLUMN first_revision INTEGER;
ALTER TABLE batches ADD COLUMN last_revision INTEGER CHECK (last_revision IS NULL
    OR first_revision IS NOT NULL AND last_revision - first_revision + 1 = orders AND orders <= 1000);
CREATE INDEX batches_range ON batches (first_revision, last_revision) WHERE first_revision IS NOT NULL;

-- A range is no longer than a batch may be, so those that a revision is in are found at its own place in their index.
CREATE VIEW batch_revisions AS
    SELECT b.id AS batch_id, m.revision_id AS revision_id, b.run_id AS run_id, b.account_id AS account_id
    FROM batches b JOIN batch_members m ON m.batch_id = b.id
    UNION ALL
    SELECT b.id, r.id, b.run_id, b.account_id FROM batches b JOIN revisions r
        ON r.id BETWEEN b.first_revision AND b.last_revision AND b.first_revision >= r.id - 999;

DROP VIEW revision_steps;
CREATE VIEW revision_steps AS
    SELECT id, revision_id, at, old, new, by, batch_id, reason FROM state_changes WHERE revision_id IS NOT NULL
    UNION ALL
    SELECT c.id, m.revision_id, c.at, c.old, c.new, c.by, c.batch_id, c.reason
    FROM state_changes c JOIN batch_members m ON m.batch_id = c.batch_id
    WHERE c.revision_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM state_changes x
        WHERE x.revision_id = m.revision_id AND x.batch_id = c.batch_id AND x.old = c.old AND x.id < c.id)
    UNION ALL
    SELECT c.id, r.id, c.at, c.old, c.new, c.by, c.batch_id, c.reason
    FROM state_changes c JOIN batches b ON b.id = c.batch_id JOIN revisions r
        ON r.id BETWEEN b.first_revision AND b.last_revision AND b.first_revision >= r.id - 999
    WHERE c.revision_id IS NULL AND NOT EXISTS (
        SELECT 1 FROM state_changes x
        WHERE x.revision_id = r.id AND x.batch_id = c.batch_id AND x.old = c.old AND x.id < c.id);
