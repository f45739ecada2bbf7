"""What a user can ask for: the table of actions, what each does, undo."""
