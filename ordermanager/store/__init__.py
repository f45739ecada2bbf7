"""The workspace: one SQLite database with orders, revisions, outbox and history. The only SQL of the program; no Qt.

Begin at `workspace.Workspace`; one class per file answers one kind of question, records are plain values.
"""
