"""Revisions on their way: queued, claimed for a batch, and what became of them; the runs and their balances."""
