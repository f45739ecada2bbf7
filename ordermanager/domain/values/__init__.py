"""Readers of single texts: each gives a value, or raises Unreadable and says why."""
