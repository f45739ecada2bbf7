"""Rows to orders: which rows make one, and the texts of its fields and items."""
