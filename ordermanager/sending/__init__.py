"""From the outbox to outcomes: state machine, batches, retry and pacing. Uses store and api; no Qt, SQL or httpx."""
