"""What was sent: the event history, an order's story, deletions at Yespo."""
