"""Who an order is for, and how people are told apart or made unrecognisable."""
