-- What is written for every order that is sent, once more halved. Nothing that is stored changes its meaning.

-- A line of the history is written into two indexes instead of six. Its key, e-mail and phone are those of its revision,
-- which were indexed, or are now, when it was queued.
DROP INDEX events_key;
DROP INDEX events_email;
DROP INDEX events_phone;
DROP INDEX events_status;
CREATE INDEX events_status ON events (status, at, id, kind, account_id) WHERE status <> 'INITIALIZED'; -- the most frequent
CREATE INDEX revision_bodies_email ON revision_bodies (email COLLATE NOCASE, revision_id) WHERE email <> '';
CREATE INDEX revision_bodies_phone ON revision_bodies (phone, revision_id) WHERE phone <> '';

-- That an order is on its way is known from the revision that it follows; its own row says `queued` until the answer.
UPDATE orders SET state = 'queued' WHERE state = 'sending';
UPDATE order_counts SET orders = orders + (SELECT orders FROM order_counts WHERE name = 'sending') WHERE name = 'queued';
UPDATE order_counts SET orders = 0 WHERE name = 'sending';

-- One trigger instead of three, since each costs for every row; the two steps that nearly all take are looked at first.
DROP TRIGGER revisions_steps;
DROP TRIGGER revisions_doubt_begins;
DROP TRIGGER revisions_doubt_ends;
CREATE TRIGGER revisions_steps AFTER UPDATE OF state ON revisions
WHEN NOT (old.state = 'queued' AND new.state = 'sending' OR old.state = 'sending' AND new.state = 'accepted'
    OR old.state = new.state) BEGIN
    SELECT RAISE(ABORT, 'no such step from this state') WHERE NOT CASE old.state
        WHEN 'queued' THEN new.state = 'held' OR new.state = 'withdrawn' OR new.state = 'superseded'
            OR new.state = 'rejected'
        WHEN 'sending' THEN new.state = 'rejected' OR new.state = 'unconfirmed' OR new.state = 'queued'
            OR new.state = 'held'
        WHEN 'held' THEN new.state = 'queued' OR new.state = 'withdrawn' OR new.state = 'superseded'
        WHEN 'unconfirmed' THEN new.state = 'queued' OR new.state = 'accepted' OR new.state = 'superseded'
        ELSE 0 END;
    UPDATE orders SET unconfirmed = unconfirmed + 1 WHERE new.state = 'unconfirmed' AND id = new.order_id;
    UPDATE orders SET unconfirmed = unconfirmed - 1 WHERE old.state = 'unconfirmed' AND id = new.order_id;
END;
