"""Finding orders by words: the full-text index, slips of the finger, the other alphabet."""
