"""The Yespo client: one HTTP exchange at a time, what its answer means, and the look-ups. The only place that
imports httpx.

Nothing here decides what happens to an order (that is `sending`), stores anything, or logs a key or personal
data.
"""
