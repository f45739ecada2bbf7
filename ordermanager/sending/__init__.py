"""From the outbox to outcomes: the state machine, batches, retry and pacing. Uses store and api; no Qt, no SQL, no httpx."""
