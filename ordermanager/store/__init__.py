"""The workspace: one SQLite database with orders, revisions, outbox and history. The only SQL of the program; no Qt."""
