-- How an account is sent to: several requests at once, their pace, and what becomes of doubts by itself.

-- `repeats` takes the place of repeat_policy, whose list of answers could not grow.
ALTER TABLE accounts ADD COLUMN repeats TEXT NOT NULL DEFAULT 'ask' CHECK (repeats IN ('ask', 'send_again', 'never'));
UPDATE accounts SET repeats = repeat_policy;
ALTER TABLE accounts ADD COLUMN repeat_after INTEGER NOT NULL DEFAULT 15 CHECK (repeat_after >= 2); -- minutes
ALTER TABLE accounts ADD COLUMN in_flight INTEGER NOT NULL DEFAULT 1 CHECK (in_flight BETWEEN 1 AND 8);
ALTER TABLE accounts ADD COLUMN per_minute INTEGER NOT NULL DEFAULT 0 CHECK (per_minute >= 0); -- requests; 0: no limit
ALTER TABLE accounts ADD COLUMN only_newest INTEGER NOT NULL DEFAULT 0 CHECK (only_newest IN (0, 1));
ALTER TABLE accounts ADD COLUMN failures INTEGER NOT NULL DEFAULT 0; -- waits in a row
