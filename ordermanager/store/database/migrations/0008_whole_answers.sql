-- What the server answered, to the byte. The first characters stand in `attempts.answer`, which lists show; an answer that
-- is longer, or that is no proper text, is here as a whole. `size`: the bytes that came; `packed`: zlib of them, or of the
-- first million of a longer one.
CREATE TABLE attempt_answers (
    attempt_id INTEGER PRIMARY KEY REFERENCES attempts (id),
    size INTEGER NOT NULL CHECK (size > 0),
    packed BLOB NOT NULL
) STRICT;
CREATE TRIGGER attempt_answers_keep BEFORE UPDATE ON attempt_answers WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'an answer never changes');
END;
CREATE TRIGGER attempt_answers_stay BEFORE DELETE ON attempt_answers WHEN NOT EXISTS (SELECT 1 FROM erasing) BEGIN
    SELECT RAISE(ABORT, 'an answer is never deleted');
END;
