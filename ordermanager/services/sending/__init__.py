"""The outbox, what sending would do, the runs, what is in doubt, and corrections of what was sent."""
