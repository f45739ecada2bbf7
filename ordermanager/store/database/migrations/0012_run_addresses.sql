-- The address that a run sends to, and the version that sends: an account may get another address afterwards, and what was
-- sent must not seem to have gone there. A run has one address from its beginning to its end, and so have its batches.

ALTER TABLE runs ADD COLUMN base_url TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN program_version TEXT NOT NULL DEFAULT ''; -- empty: not known, from before it was kept
UPDATE runs SET base_url = (SELECT base_url FROM accounts WHERE accounts.id = runs.account_id);
