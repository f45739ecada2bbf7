"""Orders as they are now: saved, found, listed, filtered, counted."""
