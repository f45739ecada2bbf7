"""What orders say about a shop."""
