"""Sums over orders: what is a sale, whose it is, and what they add up to."""
