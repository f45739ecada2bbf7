"""What an accepted order raised, what sending would raise, and what differs between two revisions."""
