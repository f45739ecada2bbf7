"""Looking back: what was sent, what came of it, and why a customer got no message."""
